// nucong serve: the same answers over HTTP.
#include "cli/commands.hpp"

namespace nucong::cli {

void add_serve_command(const CommandLine& program) {
  const auto listen = std::make_shared<std::string>("127.0.0.1:8080");
  program.command("serve", "serve")
      .text("--listen", *listen, "listen")
      .runs([listen](Session& session) -> Result<> {
        TRY(const auto ports, session.ports());
        return session.world().serve(ports, *listen, [&](const std::string& address) {
          return session.say("serve.listening", {{"address", address}});
        });
      });
}

}  // namespace nucong::cli

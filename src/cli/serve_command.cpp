// nucong serve: the same answers over HTTP.
#include "cli/commands.hpp"

namespace nucong::cli {

void add_serve_command(const CommandLine& program) {
  const auto wish = std::make_shared<ServeWish>();
  wish->listen = "127.0.0.1:8080";
  program.command("serve", "serve")
      .text("--listen", wish->listen, "listen")
      .texts("--host", wish->hosts, "host")
      .texts("--proxy", wish->proxies, "proxy")
      .flag("--without-sign-in", wish->without_sign_in, "without-sign-in")
      .runs([wish](Session& session) -> Result<> {
        TRY(const auto ports, session.ports());
        wish->db = session.options().db;
        const auto told = [&](const std::string& address,
                              const std::optional<std::string>& link) -> Result<> {
          if (link) {
            TRY(session.say("serve.first", {{"address", address}, {"link", *link}}));
          }
          return session.say("serve.listening", {{"address", address}});
        };
        return session.world().serve(ports, *wish, told);
      });
}

}  // namespace nucong::cli

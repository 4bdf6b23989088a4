// nucong serve: the same answers over HTTP.
#include "cli/commands.hpp"

namespace nucong::cli {
namespace {

/// What was typed; empty where the file of settings, or the program itself, shall say.
struct Typed {
  std::string listen;
  std::vector<std::string> hosts;
  std::vector<std::string> proxies;
  std::string certificate;
  std::string key;
  bool without_sign_in = false;

  void add_to(app::Settings& settings) const {
    const auto text = [&](const char* name, const std::string& value) {
      if (!value.empty()) settings.push_back({name, value});
    };
    const auto texts = [&](const char* name, const std::vector<std::string>& values) {
      if (!values.empty()) settings.push_back({name, values});
    };
    text("listen", listen);
    texts("hosts", hosts);
    texts("proxies", proxies);
    text("tls.certificate", certificate);
    text("tls.key", key);
    if (without_sign_in) settings.push_back({"without_sign_in", true});
  }
};

Result<> serve(Session& session, const Typed& typed) {
  app::Settings settings = session.settings();
  typed.add_to(settings);
  TRY(const auto ports, session.ports());
  const auto told = [&](const std::string& address, const std::optional<std::string>& link) -> Result<> {
    if (link) {
      TRY(session.say("serve.first", {{"address", address}, {"link", *link}}));
    }
    return session.say("serve.listening", {{"address", address}});
  };
  return session.world().serve(ports, settings, told);
}

}  // namespace

void add_serve_command(const CommandLine& program) {
  const auto typed = std::make_shared<Typed>();
  program.command("serve", "serve")
      .text("--listen", typed->listen, "listen")
      .texts("--host", typed->hosts, "host")
      .texts("--proxy", typed->proxies, "proxy")
      .text("--tls-certificate", typed->certificate, "tls-certificate")
      .text("--tls-key", typed->key, "tls-key")
      .flag("--without-sign-in", typed->without_sign_in, "without-sign-in")
      .runs([typed](Session& session) { return serve(session, *typed); });
}

}  // namespace nucong::cli

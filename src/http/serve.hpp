// nucong serve: a nation in memory, kept current, with a server before it.
#pragma once

#include "app/identity_provider.hpp"
#include "app/ports.hpp"
#include "app/secrets.hpp"
#include "app/words.hpp"
#include "http/server.hpp"
#include "http/site.hpp"

namespace nucong::http {

struct ServeOrder {
  std::string version;
  std::string listen = "127.0.0.1:8080";  ///< port 0 is any that is free
  Limits limits = {};
  Paces paces = {};
  /// No accounts: whoever sits at this machine may do what the command line may.
  bool without_sign_in = false;
  /// Names by which browsers know the server, beside those of the address.
  Hosts hosts = {};
  /// Machines whose word on who asks is taken; there are some if a proxy keeps the secrets of TLS.
  Addresses proxies = {};
  /// Of its own; none: plain HTTP, behind a proxy or on this machine alone.
  TlsFiles tls = {};
  /// Another house that people may sign in at.
  app::IdentitySettings identity = {};

  bool operator==(const ServeOrder&) const = default;
};

/// What the server stands on.
struct ServePorts {
  app::Ports ports;
  app::Secrets& secrets;
  app::Documents& documents;
  /// The application in the browser.
  Pages pages = {};
  /// What the order's identity settings name; null without.
  app::IdentityProvider* identity = nullptr;
};

/// What to tell whoever started it, once it listens.
struct Listening {
  Address address;
  bool tls = false;
  /// By which the first administrator is made; none if there is one, or nobody signs in.
  std::optional<std::string> first_link;
};

/// Loads the nation, listens, calls `listening` once, then takes in what others do as soon as the database
/// tells of it, until `pause` wants an end; then finishes what was accepted. A database that cannot be
/// reached for a while does not end it: answers are given from the last state and /readyz tells.
///
/// An address that is not loopback is refused as long as nobody guards it: without sign-in, and without TLS
/// or a proxy that has it, since whoever listens on the way would have the sessions. Errors:
/// `server.address_malformed`, `server.address_public`; those of LiveNation::load and Server::start.
[[nodiscard]] Result<> serve(const ServePorts& ports, const app::Words::Table& wording,
                             const ServeOrder& order, app::Pause& pause, Log& log,
                             const std::function<Result<>(const Listening&)>& listening);

}  // namespace nucong::http

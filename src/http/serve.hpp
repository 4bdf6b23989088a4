// nucong serve: a nation in memory, kept current, with a server before it.
#pragma once

#include "app/ports.hpp"
#include "app/words.hpp"
#include "http/server.hpp"

namespace nucong::http {

struct ServeOrder {
  std::string listen;  ///< "127.0.0.1:8080"; port 0 is any that is free
  std::string version;
  Limits limits = {};
};

/// Loads the nation, listens, calls `listening` once, then takes in what others store at each breath of
/// `pause` until it wants an end; then finishes what was accepted. A store that cannot be reached for a while
/// does not end it: answers are given from the last state and /readyz tells.
///
/// As long as there are no accounts, everybody who reaches the server may read all of it: an address that is
/// not loopback is refused. Errors: `server.address_malformed`, `server.address_public`,
/// `server.address_taken`; those of LiveNation::load.
[[nodiscard]] Result<> serve(const app::Ports& ports, const app::Words::Table& wording,
                             const ServeOrder& order, app::Pause& pause, Log& log,
                             const std::function<Result<>(const Address&)>& listening);

}  // namespace nucong::http

// What requests are put to, beside the nation.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/asker.hpp"
#include "app/identity_provider.hpp"
#include "app/ports.hpp"
#include "app/report_work.hpp"
#include "http/feed.hpp"
#include "http/known_askers.hpp"
#include "http/measures.hpp"
#include "http/trees.hpp"
#include "live/live_nation.hpp"

namespace nucong::http {

/// Everything here may be used by any thread.
struct Surroundings {
  live::LiveNation& live;
  Trees& trees;
  Measures& measures;
  Feed& feed;
  /// Why the nation may be older than what is stored; none if it is not.
  std::function<std::optional<Error>()> trouble;
  std::string version;
  KnownAskers& known;
  const app::Ports& ports;
  app::Secrets& secrets;
  app::Gate& gate;
  app::Documents& documents;
  bool secure_cookies = true;
  app::IdentityProvider* identity = nullptr;  ///< another house that people sign in at, if there is one

  [[nodiscard]] app::AccountPorts account_ports() const {
    return {ports.database, ports.clock, secrets, gate};
  }
  [[nodiscard]] app::WorkPorts work_ports() const { return {ports.database, ports.clock, secrets}; }
};

}  // namespace nucong::http

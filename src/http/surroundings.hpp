// What requests are put to, beside the nation.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/asker.hpp"
#include "app/identity_provider.hpp"
#include "app/ports.hpp"
#include "app/work_store.hpp"
#include "http/feed.hpp"
#include "http/known_askers.hpp"
#include "http/measures.hpp"
#include "http/trees.hpp"
#include "live/live_nation.hpp"
#include "live/pool.hpp"

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
  live::Pool<app::Store>& stores;
  live::Pool<app::AccountStore>& accounts;
  live::Pool<app::WorkStore>& works;
  KnownAskers& known;
  const app::Ports& ports;  ///< its store is the nation's own and not to be used
  app::Secrets& secrets;
  app::Gate& gate;
  app::Documents& documents;
  bool secure_cookies = true;
  app::IdentityProvider* identity = nullptr;  ///< another house that people sign in at, if there is one

  /// The ports over a store that was lent.
  [[nodiscard]] app::Ports ports_over(app::Store& store) const {
    return {store, ports.clock, ports.files, ports.sheets, ports.progress, ports.workers, ports.knowledge};
  }
  [[nodiscard]] app::AccountPorts ports_over(app::AccountStore& store) const {
    return {store, ports.clock, secrets, gate};
  }
};

}  // namespace nucong::http

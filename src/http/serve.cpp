#include "http/serve.hpp"

#include <mutex>

#include "http/site.hpp"

namespace nucong::http {
namespace {

/// Whether the nation keeps up with the store. From any thread.
class Keeping {
 public:
  [[nodiscard]] std::optional<Error> trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
  }
  /// True if it was otherwise before.
  bool set(std::optional<Error> trouble) {
    const std::lock_guard lock(mutex_);
    const bool changed = trouble.has_value() != trouble_.has_value();
    trouble_ = std::move(trouble);
    return changed;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<Error> trouble_;
};

void keep_up(live::LiveNation& live, Site& site, app::Pause& pause, Keeping& keeping, Log& log) {
  while (pause.wait()) {
    const auto followed = live.follow();
    if (followed.has_error() && keeping.set(followed.error()))
      log.note("does not keep up with the store", dotted(followed.error().code()));
    if (followed.has_value() && keeping.set(std::nullopt)) log.note("keeps up with the store again", {});
    site.prepare();
  }
}

// The names by which a browser on this machine reaches it.
std::set<std::string, std::less<>> hosts_of(const Address& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  return {"localhost", v6 ? "[" + address.host + "]" : address.host};
}

}  // namespace

Result<> serve(const app::Ports& ports, const app::Words::Table& wording, const ServeOrder& order,
               app::Pause& pause, Log& log, const std::function<Result<>(const Address&)>& listening) {
  TRY(const auto address, Address::parse(order.listen));
  if (!address.is_loopback()) return fail(ErrorCode::server_address_public, {{"address", address.str()}});
  TRY(const auto live, live::LiveNation::load(ports));
  Keeping keeping;
  Measures measures;
  Feed feed(measures);
  live->tell([&feed](const app::TakenIn& taken, const app::Nation& nation) { feed.publish(taken, nation); });
  const Neighbours askers;
  Site site({*live, ports.knowledge, ports.clock, askers, wording, order.version, measures, feed,
             hosts_of(address), [&keeping] { return keeping.trouble(); }});
  site.prepare();
  TRY(const auto server, Server::start(address, order.limits, site, measures, log));
  log.note("listening", server->address().str());
  TRY(listening(server->address()));
  keep_up(*live, site, pause, keeping, log);
  log.note("stopping", {});
  server->stop();
  log.note("stopped", {});
  return ok();
}

}  // namespace nucong::http

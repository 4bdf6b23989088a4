#include "http/serve.hpp"

#include <mutex>

#include "app/resets.hpp"
#include "http/target_watch.hpp"
#include "live/shared_gate.hpp"

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

struct KeptUp {
  live::LiveNation& live;
  Site& site;
  TargetWatch& watch;
  const app::Ports& ports;
};

void keep_up(const KeptUp& kept, app::Pause& pause, Keeping& keeping, Log& log) {
  auto& live = kept.live;
  while (pause.wait()) {
    const auto followed = live.follow();
    if (followed.has_error() && keeping.set(followed.error()))
      log.note("does not keep up with the store", dotted(followed.error().code()));
    if (followed.has_value() && keeping.set(std::nullopt)) log.note("keeps up with the store again", {});
    kept.site.prepare();
    const auto nation = live.now();
    kept.watch.look({*nation, kept.ports.knowledge, live.atlas(), kept.ports.clock.today()});
  }
}

// The names by which a browser on this machine reaches it, and those that it was given.
Hosts hosts_of(const Address& address, Hosts more) {
  const bool v6 = address.host.find(':') != std::string::npos;
  more.insert(v6 ? "[" + address.host + "]" : address.host);
  if (address.is_loopback()) more.insert("localhost");
  return more;
}

Result<> check_guarded(const Address& address, const ServeOrder& order) {
  const bool nobody_listens_in = order.tls.given() || !order.proxies.empty();
  if (address.is_loopback() || (!order.without_sign_in && nobody_listens_in)) return ok();
  return fail(ErrorCode::server_address_public, {{"address", address.str()}});
}

/// Many threads may tell it how far they are; nobody looks.
class Silent final : public app::Progress {
 public:
  void begin(std::string_view, std::size_t) override {}
  void advance(std::size_t) override {}
  void end() override {}
};

app::Ports with(const app::Ports& ports, app::Progress& progress) {
  return {ports.store, ports.clock, ports.files, ports.sheets, progress, ports.workers, ports.knowledge};
}

/// Everything between a socket and a nation.
class Desk {
 public:
  Desk(const ServePorts& given, const app::Words::Table& wording, const ServeOrder& order,
       const Address& address, live::LiveNation& live, Measures& measures, Feed& feed, const Keeping& keeping)
      : ports_(with(given.ports, silent_)),
        stores_(given.open_store, order.limits.threads + 1),
        accounts_(given.open_accounts, order.limits.threads + 1),
        works_(given.open_work, order.limits.threads + 1),
        holders_(accounts_, known_, ports_.clock, given.secrets, gate_),
        site_({{live, trees_, measures, feed, [&keeping] { return keeping.trouble(); }, order.version,
                stores_, accounts_, works_, known_, ports_, given.secrets, gate_, given.documents,
                order.tls.given() || !order.proxies.empty(), given.identity},
               order.without_sign_in ? static_cast<Askers&>(neighbours_) : holders_,
               wording,
               hosts_of(address, order.hosts),
               order.proxies,
               order.paces,
               given.pages}),
        secrets_(given.secrets) {}

  [[nodiscard]] Site& site() { return site_; }

  /// The link that makes the first administrator, if there is none yet.
  [[nodiscard]] Result<std::optional<std::string>> first_link() {
    TRY(const auto store, accounts_.lend());
    return app::first_administrator({*store, ports_.clock, secrets_, gate_});
  }

 private:
  Silent silent_;
  app::Ports ports_;
  live::Pool<app::Store> stores_;
  live::Pool<app::AccountStore> accounts_;
  live::Pool<app::WorkStore> works_;
  live::SharedGate gate_;
  KnownAskers known_;
  Trees trees_;
  AccountHolders holders_;
  Neighbours neighbours_;
  Site site_;
  app::Secrets& secrets_;
};

}  // namespace

Result<> serve(const ServePorts& ports, const app::Words::Table& wording, const ServeOrder& order,
               app::Pause& pause, Log& log, const std::function<Result<>(const Listening&)>& listening) {
  TRY(const auto address, Address::parse(order.listen));
  TRY(check_guarded(address, order));
  TRY(const auto live, live::LiveNation::load(ports.ports));
  Keeping keeping;
  Measures measures;
  Feed feed(measures);
  live->tell([&feed](const app::TakenIn& taken, const app::Nation& nation) { feed.publish(taken, nation); });
  Desk desk(ports, wording, order, address, *live, measures, feed, keeping);
  desk.site().prepare();
  Listening told{address, order.tls.given(), {}};
  if (!order.without_sign_in) {
    TRY(told.first_link, desk.first_link());
  }
  TRY(const auto server, Server::start(address, order.limits, desk.site(), measures, log, order.tls));
  told.address = server->address();
  log.note("listening", told.address.str());
  TRY(listening(told));
  TargetWatch watch(feed);
  keep_up({*live, desk.site(), watch, ports.ports}, pause, keeping, log);
  log.note("stopping", {});
  server->stop();
  log.note("stopped", {});
  return ok();
}

}  // namespace nucong::http

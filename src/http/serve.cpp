#include "http/serve.hpp"

#include <mutex>
#include <thread>

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

/// Takes in what is done by others, on a thread of its own: woken by them where the engine tells, and four
/// times a second besides.
class Following {
 public:
  Following(live::LiveNation& live, app::Database& database, Keeping& keeping, Log& log)
      : live_(live),
        database_(database),
        keeping_(keeping),
        log_(log),
        thread_([this](const std::stop_token& end) {
          while (!end.stop_requested()) follow();
        }) {}

 private:
  void follow() {
    database_.await_act(std::chrono::milliseconds(250));
    try {
      const auto followed = live_.follow();
      if (followed.has_value()) return tell(std::nullopt, {});
      tell(followed.error(), dotted(followed.error().code()));
    } catch (const std::exception& defect) {
      tell(Error(ErrorCode::defect), defect.what());
    }
  }
  void tell(std::optional<Error> trouble, std::string_view detail) {
    const bool keeps_up = !trouble.has_value();
    if (keeping_.set(std::move(trouble)))
      log_.note(keeps_up ? "keeps up with the store again" : "does not keep up with the store", detail);
  }

  live::LiveNation& live_;
  app::Database& database_;
  Keeping& keeping_;
  Log& log_;
  std::jthread thread_;
};

struct Upkeep {
  live::LiveNation& live;
  Site& site;
  TargetWatch& watch;
  const app::Ports& ports;
};

/// What is done now and then while the server runs, until `pause` wants an end.
void keep_up(const Upkeep& kept, app::Pause& pause, Log& log) {
  constexpr std::chrono::minutes forgets_after{1};
  auto forgot = kept.ports.clock.now();
  while (pause.wait()) {
    kept.site.prepare();
    const auto nation = kept.live.now();
    kept.watch.look({*nation, kept.ports.knowledge, kept.live.atlas(), kept.ports.clock.today()});
    const auto now = kept.ports.clock.now();
    if (now - forgot < forgets_after) continue;
    forgot = now;
    if (const auto done = kept.ports.database.forget_answers(now); done.has_error())
      log.note("cannot forget answers that are over", dotted(done.error().code()));
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
  return {ports.database, ports.clock, ports.files, ports.sheets, progress, ports.workers, ports.knowledge};
}

/// Everything between a socket and a nation.
class Desk {
 public:
  Desk(const ServePorts& given, const app::Words::Table& wording, const ServeOrder& order,
       const Address& address, live::LiveNation& live, Measures& measures, Feed& feed, const Keeping& keeping)
      : ports_(with(given.ports, silent_)),
        account_ports_{ports_.database, ports_.clock, given.secrets, gate_},
        holders_(account_ports_, known_),
        site_({{live, trees_, measures, feed, [&keeping] { return keeping.trouble(); }, order.version, known_,
                ports_, given.secrets, gate_, given.documents, order.tls.given() || !order.proxies.empty(),
                given.identity},
               order.without_sign_in ? static_cast<Askers&>(neighbours_) : holders_,
               wording,
               hosts_of(address, order.hosts),
               order.proxies,
               order.paces,
               given.pages}) {}

  [[nodiscard]] Site& site() { return site_; }

  /// The link that makes the first administrator, if there is none yet.
  [[nodiscard]] Result<std::optional<std::string>> first_link() {
    return app::first_administrator(account_ports_);
  }

 private:
  Silent silent_;
  app::Ports ports_;
  live::SharedGate gate_;
  app::AccountPorts account_ports_;
  KnownAskers known_;
  Trees trees_;
  AccountHolders holders_;
  Neighbours neighbours_;
  Site site_;
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
  {
    const Following following(*live, ports.ports.database, keeping, log);
    keep_up({*live, desk.site(), watch, ports.ports}, pause, log);
  }
  log.note("stopping", {});
  server->stop();
  log.note("stopped", {});
  return ok();
}

}  // namespace nucong::http

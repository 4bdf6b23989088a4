// A small confederation with people in office, on a database in memory and a clock that stands still.
#pragma once

#include <memory>
#include <stdexcept>

#include "app/asker.hpp"
#include "app/manage_accounts.hpp"
#include "app/resets.hpp"
#include "app/sign_in.hpp"
#include "world/app.hpp"
#include "world/plain_secrets.hpp"

namespace nucong::world {

class Accounts {
 public:
  explicit Accounts(const std::string& events) : past(history(events)) {}

  [[nodiscard]] Slot unit(const std::string& code) const { return past.slot(code).value(); }
  [[nodiscard]] account::Office office(account::Role role, const std::string& at,
                                       app::AccountId account = {}) const {
    return {account, role, unit(at), make_date(2026, 1, 1), {}};
  }

  /// Somebody in office, with a pass phrase of their own: see `phrase`.
  app::AccountId person(const std::string& name, std::vector<account::Office> offices) {
    const auto made =
        app::make_account(ports, app::console(), {name, "Chị " + name, std::move(offices)}, past).value();
    if (!app::finish_pass_phrase_reset(ports, made.link, phrase(name), "10.0.0.9"))
      throw std::logic_error("pass phrase refused");
    return made.account;
  }
  [[nodiscard]] static std::string phrase(const std::string& name) { return name + " đi chợ sớm"; }

  Result<app::SignedIn> sign_in(const std::string& name, const std::string& phrase,
                                const std::string& code = {}, const std::string& address = "10.0.0.1") {
    return app::sign_in(ports, {name, phrase, code, address, "Firefox", {}});
  }
  /// Signs in and asks who that is.
  app::Asker asker(const std::string& name) {
    return app::whoami(ports, sign_in(name, phrase(name)).value().token, "10.0.0.1", today).value();
  }

  /// The deeds of the audit log, in order.
  [[nodiscard]] std::vector<std::string> deeds() {
    std::vector<std::string> found;
    const auto walked = database->each_audit(0, [&](const account::AuditEntry& entry) -> Result<> {
      found.push_back(entry.note.deed);
      return ok();
    });
    if (!walked) throw std::logic_error("no audit");
    return found;
  }

  unit::History past;
  unit::Tree tree{past, make_date(2026, 11, 1)};
  unit::Lineage today{tree};
  StandingClock clock;
  PlainSecrets secrets;
  app::LooseGate gate;
  app::Digest digest = [this](std::string_view text) { return secrets.digest(text); };
  std::unique_ptr<app::Database> database = database_in_memory(digest);
  app::AccountPorts ports{*database, clock, secrets, gate};
};

inline constexpr const char* small_confederation =
    "2023-01-01 found VN kind=confederation\n"
    "2023-01-01 found A parent=VN kind=zone\n"
    "2023-01-01 found A1 parent=A kind=grassroots\n"
    "2023-01-01 found A2 parent=A kind=grassroots\n"
    "2023-01-01 found B parent=VN kind=zone\n"
    "2023-01-01 found B1 parent=B kind=grassroots\n"
    "2025-01-01 close B1\n";

}  // namespace nucong::world

// Who asks, by which means, and what they may do: what every use case behind a sign-in is given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "account/scope.hpp"
#include "app/database.hpp"
#include "app/gate.hpp"
#include "app/ports.hpp"
#include "app/secrets.hpp"

namespace nucong::app {

/// What the use cases of accounts need.
struct AccountPorts {
  Database& database;
  Clock& clock;
  Secrets& secrets;
  Gate& gate;
};

enum class Means : std::uint8_t {
  console,  ///< whoever runs the program beside the database: may do everything, as they could without us
  session,
  token
};

struct Asker {
  Means means = Means::console;
  std::optional<AccountId> account;  ///< none on the console
  std::string name;                  ///< user name; empty on the console
  std::string person;
  bool may_write = true;  ///< false for a token that only reads
  std::string address;    ///< empty on the console
  std::string digest;     ///< of the session or token
  account::Scope scope;   ///< refers to the lineage it was made with
};

/// Whoever sits at the machine.
[[nodiscard]] inline Asker console() {
  return {};
}

/// Whether the asker may do that at the unit, by role and by means.
/// Errors: `scope.exceeded` (params `deed`, `unit` as code), `token.read_only`.
[[nodiscard]] Result<> demand(const Asker& asker, account::Deed deed, Slot unit,
                              const unit::History& history);

/// For what people do themselves and no program of theirs. Errors: `session.ended` unless by a session.
[[nodiscard]] Result<> demand_session(const Asker& asker);

/// A note about something the asker does now.
[[nodiscard]] AuditNote note_of(const Asker& asker, Instant now, std::string deed, std::string thing,
                                std::optional<Slot> unit = {}, std::string summary = {});
/// Into the audit log, as an act of its own: that something was refused. Errors: those of Database.
[[nodiscard]] Result<> write_note(Database& database, const AuditNote& note);

/// Sessions end when nothing was asked for so long, and at the latest so long after signing in. Long for
/// an office, because these are people who come once a month by telephone; everything that lasts (accounts,
/// pass phrases) asks for the pass phrase again.
inline constexpr std::chrono::seconds session_idle_max = std::chrono::days(3);
inline constexpr std::chrono::seconds session_life_max = std::chrono::days(30);

/// Who somebody is, before it is asked on which tree.
struct Credentials {
  Asker asker;                           ///< with nobody's scope
  std::vector<account::Office> offices;  ///< all of theirs, past ones included

  /// The asker on a day, on a tree. `lineage` must outlive it.
  [[nodiscard]] Asker on(Date day, const unit::Lineage& lineage) const;
};

/// Who holds this token of a session or of a program; the session goes on. Errors: `session.ended`.
[[nodiscard]] Result<Credentials> credentials(const AccountPorts& ports, const std::string& bearer,
                                              const std::string& address);
/// The same on today's tree, whose lineage must outlive the asker.
[[nodiscard]] Result<Asker> whoami(const AccountPorts& ports, const std::string& bearer,
                                   const std::string& address, const unit::Lineage& today);

}  // namespace nucong::app

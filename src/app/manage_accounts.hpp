// Making and closing accounts, giving offices and handing them over: by an administrator, or by the unit
// above.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/asker.hpp"

namespace nucong::app {

/// How long the link lives that comes with a new account, and one that resets something.
inline constexpr std::chrono::seconds invitation_life = std::chrono::days(7);
inline constexpr std::chrono::seconds reset_life = std::chrono::days(1);

struct MakeAccount {
  std::string name;
  std::string person;
  std::vector<account::Office> offices;  ///< at least one, unless from the console; `account` is ignored
};

struct MadeAccount {
  AccountId account;
  std::string link;  ///< by which its owner chooses a pass phrase; shown once
};

// Everybody below needs `manage_accounts` at the unit of each office concerned, and `manage_administrators`
// too where the office is that of an administrator: errors `scope.exceeded`, `token.read_only`. Nobody gives
// an office to themselves or resets or closes their own account: `account.itself`. `also` goes into the same
// act.

/// Errors: `account.name_malformed`, `account.name_taken`, `account.person_missing`, `unit.unknown`,
/// `unit.closed`, `unit.not_yet_founded` (param `unit`: it has to stand on the first day of the term),
/// `office.term_empty`, `office.held`.
[[nodiscard]] Result<MadeAccount> make_account(const AccountPorts& ports, const Asker& asker,
                                               const MakeAccount& wanted, const unit::History& history);

/// The offices concerned are those that are not over; if all are, those that were; without any, an office at
/// the root is needed. Errors: `account.unknown`, `account.closed`, `administrator.last`.
[[nodiscard]] Result<> close_account(const AccountPorts& ports, const Asker& asker, AccountId id,
                                     const unit::History& history, const BeforeCommit<void>& also = {});

/// Errors: as `make_account`; `account.unknown`, `account.closed`.
[[nodiscard]] Result<> appoint(const AccountPorts& ports, const Asker& asker, const account::Office& office,
                               const unit::History& history, const BeforeCommit<void>& also = {});
/// Errors: `office.changed`, `office.term_empty`, `office.ended`, `administrator.last`, `account.unknown`.
[[nodiscard]] Result<> end_office(const AccountPorts& ports, const Asker& asker,
                                  const account::Office& office, Date day, const unit::History& history,
                                  const BeforeCommit<void>& also = {});
/// Errors: `office.changed`, and those of account::hand_over; `unit.closed` as above; `account.unknown`,
/// `account.closed` of the receiver.
[[nodiscard]] Result<account::Handover> hand_over(const AccountPorts& ports, const Asker& asker,
                                                  const account::Office& office, AccountId receiver, Date day,
                                                  const unit::History& history,
                                                  const BeforeCommit<account::Handover>& also = {});

/// Whether the asker may do something about that account as a whole. Errors: `account.itself`,
/// `scope.exceeded`, `token.read_only`.
[[nodiscard]] Result<> demand_over(const AccountPorts& ports, const Asker& asker, AccountId id,
                                   const unit::History& history);

/// An account with the offices it holds and held.
struct SeenAccount {
  StoredAccount account;
  std::vector<account::Office> offices;
};
/// The accounts that the asker looks after: those with an office where `manage_accounts` is allowed, each
/// with those of its offices that lie there; and those without any office for whoever may at the root. By
/// number.
[[nodiscard]] Result<std::vector<SeenAccount>> accounts_seen(Reader& reader, const Asker& asker,
                                                             const unit::History& history);

/// The name of a person as it is kept: NFC, one line. Errors: `account.person_missing`, `text.not_utf8`.
[[nodiscard]] Result<std::string> person_named(const std::string& typed);

}  // namespace nucong::app

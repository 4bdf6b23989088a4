// One-time links: a new pass phrase, a second factor taken off, the first administrator.
#pragma once

#include <optional>
#include <string>

#include "app/asker.hpp"

namespace nucong::app {

/// A link for the owner of the account, given to them by whoever looks after it: an administrator or the unit
/// above. Shown once; an earlier one of the same kind is void. `kind` is not `first_administrator`.
/// Errors: those of `demand_over`; `account.unknown`, `account.closed`.
[[nodiscard]] Result<std::string> begin_reset(const AccountPorts& ports, const Asker& asker, AccountId id,
                                              LinkKind kind, const unit::History& history);

/// Uses up a link of kind `pass_phrase`, also the one that came with a new account. Everybody who was signed
/// in with the account is out, and so are its tokens. The link stays good if the phrase is refused. Errors:
/// `link.ended`; those of account::normal_pass_phrase and check_pass_phrase.
[[nodiscard]] Result<> finish_pass_phrase_reset(const AccountPorts& ports, const std::string& link,
                                                const std::string& pass_phrase, const std::string& address);
/// Uses up a link of kind `second_factor`. Signing in still takes the pass phrase. Errors: `link.ended`.
[[nodiscard]] Result<> finish_second_factor_reset(const AccountPorts& ports, const std::string& link,
                                                  const std::string& address);

/// The link by which somebody becomes the first administrator; none if there is one. For whoever starts the
/// program: it belongs on the console and nowhere else.
[[nodiscard]] Result<std::optional<std::string>> first_administrator(const AccountPorts& ports);

struct FirstAdministrator {
  std::string name;
  std::string person;
  std::string pass_phrase;
};
/// Administrator at the root from today. Errors: `unit.unknown` if there is no unit yet; `link.ended`,
/// `administrator.exists`; those of names and pass phrases.
[[nodiscard]] Result<AccountId> finish_first_administrator(const AccountPorts& ports, const std::string& link,
                                                           const FirstAdministrator& wanted,
                                                           const std::string& address,
                                                           const unit::History& history);

/// Changes one's own. Other sessions of the account go on. Errors: `session.ended` unless by a session;
/// `passphrase.wrong`; `sign_in.wait`; those of account::normal_pass_phrase and check_pass_phrase.
[[nodiscard]] Result<> change_pass_phrase(const AccountPorts& ports, const Asker& asker,
                                          const std::string& old_phrase, const std::string& new_phrase);

/// The asker's own account, if `typed` is its pass phrase. What lasts asks for it again, and is held back
/// like a sign-in. Errors: `session.ended` unless by a session; `passphrase.wrong`; `sign_in.wait` (param
/// `seconds`).
[[nodiscard]] Result<StoredAccount> confirmed(const AccountPorts& ports, const Asker& asker,
                                              const std::string& typed);

}  // namespace nucong::app

// Signing in and out.
#pragma once

#include <optional>
#include <string>

#include "app/asker.hpp"

namespace nucong::app {

struct SignIn {
  std::string name;
  std::string pass_phrase;
  std::string code;                     ///< six digits or a recovery code; empty if not asked for yet
  std::string address;                  ///< one place, as account::Throttle says
  std::string user_agent;               ///< as the browser says; cut and cleaned here
  std::optional<std::string> replaced;  ///< the token of a session that ends with this
};

struct SignedIn {
  std::string token;  ///< a new one each time; shown once
  AccountId account;
  Instant expires{};
  std::optional<std::size_t> recovery_codes_left;  ///< if one was used
};

/// A session for whoever knows the pass phrase and, where there is one, holds the second factor. Whatever is
/// wrong, the answer is the same and costs one hash: a name that does not exist, a closed account, one
/// without pass phrase yet, a wrong phrase, a wrong or used code. What was typed as a name is written down
/// only if it is one: people type pass phrases there. Errors: `sign_in.refused`; `sign_in.code_wanted` if the
/// phrase is right and no code was given; `sign_in.wait` (param `seconds`), and nothing was tried; those of
/// the ports.
[[nodiscard]] Result<SignedIn> sign_in(const AccountPorts& ports, const SignIn& wanted);

/// Ends the session by which the asker came. Errors: `session.ended`.
[[nodiscard]] Result<> sign_out(const AccountPorts& ports, const Asker& asker);

}  // namespace nucong::app

// A session for somebody who has proved who they are, in whatever way.
#pragma once

#include "app/sign_in.hpp"

namespace nucong::app {

/// Where a session begins.
struct Visit {
  std::string address;                  ///< one place, as account::Throttle says
  std::string user_agent;               ///< as the browser says; cut and cleaned here
  std::optional<std::string> replaced;  ///< the token of a session that ends with this
};

/// Errors: those of Writer::sign_in where the account has changed since `proof` was looked at.
[[nodiscard]] Result<SignedIn> begin_session(const AccountPorts& ports, const Visit& visit,
                                             const StoredAccount& account, const Proof& proof,
                                             const AuditNote& note);

}  // namespace nucong::app

// Signing in by another house's word: an OpenID provider of the confederation.
#pragma once

#include "app/begin_session.hpp"
#include "app/identity_provider.hpp"

namespace nucong::app {

/// How long an attempt may take, with all that people type over there.
inline constexpr std::chrono::seconds attempt_life_max = std::chrono::minutes(10);

struct BegunElsewhere {
  std::string address;  ///< where the browser goes
  std::string kept;     ///< what it keeps meanwhile, and shows nobody
};

/// Errors: those of the provider.
[[nodiscard]] Result<BegunElsewhere> begin_sign_in_elsewhere(const AccountPorts& ports,
                                                             IdentityProvider& provider);

struct CameBack {
  std::string code;
  std::string state;
  std::string kept;  ///< of BegunElsewhere, from the same browser
  Visit visit;
};

/// A session for the account whose name the provider vouches for. A second factor of ours is not asked for:
/// the provider's sign-in stands for all of it. Errors: `identity.attempt_lost` if it was not begun in this
/// browser, `sign_in.wait` (param `seconds`), `identity.unknown` (param `name`) if no open account has that
/// name; those of the provider and of the ports.
[[nodiscard]] Result<SignedIn> finish_sign_in_elsewhere(const AccountPorts& ports, IdentityProvider& provider,
                                                        const CameBack& back);

}  // namespace nucong::app

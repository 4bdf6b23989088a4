// What a provider signed about somebody (OpenID Connect Core 1.0, sections 2 and 3.1.3.7).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong::oidc {

/// What a token must say to be for us and for this attempt.
struct Expected {
  std::string issuer;
  std::string client_id;
  std::string nonce;
  std::chrono::sys_seconds now;
};

/// The text of `claim` in a compact token that is signed by one of `keys` (RFC 7517) with RS256, PS256 or
/// ES256, says what is expected and has not run out (a minute is allowed for clocks that differ). Errors:
/// `identity.refused` (param `detail`: "signature", "alg", "iss", "aud", "nonce", "exp" or the claim);
/// `identity.unavailable` where the keys cannot be read. A key that is not among them is `detail` "kid":
/// newer keys may have it.
[[nodiscard]] Result<std::string> claim_of(std::string_view token, std::string_view keys,
                                           const Expected& expected, std::string_view claim);

}  // namespace nucong::oidc

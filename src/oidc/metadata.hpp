// What a provider tells about itself (OpenID Connect Discovery 1.0, section 3), as far as it is needed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong::oidc {

struct Metadata {
  std::string authorization;  ///< where browsers go
  std::string token;          ///< where a code is exchanged
  std::string keys;           ///< where the keys are that its tokens are signed with

  bool operator==(const Metadata&) const = default;
};

/// Where `issuer` tells it.
[[nodiscard]] std::string metadata_address(std::string_view issuer);

/// Errors: `identity.unavailable` (param `detail`) if it is no JSON, tells of another issuer, lacks one of
/// the three or names one that is not https.
[[nodiscard]] Result<Metadata> read_metadata(std::string_view json, std::string_view issuer);

/// The ID token in the answer to a code (OpenID Connect Core 1.0, section 3.1.3.3). Errors:
/// `identity.unavailable`.
[[nodiscard]] Result<std::string> read_id_token(std::string_view json);

}  // namespace nucong::oidc

// What is asked of a provider over HTTPS.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"

namespace nucong::oidc {

struct WireQuestion {
  std::string address;
  std::string form;  ///< sent as a form by POST; empty: GET
  std::string user;  ///< with `password` as HTTP Basic; empty: neither
  std::string password;
};

struct WireAnswer {
  unsigned status = 200;
  std::string body;
};

/// Errors: `identity.unavailable` (param `detail`) if there is no answer.
using Wire = std::function<Result<WireAnswer>(const WireQuestion&)>;

/// Over the network, by libcurl: TLS with the machine's certificates, no redirections, at most 6 seconds and
/// 256 KiB. Plain HTTP only to this machine. From any thread.
[[nodiscard]] Result<WireAnswer> ask_network(const WireQuestion& question);

/// As in a form or behind `?`: everything but letters, digits and "-._~" escaped (RFC 3986).
[[nodiscard]] std::string escaped(std::string_view text);

/// Whether it may be asked: https, or http to this machine.
[[nodiscard]] bool is_safe_address(std::string_view address);

}  // namespace nucong::oidc

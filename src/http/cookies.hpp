// What browsers keep for us, never where a script could read it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "http/route.hpp"

namespace nucong::http {

/// Of somebody who is signed in.
inline constexpr std::string_view session_cookie = "nucong";
/// Of somebody who is signing in elsewhere.
inline constexpr std::string_view attempt_cookie = "nucong-attempt";

/// Before the names of cookies over TLS: a browser then takes them from this very server alone.
inline constexpr std::string_view secure_prefix = "__Host-";

/// Its value; empty if it was not sent.
[[nodiscard]] std::string cookie_of(const Request& request, std::string_view name);

/// Sets it for so long; for no time takes it away. It is sent back with what our own pages ask, and nothing
/// else.
[[nodiscard]] Field set_cookie(const Asked& asked, std::string_view name, std::string_view value,
                               std::chrono::seconds life);

}  // namespace nucong::http

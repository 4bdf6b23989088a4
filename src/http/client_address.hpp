// From where a request comes.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace nucong::http {

using Addresses = std::set<std::string, std::less<>>;

[[nodiscard]] bool is_loopback(std::string_view address);

/// The machine that asks, where a proxy stands in between: `peer` is who opened the connection, `forwarded`
/// its `X-Forwarded-For`. Read from the right, as far as those are trusted who wrote it; what anybody may
/// have written on the left counts for nothing.
[[nodiscard]] std::string client_address(const std::string& peer, std::string_view forwarded,
                                         const Addresses& trusted);

/// One place, of which waits and limits are counted: an IPv4 address; of IPv6 the first 64 bits, because a
/// household has all the others.
[[nodiscard]] std::string place_of(const std::string& address);

}  // namespace nucong::http

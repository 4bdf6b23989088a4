// Recovery codes: printed once, each good for one sign-in when the phone is lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nucong::account {

inline constexpr std::size_t recovery_codes = 8;
/// 80 bits: so much that a fast hash of it may be stored.
inline constexpr std::size_t recovery_code_bytes = 10;

/// Sixteen letters and digits in fours, "7k3m-q0ze-...", without those that people mistake for others
/// (Crockford's base 32). Defect unless `random` has `recovery_code_bytes` bytes.
[[nodiscard]] std::string recovery_code(std::string_view random);

/// As it is hashed: case, blanks and hyphens aside, o read as 0, i and l as 1. None if it cannot be one.
[[nodiscard]] std::optional<std::string> normal_recovery_code(std::string_view typed);

}  // namespace nucong::account

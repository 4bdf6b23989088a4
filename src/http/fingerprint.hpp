// Whether two texts are the same, at a glance: for tags of answers and pages.
#pragma once

#include <cstdint>
#include <string_view>

namespace nucong::http {

/// FNV-1a, 64 bits. Against nobody's will: what somebody forges may have the fingerprint of something else.
[[nodiscard]] constexpr std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

}  // namespace nucong::http

#include "account/recovery_code.hpp"

#include <cstdint>

#include "base/error.hpp"

namespace nucong::account {
namespace {

constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t length = 16;
constexpr std::size_t group = 4;

char plain(char typed) {
  const char c = typed >= 'A' && typed <= 'Z' ? static_cast<char>(typed - 'A' + 'a') : typed;
  if (c == 'o') return '0';
  if (c == 'i' || c == 'l') return '1';
  return c;
}

}  // namespace

std::string recovery_code(std::string_view random) {
  ENSURE(random.size() == recovery_code_bytes);
  std::string code;
  std::uint32_t bits = 0;
  unsigned held = 0;
  std::size_t written = 0;
  for (const char byte : random) {
    bits = (bits << 8U | static_cast<unsigned char>(byte)) & 0xffffU;
    for (held += 8; held >= 5; held -= 5) {
      if (written > 0 && written % group == 0) code += '-';
      code += letters[bits >> (held - 5) & 31U];
      ++written;
    }
  }
  return code;
}

std::optional<std::string> normal_recovery_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    code += plain(c);
    if (code.size() > length || letters.find(code.back()) == std::string_view::npos) return std::nullopt;
  }
  return code.size() == length ? std::optional(code) : std::nullopt;
}

}  // namespace nucong::account

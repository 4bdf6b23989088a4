#include "document/detail/utf8.hpp"

#include "base/result.hpp"

namespace nucong::document::detail {
namespace {

constexpr char32_t last_code = 0x10FFFF;

bool is_surrogate(char32_t code) {
  return code >= 0xD800 && code <= 0xDFFF;
}

// The length that a first byte announces; 0 if it can be none.
std::size_t announced(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

char32_t least_of(std::size_t bytes) {
  return bytes == 4 ? 0x10000 : bytes == 3 ? 0x800 : bytes == 2 ? 0x80 : 0;
}

}  // namespace

std::optional<Utf8Character> utf8_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t bytes = announced(first);
  if (bytes == 0 || text.size() - at < bytes) return std::nullopt;
  if (bytes == 1) return Utf8Character{first, 1};
  char32_t code = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80) return std::nullopt;
    code = (code << 6U) | (next & 0x3FU);
  }
  if (code < least_of(bytes) || code > last_code || is_surrogate(code)) return std::nullopt;
  return Utf8Character{code, bytes};
}

std::optional<std::size_t> first_broken_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = utf8_at(text, at);
    if (!character) return at;
    at += character->bytes;
  }
  return std::nullopt;
}

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6U));
    put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3FU));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t code : text) append_utf8(out, code);
  return out;
}

std::u32string from_utf8(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = utf8_at(text, at);
    ENSURE(character.has_value());
    out += character->code;
    at += character->bytes;
  }
  return out;
}

}  // namespace nucong::document::detail

// UTF-8 a character at a time, for text whose encoding is still in question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nucong::document::detail {

struct Utf8Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

/// The character that begins at `at`; nothing if the bytes there are none (overlong, a surrogate, cut off).
[[nodiscard]] std::optional<Utf8Character> utf8_at(std::string_view text, std::size_t at);

/// The offset of the first byte that is no UTF-8; nothing if all is.
[[nodiscard]] std::optional<std::size_t> first_broken_byte(std::string_view text);

void append_utf8(std::string& text, char32_t code);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
/// Of valid UTF-8.
[[nodiscard]] std::u32string from_utf8(std::string_view text);

}  // namespace nucong::document::detail

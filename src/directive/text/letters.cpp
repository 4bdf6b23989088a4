#include "directive/text/letters.hpp"

namespace nucong::directive {
namespace {

// Blocks that hold punctuation, symbols and spaces. Everything else above ASCII that is not in our table is a
// letter of somebody's alphabet: it belongs to a word, though to none that we know.
bool is_symbol_block(char32_t code) {
  return code < 0xC0 || code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x2BFF) ||
         (code >= 0x3000 && code <= 0x303F) || (code >= 0xE000 && code <= 0xF8FF) || code == 0xFEFF ||
         code == broken_byte || code >= 0x1F000;
}

}  // namespace

Letter letter_of(char32_t code_point) {
  if (const Letter listed = detail::listed_letter(code_point); listed.code != 0) return listed;
  if (is_symbol_block(code_point) || mark_of(code_point) != Mark::none) return {};
  return {foreign_code, 0, false};
}

}  // namespace nucong::directive

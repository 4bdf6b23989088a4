// What a written syllable of Vietnamese can be: evidence for or against a guess at an encoding.
#pragma once

#include <string_view>

namespace nucong::document::detail {

/// Whether the word is built as Vietnamese writes a syllable: an onset, a rime and a tone that fit together,
/// in any case, the tone on any vowel. Says nothing about whether the syllable means something. Expects NFC.
[[nodiscard]] bool is_syllable(std::u32string_view word);

/// Whether it has a vowel at all; a word without one is an abbreviation or a unit of measure.
[[nodiscard]] bool has_vowel(std::u32string_view word);

}  // namespace nucong::document::detail

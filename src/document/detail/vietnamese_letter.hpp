// The accented letters of Vietnamese: a vowel with its quality, and a tone upon it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nucong::document::detail {

/// In the order of the tables below.
enum class Tone : std::uint8_t { level, grave, hook, tilde, acute, dot };
constexpr std::size_t tone_count = 6;

/// One row a vowel: without a tone, then with each.
constexpr std::array<std::u32string_view, 12> lower_vowels = {U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ",
                                                              U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
                                                              U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr std::array<std::u32string_view, 12> upper_vowels = {U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ",
                                                              U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ", U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ",
                                                              U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};

struct Vowel {
  std::size_t row = 0;  ///< in the tables
  Tone tone = Tone::level;
  bool capital = false;

  [[nodiscard]] constexpr char32_t letter() const {
    return (capital ? upper_vowels : lower_vowels)[row][static_cast<std::size_t>(tone)];
  }
  /// Lower case and without its tone: "Ấ" gives "â".
  [[nodiscard]] constexpr char32_t base() const { return lower_vowels[row][0]; }
  [[nodiscard]] constexpr char32_t with_tone(Tone other) const { return Vowel{row, other, capital}.letter(); }
};

/// Nothing for any other letter.
[[nodiscard]] constexpr std::optional<Vowel> vowel_of(char32_t letter) {
  for (std::size_t row = 0; row < lower_vowels.size(); ++row) {
    for (std::size_t tone = 0; tone < tone_count; ++tone) {
      if (lower_vowels[row][tone] == letter) return Vowel{row, static_cast<Tone>(tone), false};
      if (upper_vowels[row][tone] == letter) return Vowel{row, static_cast<Tone>(tone), true};
    }
  }
  return std::nullopt;
}

}  // namespace nucong::document::detail

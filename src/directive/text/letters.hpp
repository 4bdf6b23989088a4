// Letters as Vietnamese readers see them: one key for a word whatever its case, its Unicode form (composed or
// decomposed) and the vowel its tone was typed on. All constexpr, so that lexicons are built by the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nucong::directive {

/// A word's letters and tone packed into one number. Words of up to ten letters have distinct keys; longer
/// ones (no Vietnamese syllable) are hashed.
enum class Key : std::uint64_t {};

struct Character {
  char32_t code = 0;
  std::uint32_t bytes = 1;
};

inline constexpr char32_t broken_byte = 0xFFFD;

/// The character at `at`; a byte that is no UTF-8 is one character of its own, so no input can stop the
/// reader.
[[nodiscard]] constexpr Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {broken_byte, 1};
  char32_t code = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {broken_byte, 1};
    code = (code << 6) | (byte(at + i) & 0x3FU);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {broken_byte, 1};
  return {code, size};
}

/// `code` numbers a–z 1–26, ă â đ ê ô ơ ư 27–33, 0–9 34–43, any other letter 44; 0 is no letter.
struct Letter {
  std::uint8_t code = 0;
  std::uint8_t tone = 0;  ///< 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng
  bool upper = false;
};

/// The letter a code point stands for; `code` 0 for digits, marks and punctuation.
[[nodiscard]] Letter letter_of(char32_t code_point);

/// What a combining mark does to the letter before it: a tone, a change of letter, or nothing we know.
enum class Mark : std::uint8_t {
  none,
  tone_1,
  tone_2,
  tone_3,
  tone_4,
  tone_5,
  circumflex,
  breve,
  horn,
  other
};
[[nodiscard]] constexpr Mark mark_of(char32_t code_point) {
  switch (code_point) {
    case 0x301:
      return Mark::tone_1;
    case 0x300:
      return Mark::tone_2;
    case 0x309:
      return Mark::tone_3;
    case 0x303:
      return Mark::tone_4;
    case 0x323:
      return Mark::tone_5;
    case 0x302:
      return Mark::circumflex;
    case 0x306:
      return Mark::breve;
    case 0x31B:
      return Mark::horn;
    default:
      return code_point >= 0x300 && code_point <= 0x36F ? Mark::other : Mark::none;
  }
}

namespace detail {

struct LetterRow {
  std::u32string_view variants;  ///< no tone, sắc, huyền, hỏi, ngã, nặng
  std::uint8_t code;
};

inline constexpr auto vowel_rows = std::to_array<LetterRow>({
    {U"aáàảãạ", 1},  {U"AÁÀẢÃẠ", 1},  {U"ăắằẳẵặ", 27}, {U"ĂẮẰẲẴẶ", 27}, {U"âấầẩẫậ", 28}, {U"ÂẤẦẨẪẬ", 28},
    {U"eéèẻẽẹ", 5},  {U"EÉÈẺẼẸ", 5},  {U"êếềểễệ", 30}, {U"ÊẾỀỂỄỆ", 30}, {U"iíìỉĩị", 9},  {U"IÍÌỈĨỊ", 9},
    {U"oóòỏõọ", 15}, {U"OÓÒỎÕỌ", 15}, {U"ôốồổỗộ", 31}, {U"ÔỐỒỔỖỘ", 31}, {U"ơớờởỡợ", 32}, {U"ƠỚỜỞỠỢ", 32},
    {U"uúùủũụ", 21}, {U"UÚÙỦŨỤ", 21}, {U"ưứừửữự", 33}, {U"ƯỨỪỬỮỰ", 33}, {U"yýỳỷỹỵ", 25}, {U"YÝỲỶỸỴ", 25},
    {U"đ", 29},      {U"Đ", 29},
});

inline constexpr std::size_t letter_table_size = 0x1F00;

inline constexpr auto letter_table = [] {
  std::array<Letter, letter_table_size> table{};
  for (std::uint8_t i = 0; i < 26; ++i) {
    table[static_cast<std::size_t>(U'a') + i] = {static_cast<std::uint8_t>(i + 1), 0, false};
    table[static_cast<std::size_t>(U'A') + i] = {static_cast<std::uint8_t>(i + 1), 0, true};
  }
  for (std::size_t row = 0; row < vowel_rows.size(); ++row) {
    const auto& [variants, code] = vowel_rows[row];
    for (std::size_t tone = 0; tone < variants.size(); ++tone)
      table[variants[tone]] = {code, static_cast<std::uint8_t>(tone), row % 2 == 1};
  }
  return table;
}();

constexpr Letter listed_letter(char32_t code_point) {
  return code_point < letter_table_size ? letter_table[code_point] : Letter{};
}

/// ă â → a, đ → d, ê → e, ô ơ → o, ư → u.
constexpr std::uint8_t bare_code(std::uint8_t code) {
  constexpr std::array<std::uint8_t, 7> bare = {1, 1, 4, 5, 15, 15, 21};
  return code >= 27 && code <= 33 ? bare[code - 27U] : code;
}

constexpr std::uint8_t marked_code(std::uint8_t code, Mark mark) {
  if (mark == Mark::circumflex) return code == 1 ? 28 : code == 5 ? 30 : code == 15 ? 31 : code;
  if (mark == Mark::breve) return code == 1 ? 27 : code;
  if (mark == Mark::horn) return code == 15 ? 32 : code == 21 ? 33 : code;
  return code;
}

}  // namespace detail

inline constexpr std::uint8_t digit_code = 34;
inline constexpr std::uint8_t foreign_code = 44;

/// Collects the letters of one word.
class KeyBuilder {
 public:
  constexpr void add(std::uint8_t code, std::uint8_t tone = 0) {
    flush();
    last_ = code;
    if (tone != 0) tone_ = tone;
  }
  constexpr void add(Mark mark) {
    if (mark >= Mark::tone_1 && mark <= Mark::tone_5)
      tone_ = static_cast<std::uint8_t>(mark);
    else
      last_ = detail::marked_code(last_, mark);
  }
  /// With tone and marks.
  [[nodiscard]] constexpr Key toned() const {
    return Key{(pushed(toned_, last_, size_) & body_mask) | std::uint64_t{tone_} << 60 | overflow()};
  }
  /// Without: "Nữ" and "nu" alike.
  [[nodiscard]] constexpr Key folded() const {
    return Key{(pushed(folded_, detail::bare_code(last_), size_) & body_mask) | overflow()};
  }

 private:
  static constexpr std::uint64_t body_mask = (std::uint64_t{1} << 60) - 1;

  static constexpr std::uint64_t pushed(std::uint64_t body, std::uint8_t code, std::uint32_t size) {
    if (code == 0) return body;
    if (size < 10) return body | std::uint64_t{code} << (6 * size);
    return (body ^ code) * 0x100000001B3ULL;
  }
  constexpr void flush() {
    if (last_ == 0) return;
    toned_ = pushed(toned_, last_, size_);
    folded_ = pushed(folded_, detail::bare_code(last_), size_);
    ++size_;
  }
  [[nodiscard]] constexpr std::uint64_t overflow() const { return size_ >= 10 ? std::uint64_t{1} << 63 : 0; }

  std::uint64_t toned_ = 0;
  std::uint64_t folded_ = 0;
  std::uint32_t size_ = 0;
  std::uint8_t last_ = 0;
  std::uint8_t tone_ = 0;
};

/// The key of a word written in our own source (composed UTF-8, letters and digits only).
[[nodiscard]] constexpr Key key_of(std::string_view word) {
  KeyBuilder key;
  for (std::size_t at = 0; at < word.size();) {
    const auto [code, bytes] = character_at(word, at);
    at += bytes;
    if (code >= U'0' && code <= U'9') {
      key.add(static_cast<std::uint8_t>(digit_code + (code - U'0')));
      continue;
    }
    const Letter letter = detail::listed_letter(code);
    key.add(letter.code, letter.tone);
  }
  return key.toned();
}

consteval Key operator""_w(const char* text, std::size_t size) {
  return key_of({text, size});
}

}  // namespace nucong::directive

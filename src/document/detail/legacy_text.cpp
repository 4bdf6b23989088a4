#include "document/detail/legacy_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"
#include "document/detail/legacy_encoding.hpp"
#include "document/detail/syllable.hpp"
#include "document/detail/utf8.hpp"

namespace nucong::document::detail {
namespace {

using app::Encoding;
using Text = std::u32string_view;

// A text of two sure words ("Coâng ñoaøn") is enough; "thé" alone is not. In hundredths of the words.
constexpr std::size_t weight_min = 2;
constexpr std::size_t syllables_percent_min = 80;
constexpr std::size_t words_percent_min = 50;
constexpr std::size_t lead_percent_min = 20;
// More words than these tell nothing new.
constexpr std::size_t weight_max = 20'000;

bool is_high(char32_t c) {
  return c > 0xA0 && c <= 0xFF;
}

bool is_latin_letter(char32_t c) {
  return c >= 0xC0 && c <= 0xFF && c != U'×' && c != U'÷';
}

bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

// Vietnamese letters and marks that no byte of the old encodings can be shown as: the text is in Unicode.
bool is_modern(char32_t c) {
  constexpr Text modern = U"ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323";
  return (c >= 0x1EA0 && c <= 0x1EF9) || (c > 0xFF && modern.find(c) != Text::npos);
}

bool continues_word(Encoding encoding, char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || (c >= U'0' && c <= U'9');
  if (c <= 0xFF) return is_in_word(encoding, c);
  return c < 0x2000 || c > 0x206F;  // general punctuation
}

template <class Visit>
void for_each_word(Encoding encoding, Text line, const Visit& visit) {
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && continues_word(encoding, line[end])) ++end;
    if (end > at) visit(line.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

/// How Vietnamese the words of a text are when it is read in one encoding.
struct Evidence {
  std::size_t weight = 0;            ///< of words with high characters
  std::size_t syllables_weight = 0;  ///< of those that are syllables
  std::size_t words = 0;             ///< all words
  std::size_t syllables = 0;

  [[nodiscard]] std::size_t percent() const { return weight == 0 ? 0 : syllables_weight * 100 / weight; }
  [[nodiscard]] bool is_enough() const {
    return weight >= weight_min && percent() >= syllables_percent_min &&
           syllables * 100 >= words * words_percent_min;
  }
};

// Two high characters, or a sign amid letters ("C«ng"), are no chance.
std::size_t weight_of(Text word) {
  const auto high = std::ranges::count_if(word, is_high);
  const bool sign = std::ranges::any_of(word, [](char32_t c) { return is_high(c) && !is_latin_letter(c); });
  return high >= 2 || sign ? 2U : 1U;
}

// A lone character is a bullet or a sign, a word without vowel an abbreviation: neither tells anything.
void weigh(Encoding encoding, Origin origin, Text word, Evidence& evidence) {
  if (std::ranges::none_of(word, is_high)) {
    if (!has_vowel(word)) return;
    ++evidence.words;
    evidence.syllables += is_syllable(word) ? 1U : 0U;
    return;
  }
  const auto text = decoded(encoding, word);
  if (word.size() == 1 || !has_vowel(text)) return;
  if (origin == Origin::characters && is_syllable(word)) return;
  const bool fits = is_syllable(text);
  ++evidence.words;
  evidence.syllables += fits ? 1U : 0U;
  evidence.weight += weight_of(word);
  evidence.syllables_weight += fits ? weight_of(word) : 0;
}

template <class Visit>
void for_each_line(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    visit(text.substr(at, end - at));
    at = end;
  }
}

// Lead bytes of U+0080 to U+00FF: a line without them is the same in every encoding.
bool has_high(std::string_view line) {
  return line.find_first_of("\xC2\xC3") != std::string_view::npos;
}

bool has_modern(Text text) {
  return std::ranges::any_of(text, is_modern);
}

std::size_t syllables_of(Encoding encoding, Text line, bool as_it_stands) {
  std::size_t count = 0;
  for_each_word(encoding, line, [&](Text word) {
    if (std::ranges::none_of(word, is_high)) return;
    count += is_syllable(as_it_stands ? std::u32string(word) : decoded(encoding, word)) ? 1U : 0U;
  });
  return count;
}

}  // namespace

std::optional<app::Encoding> legacy_encoding_of(std::string_view shown, Origin origin) {
  std::array<Evidence, legacy_encodings.size()> all;
  if (!has_high(shown)) return std::nullopt;
  for_each_line(shown, [&](std::string_view line) {
    if (all.front().weight > weight_max) return;
    const auto text = from_utf8(line);
    // Of a text in Unicode only a line that was pasted into it is in question.
    if (origin == Origin::characters && (!has_high(line) || has_modern(text))) return;
    for (std::size_t i = 0; i < all.size(); ++i)
      for_each_word(legacy_encodings[i], text,
                    [&](Text word) { weigh(legacy_encodings[i], origin, word, all[i]); });
  });
  const auto best = std::ranges::max_element(all, {}, &Evidence::percent);
  if (!best->is_enough()) return std::nullopt;
  for (auto other = all.begin(); other != all.end(); ++other)
    if (other != best && other->percent() + lead_percent_min > best->percent()) return std::nullopt;
  return legacy_encodings[static_cast<std::size_t>(best - all.begin())];
}

std::string converted(app::Encoding encoding, std::string_view shown) {
  std::string text;
  bool mixed = false;
  for_each_line(shown, [&](std::string_view line) { mixed = mixed || has_modern(from_utf8(line)); });
  for_each_line(shown, [&](std::string_view line) {
    const auto letters = from_utf8(line);
    const bool keep = mixed && (has_modern(letters) || syllables_of(encoding, letters, false) <=
                                                           syllables_of(encoding, letters, true));
    text += keep ? std::string(line) : to_utf8(decoded(encoding, letters));
  });
  return text;
}

}  // namespace nucong::document::detail

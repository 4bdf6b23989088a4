#include "document/detail/syllable.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>

#include "document/detail/vietnamese_letter.hpp"

namespace nucong::document::detail {
namespace {

using Text = std::u32string_view;

// "nghiêng" is the longest.
constexpr std::size_t letters_max = 7;

// Longest first: "ngh" before "ng" before "n". An empty onset fits every rime.
constexpr std::array<Text, 28> onsets = {
    U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v", U"x", U""};

const std::unordered_set<Text>& rimes() {
  static const std::unordered_set<Text> all = {
      U"a",    U"ac",   U"ach",  U"ai",  U"am",  U"an",   U"ang", U"anh",  U"ao",   U"ap",   U"at",
      U"au",   U"ay",   U"ăc",   U"ăm",  U"ăn",  U"ăng",  U"ăp",  U"ăt",   U"âc",   U"âm",   U"ân",
      U"âng",  U"âp",   U"ât",   U"âu",  U"ây",  U"e",    U"ec",  U"em",   U"en",   U"eng",  U"eo",
      U"ep",   U"et",   U"ê",    U"êch", U"êm",  U"ên",   U"ênh", U"êp",   U"êt",   U"êu",   U"i",
      U"ia",   U"ich",  U"iêc",  U"iêm", U"iên", U"iêng", U"iêp", U"iêt",  U"iêu",  U"im",   U"in",
      U"inh",  U"ip",   U"it",   U"iu",  U"o",   U"oa",   U"oac", U"oach", U"oai",  U"oam",  U"oan",
      U"oang", U"oanh", U"oao",  U"oap", U"oat", U"oay",  U"oăc", U"oăm",  U"oăn",  U"oăng", U"oăt",
      U"oc",   U"oe",   U"oen",  U"oeo", U"oet", U"oi",   U"om",  U"on",   U"ong",  U"oong", U"op",
      U"ot",   U"ô",    U"ôc",   U"ôi",  U"ôm",  U"ôn",   U"ông", U"ôp",   U"ôt",   U"ơ",    U"ơi",
      U"ơm",   U"ơn",   U"ơp",   U"ơt",  U"u",   U"ua",   U"uân", U"uâng", U"uât",  U"uây",  U"uc",
      U"uê",   U"uêch", U"uênh", U"ui",  U"um",  U"un",   U"ung", U"uơ",   U"uôc",  U"uôi",  U"uôm",
      U"uôn",  U"uông", U"uôt",  U"up",  U"ut",  U"uy",   U"uya", U"uych", U"uyên", U"uyêt", U"uynh",
      U"uyt",  U"uyu",  U"ư",    U"ưa",  U"ưc",  U"ưi",   U"ưng", U"ươc",  U"ươi",  U"ươm",  U"ươn",
      U"ương", U"ươp",  U"ươt",  U"ươu", U"ưt",  U"ưu",   U"y",   U"yêm",  U"yên",  U"yêng", U"yêt",
      U"yêu"};
  return all;
}

// The tones of "gì" and "giếng" stand on the onset's own i.
const std::unordered_set<Text>& rimes_of_gi() {
  static const std::unordered_set<Text> all = {U"", U"n", U"ng", U"êng", U"êt", U"êc", U"ên"};
  return all;
}

// The u of qu is spoken with the rime, which then is one of those of "hoa", "huy" without it.
const std::unordered_set<Text>& rimes_of_qu() {
  static const std::unordered_set<Text> all = {
      U"a",  U"ac", U"ach", U"ai",  U"an",  U"ang", U"anh", U"ao",  U"at", U"au",  U"ay",
      U"ăc", U"ăm", U"ăn",  U"ăng", U"ăp",  U"ăt",  U"ân",  U"âng", U"ât", U"ây",  U"e",
      U"en", U"eo", U"et",  U"ê",   U"êch", U"ên",  U"ênh", U"êt",  U"i",  U"ich", U"iên",
      U"it", U"y",  U"ych", U"yên", U"yêt", U"ynh", U"yt",  U"ơ",   U"ơi", U"ôc",  U"ôi"};
  return all;
}

struct Spelled {
  std::u32string letters;  ///< lower case, without tones
  Tone tone = Tone::level;
};

std::optional<Spelled> spelled(Text word) {
  Spelled out;
  for (const char32_t letter : word) {
    if (const auto vowel = vowel_of(letter)) {
      if (vowel->tone != Tone::level) {
        if (out.tone != Tone::level) return std::nullopt;
        out.tone = vowel->tone;
      }
      out.letters += vowel->base();
    } else if (letter == U'Đ' || letter == U'đ') {
      out.letters += U'đ';
    } else if ((letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z')) {
      out.letters += letter | 0x20U;
    } else {
      return std::nullopt;
    }
  }
  return out;
}

bool is_front(Text rime) {
  return rime.starts_with(U'e') || rime.starts_with(U'ê') || rime.starts_with(U'i') || rime.starts_with(U'y');
}

// k, gh and ngh are written before e, ê, i and y; c, g and ng before the others ("gi" is an onset of its
// own).
bool agree(Text onset, Text rime) {
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return is_front(rime);
  if (onset == U"c" || onset == U"g" || onset == U"ng") return !is_front(rime);
  const bool begins_with_y = rime.starts_with(U'y');
  if (begins_with_y && rime.size() > 1) return onset.empty();  // yên, yêu
  return true;
}

bool fits(Text onset, Text rime) {
  if (onset == U"qu") return rimes_of_qu().contains(rime);
  if (onset == U"gi" && rimes_of_gi().contains(rime)) return true;
  return rimes().contains(rime) && agree(onset, rime);
}

// A rime that stops short is spoken with a rising or a heavy tone only.
bool bears(Text letters, Tone tone) {
  const bool stops = letters.ends_with(U'c') || letters.ends_with(U'p') || letters.ends_with(U't') ||
                     letters.ends_with(U"ch");
  return !stops || tone == Tone::acute || tone == Tone::dot;
}

}  // namespace

bool is_syllable(std::u32string_view word) {
  if (word.empty() || word.size() > letters_max) return false;
  const auto plain = spelled(word);
  if (!plain || !bears(plain->letters, plain->tone)) return false;
  const Text letters = plain->letters;
  return std::ranges::any_of(onsets, [&](Text onset) {
    return letters.starts_with(onset) && fits(onset, letters.substr(onset.size()));
  });
}

bool has_vowel(std::u32string_view word) {
  return std::ranges::any_of(word, [](char32_t letter) { return vowel_of(letter).has_value(); });
}

}  // namespace nucong::document::detail

#include "document/detail/legacy_encoding.hpp"

#include <optional>

#include "base/result.hpp"
#include "document/detail/vietnamese_letter.hpp"

namespace nucong::document::detail {
namespace {

using app::Encoding;

constexpr char32_t first_high = 0xA0;
constexpr std::size_t high_count = 96;

// A table from A0 to FF, sixteen to a row; a space stands where the encoding has no letter.
using HighTable = std::u32string_view;

// TCVN 5712:1993, VN3 (".VnTime"). The gaps hold signs and what VN1 and VN2 put there.
constexpr HighTable tcvn3 =
    U" ĂÂÊÔƠƯĐăâêôơưđ "
    U"     àảãáạ ằẳẵắ "
    U"      ặầẩẫấậè ẻẽ"
    U"éẹềểễếệìỉ   ĩíịò"
    U" ỏõóọồổỗốộờởỡớợù"
    U" ủũúụừửữứựỳỷỹýỵ ";

// VNI for Windows ("VNI-Times"): letters of one byte. What marks the vowel before it stands in vni_marks.
constexpr HighTable vni_letters =
    U"                "
    U"                "
    U"      Ỉ     ÌÍỴ "
    U" ĐỊĨƠ Ư         "
    U"      ỉ     ìíỵ "
    U" địĩơ ư         ";

enum class Quality : std::uint8_t { own, breve, circumflex };

struct VniMark {
  char32_t shown;  ///< the small one; the capital is 0x20 below
  Quality quality;
  Tone tone;
};

constexpr auto vni_marks = std::to_array<VniMark>({{U'ø', Quality::own, Tone::grave},
                                                   {U'û', Quality::own, Tone::hook},
                                                   {U'õ', Quality::own, Tone::tilde},
                                                   {U'ù', Quality::own, Tone::acute},
                                                   {U'ï', Quality::own, Tone::dot},
                                                   {U'ê', Quality::breve, Tone::level},
                                                   {U'è', Quality::breve, Tone::grave},
                                                   {U'ú', Quality::breve, Tone::hook},
                                                   {U'ü', Quality::breve, Tone::tilde},
                                                   {U'é', Quality::breve, Tone::acute},
                                                   {U'ë', Quality::breve, Tone::dot},
                                                   {U'â', Quality::circumflex, Tone::level},
                                                   {U'à', Quality::circumflex, Tone::grave},
                                                   {U'å', Quality::circumflex, Tone::hook},
                                                   {U'ã', Quality::circumflex, Tone::tilde},
                                                   {U'á', Quality::circumflex, Tone::acute},
                                                   {U'ä', Quality::circumflex, Tone::dot}});

// Windows code page 1258: letters; the five tones follow their vowel as characters of their own.
constexpr HighTable windows_1258_letters =
    U"                "
    U"                "
    U"ÀÁÂĂ    ÈÉÊ  Í  "
    U"Đ  ÓÔƠ   ÙÚ  Ư  "
    U"àáâă    èéê  í  "
    U"đ  óôơ   ùú  ư₫ ";

constexpr Tone no_tone = Tone::level;

constexpr Tone windows_1258_tone(char32_t shown) {
  switch (shown) {
    case 0xCC:
      return Tone::grave;
    case 0xD2:
      return Tone::hook;
    case 0xDE:
      return Tone::tilde;
    case 0xEC:
      return Tone::acute;
    case 0xF2:
      return Tone::dot;
    default:
      return no_tone;
  }
}

static_assert(tcvn3.size() == high_count && vni_letters.size() == high_count &&
              windows_1258_letters.size() == high_count);

bool is_high(char32_t shown) {
  return shown >= first_high && shown < first_high + high_count;
}

std::optional<char32_t> looked_up(HighTable table, char32_t shown) {
  if (!is_high(shown) || table[shown - first_high] == U' ') return std::nullopt;
  return table[shown - first_high];
}

char32_t vowel_with(char32_t base, bool capital, Tone tone) {
  auto vowel = vowel_of(base);
  vowel->capital = capital;
  return vowel->with_tone(tone);
}

// "a" and "á" give "ấ"; nothing where the mark does not go with the letter.
std::optional<char32_t> vni_marked(char32_t letter, char32_t mark_shown) {
  if (!is_high(mark_shown)) return std::nullopt;
  const auto vowel = vowel_of(letter);
  if (!vowel || vowel->tone != Tone::level) return std::nullopt;
  for (const VniMark& mark : vni_marks) {
    if (mark_shown != mark.shown && mark_shown != mark.shown - 0x20) continue;
    const char32_t base = vowel->base();
    if (mark.quality == Quality::own)
      return base == U'ă' || base == U'â' ? std::nullopt : std::optional(vowel->with_tone(mark.tone));
    if (base == U'a')
      return vowel_with(mark.quality == Quality::breve ? U'ă' : U'â', vowel->capital, mark.tone);
    if (mark.quality == Quality::breve) return std::nullopt;
    if (base == U'e') return vowel_with(U'ê', vowel->capital, mark.tone);
    if (base == U'o') return vowel_with(U'ô', vowel->capital, mark.tone);
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<char32_t> windows_1258_marked(char32_t letter, char32_t mark_shown) {
  const Tone tone = windows_1258_tone(mark_shown);
  if (tone == no_tone) return std::nullopt;
  const auto vowel = vowel_of(letter);
  if (!vowel || vowel->tone != Tone::level) return std::nullopt;
  return vowel->with_tone(tone);
}

using Marked = std::optional<char32_t> (*)(char32_t letter, char32_t mark_shown);

std::u32string decoded_with_marks(HighTable letters, Marked marked, std::u32string_view shown) {
  std::u32string text;
  for (const char32_t each : shown) {
    const auto composed = text.empty() ? std::nullopt : marked(text.back(), each);
    if (composed)
      text.back() = *composed;
    else
      text += looked_up(letters, each).value_or(each);
  }
  return text;
}

std::u32string decoded_tcvn3(std::u32string_view shown) {
  std::u32string text;
  for (const char32_t each : shown) text += looked_up(tcvn3, each).value_or(each);
  return text;
}

// 80 to 9F as Windows-1252 has them.
constexpr std::u32string_view windows_1252_signs =
    U"\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
    U"\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";
static_assert(windows_1252_signs.size() == 32);

}  // namespace

bool is_in_word(Encoding encoding, char32_t shown) {
  // Signs inside a word speak against an encoding in which they are signs; quotes and dots stand around
  // words.
  if (!is_high(shown) || shown == first_high) return false;
  return encoding == Encoding::tcvn3 || (shown != U'«' && shown != U'»' && shown != U'·');
}

std::u32string decoded(Encoding encoding, std::u32string_view shown) {
  switch (encoding) {
    case Encoding::tcvn3:
      return decoded_tcvn3(shown);
    case Encoding::vni:
      return decoded_with_marks(vni_letters, vni_marked, shown);
    case Encoding::windows_1258:
      return decoded_with_marks(windows_1258_letters, windows_1258_marked, shown);
    case Encoding::utf8:
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      break;
  }
  return std::u32string(shown);
}

std::u32string shown_as_windows_1252(std::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size());
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    text += code >= 0x80 && code < 0xA0 ? windows_1252_signs[code - 0x80U] : char32_t{code};
  }
  return text;
}

}  // namespace nucong::document::detail

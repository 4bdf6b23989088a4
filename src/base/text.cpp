#include "base/text.hpp"

#include <memory>

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace nucong {
namespace {

constexpr char32_t combining_grave = 0x300;
constexpr char32_t combining_acute = 0x301;
constexpr char32_t combining_tilde = 0x303;
constexpr char32_t combining_hook = 0x309;
constexpr char32_t combining_dot_below = 0x323;

const icu::Normalizer2& normalizer(bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found =
      compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  ENSURE(U_SUCCESS(status));
  return *found;
}

const icu::Collator& collator() {
  static const std::unique_ptr<icu::Collator> vi = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    ENSURE(U_SUCCESS(status));
    return made;
  }();
  return *vi;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString decomposed_lower(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString lower = utf16(text).toLower(icu::Locale("vi"));
  icu::UnicodeString out = normalizer(false).normalize(lower, status);
  ENSURE(U_SUCCESS(status));
  return out;
}

// 1 to 5 in the order of the dictionary: huyền, hỏi, ngã, sắc, nặng are typed 2 3 4 1 5 on a Telex/VNI
// keyboard.
char tone_digit(char32_t mark) {
  switch (mark) {
    case combining_acute:
      return '1';
    case combining_grave:
      return '2';
    case combining_hook:
      return '3';
    case combining_tilde:
      return '4';
    case combining_dot_below:
      return '5';
    default:
      return '\0';
  }
}

}  // namespace

Result<std::string> nfc(std::string_view bytes) {
  const auto size = static_cast<int32_t>(bytes.size());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  bool ascii = true;
  for (int32_t at = 0; at < size;) {
    const int32_t start = at;
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return fail(ErrorCode::text_not_utf8, {{"byte", std::to_string(start)}});
    ascii = ascii && c < 0x80;
  }
  if (ascii) return std::string(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = normalizer(true).normalize(utf16(bytes), status);
  ENSURE(U_SUCCESS(status));
  return utf8(composed);
}

std::string folded(std::string_view text) {
  const icu::UnicodeString marked = decomposed_lower(text);
  icu::UnicodeString bare;
  for (int32_t at = 0; at < marked.length(); at = marked.moveIndex32(at, 1)) {
    const UChar32 c = marked.char32At(at);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    bare.append(c == U'đ' ? UChar32{'d'} : c);
  }
  return utf8(bare);
}

std::string tone_key(std::string_view text) {
  const icu::UnicodeString marked = decomposed_lower(text);
  icu::UnicodeString out;
  char tone = '\0';
  const auto end_syllable = [&] {
    if (tone != '\0') out.append(static_cast<UChar>(tone));
    tone = '\0';
  };
  for (int32_t at = 0; at < marked.length(); at = marked.moveIndex32(at, 1)) {
    const UChar32 c = marked.char32At(at);
    if (const char digit = tone_digit(static_cast<char32_t>(c)); digit != '\0') {
      tone = digit;
      continue;
    }
    if (!u_isalpha(c) && u_charType(c) != U_NON_SPACING_MARK) end_syllable();
    out.append(c);
  }
  end_syllable();
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = normalizer(true).normalize(out, status);
  ENSURE(U_SUCCESS(status));
  return utf8(composed);
}

std::string lowered(std::string_view text) {
  return utf8(utf16(text).toLower(icu::Locale("vi")));
}

int compare_vi(std::string_view a, std::string_view b) {
  UErrorCode status = U_ZERO_ERROR;
  const auto order =
      collator().compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                             icu::StringPiece(b.data(), static_cast<int32_t>(b.size())), status);
  ENSURE(U_SUCCESS(status));
  return static_cast<int>(order);
}

int compare_people_vi(std::string_view a, std::string_view b) {
  const auto parts = [](std::string_view name) {
    name = trimmed(name);
    const auto space = name.rfind(' ');
    if (space == std::string_view::npos) return std::pair{name, std::string_view{}};
    return std::pair{name.substr(space + 1), name.substr(0, space)};
  };
  const auto [given_a, rest_a] = parts(a);
  const auto [given_b, rest_b] = parts(b);
  const int by_given = compare_vi(given_a, given_b);
  return by_given != 0 ? by_given : compare_vi(rest_a, rest_b);
}

namespace {

// Decodes the character at `at` and moves past it; U+FFFD for a broken one.
UChar32 next_character(std::string_view text, int32_t& at) {
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(data, at, static_cast<int32_t>(text.size()), c);
  return c < 0 ? UChar32{0xFFFD} : c;
}

std::size_t columns_of(UChar32 c) {
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR)
    return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) width += columns_of(next_character(text, at));
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t width = 0;
  const auto size = static_cast<int32_t>(text.size());
  int32_t kept = 0;
  for (int32_t at = 0; at < size;) {
    width += columns_of(next_character(text, at));
    if (width > columns - 1) break;
    kept = at;
  }
  return std::string(trimmed(text.substr(0, static_cast<std::size_t>(kept)))) + "…";
}

std::string printable(std::string_view text) {
  std::string shown;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const auto start = static_cast<std::size_t>(at);
    const UChar32 c = next_character(text, at);
    if (u_charType(c) == U_CONTROL_CHAR || c == 0xFFFD)
      shown += ' ';
    else
      shown += text.substr(start, static_cast<std::size_t>(at) - start);
  }
  return shown;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  constexpr std::string_view blanks = " \t\r\n\f\v";
  for (;;) {
    const auto before = text.size();
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    if (text.starts_with(no_break_space)) text.remove_prefix(2);
    if (text.ends_with(no_break_space)) text.remove_suffix(2);
    if (text.size() == before) return text;
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace nucong

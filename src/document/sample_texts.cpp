#include "document/sample_texts.hpp"

#include <map>

#include "base/result.hpp"
#include "document/detail/utf8.hpp"
#include "document/detail/vietnamese_letter.hpp"

namespace nucong::document {
namespace {

using app::Encoding;
using detail::Tone;

struct Row {
  char32_t letter;
  std::string_view bytes;
};

// Written from the other side than the decoder's tables, letter by letter from the standards' charts, so that
// one slip does not hide behind the same slip.
constexpr Row tcvn3_rows[] = {
    {U'à', "\xB5"}, {U'ả', "\xB6"}, {U'ã', "\xB7"}, {U'á', "\xB8"}, {U'ạ', "\xB9"}, {U'ă', "\xA8"},
    {U'ằ', "\xBB"}, {U'ẳ', "\xBC"}, {U'ẵ', "\xBD"}, {U'ắ', "\xBE"}, {U'ặ', "\xC6"}, {U'â', "\xA9"},
    {U'ầ', "\xC7"}, {U'ẩ', "\xC8"}, {U'ẫ', "\xC9"}, {U'ấ', "\xCA"}, {U'ậ', "\xCB"}, {U'đ', "\xAE"},
    {U'è', "\xCC"}, {U'ẻ', "\xCE"}, {U'ẽ', "\xCF"}, {U'é', "\xD0"}, {U'ẹ', "\xD1"}, {U'ê', "\xAA"},
    {U'ề', "\xD2"}, {U'ể', "\xD3"}, {U'ễ', "\xD4"}, {U'ế', "\xD5"}, {U'ệ', "\xD6"}, {U'ì', "\xD7"},
    {U'ỉ', "\xD8"}, {U'ĩ', "\xDC"}, {U'í', "\xDD"}, {U'ị', "\xDE"}, {U'ò', "\xDF"}, {U'ỏ', "\xE1"},
    {U'õ', "\xE2"}, {U'ó', "\xE3"}, {U'ọ', "\xE4"}, {U'ô', "\xAB"}, {U'ồ', "\xE5"}, {U'ổ', "\xE6"},
    {U'ỗ', "\xE7"}, {U'ố', "\xE8"}, {U'ộ', "\xE9"}, {U'ơ', "\xAC"}, {U'ờ', "\xEA"}, {U'ở', "\xEB"},
    {U'ỡ', "\xEC"}, {U'ớ', "\xED"}, {U'ợ', "\xEE"}, {U'ù', "\xEF"}, {U'ủ', "\xF1"}, {U'ũ', "\xF2"},
    {U'ú', "\xF3"}, {U'ụ', "\xF4"}, {U'ư', "\xAD"}, {U'ừ', "\xF5"}, {U'ử', "\xF6"}, {U'ữ', "\xF7"},
    {U'ứ', "\xF8"}, {U'ự', "\xF9"}, {U'ỳ', "\xFA"}, {U'ỷ', "\xFB"}, {U'ỹ', "\xFC"}, {U'ý', "\xFD"},
    {U'ỵ', "\xFE"}, {U'Ă', "\xA1"}, {U'Â', "\xA2"}, {U'Ê', "\xA3"}, {U'Ô', "\xA4"}, {U'Ơ', "\xA5"},
    {U'Ư', "\xA6"}, {U'Đ', "\xA7"}};

constexpr Row vni_rows[] = {
    {U'à', "aø"}, {U'ả', "aû"}, {U'ã', "aõ"}, {U'á', "aù"}, {U'ạ', "aï"}, {U'ă', "aê"}, {U'ằ', "aè"},
    {U'ẳ', "aú"}, {U'ẵ', "aü"}, {U'ắ', "aé"}, {U'ặ', "aë"}, {U'â', "aâ"}, {U'ầ', "aà"}, {U'ẩ', "aå"},
    {U'ẫ', "aã"}, {U'ấ', "aá"}, {U'ậ', "aä"}, {U'đ', "ñ"},  {U'è', "eø"}, {U'ẻ', "eû"}, {U'ẽ', "eõ"},
    {U'é', "eù"}, {U'ẹ', "eï"}, {U'ê', "eâ"}, {U'ề', "eà"}, {U'ể', "eå"}, {U'ễ', "eã"}, {U'ế', "eá"},
    {U'ệ', "eä"}, {U'ì', "ì"},  {U'ỉ', "æ"},  {U'ĩ', "ó"},  {U'í', "í"},  {U'ị', "ò"},  {U'ò', "oø"},
    {U'ỏ', "oû"}, {U'õ', "oõ"}, {U'ó', "où"}, {U'ọ', "oï"}, {U'ô', "oâ"}, {U'ồ', "oà"}, {U'ổ', "oå"},
    {U'ỗ', "oã"}, {U'ố', "oá"}, {U'ộ', "oä"}, {U'ơ', "ô"},  {U'ờ', "ôø"}, {U'ở', "ôû"}, {U'ỡ', "ôõ"},
    {U'ớ', "ôù"}, {U'ợ', "ôï"}, {U'ù', "uø"}, {U'ủ', "uû"}, {U'ũ', "uõ"}, {U'ú', "uù"}, {U'ụ', "uï"},
    {U'ư', "ö"},  {U'ừ', "öø"}, {U'ử', "öû"}, {U'ữ', "öõ"}, {U'ứ', "öù"}, {U'ự', "öï"}, {U'ỳ', "yø"},
    {U'ỷ', "yû"}, {U'ỹ', "yõ"}, {U'ý', "yù"}, {U'ỵ', "î"}};

std::string latin1(std::string_view shown) {
  std::string bytes;
  for (const char32_t code : detail::from_utf8(shown)) bytes += static_cast<char>(code);
  return bytes;
}

char32_t small_of(char32_t letter) {
  auto vowel = *detail::vowel_of(letter);
  vowel.capital = false;
  return vowel.letter();
}

std::map<char32_t, std::string> tcvn3_bytes() {
  std::map<char32_t, std::string> all;
  for (const Row& row : tcvn3_rows) all[row.letter] = row.bytes;
  for (const char32_t letter : accented_letters())
    if (!all.contains(letter)) all[letter] = all.at(small_of(letter));
  return all;
}

char32_t capital_of(char32_t letter) {
  if (letter == U'đ') return U'Đ';
  auto vowel = *detail::vowel_of(letter);
  vowel.capital = true;
  return vowel.letter();
}

// In VNI a capital differs from its small letter in the case of each of its bytes.
std::map<char32_t, std::string> vni_bytes() {
  std::map<char32_t, std::string> all;
  for (const Row& row : vni_rows) {
    std::string bytes = latin1(row.bytes);
    all[row.letter] = bytes;
    for (char& byte : bytes) byte = static_cast<char>(static_cast<unsigned char>(byte) - 0x20);
    all[capital_of(row.letter)] = bytes;
  }
  return all;
}

std::string windows_1258_letter(char32_t letter) {
  static const std::map<char32_t, std::string> letters = {
      {U'Ă', "\xC3"}, {U'ă', "\xE3"}, {U'Â', "\xC2"}, {U'â', "\xE2"}, {U'Đ', "\xD0"},
      {U'đ', "\xF0"}, {U'Ê', "\xCA"}, {U'ê', "\xEA"}, {U'Ô', "\xD4"}, {U'ô', "\xF4"},
      {U'Ơ', "\xD5"}, {U'ơ', "\xF5"}, {U'Ư', "\xDD"}, {U'ư', "\xFD"}};
  constexpr std::string_view tones[] = {"", "\xCC", "\xD2", "\xDE", "\xEC", "\xF2"};
  if (const auto found = letters.find(letter); found != letters.end()) return found->second;
  const auto vowel = detail::vowel_of(letter);
  ENSURE(vowel.has_value());
  const char32_t base = vowel->with_tone(Tone::level);
  return (base < 0x80 ? std::string(1, static_cast<char>(base)) : letters.at(base)) +
         std::string(tones[static_cast<std::size_t>(vowel->tone)]);
}

std::string bytes_of(Encoding encoding, char32_t letter) {
  static const auto tcvn3 = tcvn3_bytes();
  static const auto vni = vni_bytes();
  if (encoding == Encoding::tcvn3) return tcvn3.at(letter);
  return encoding == Encoding::vni ? vni.at(letter) : windows_1258_letter(letter);
}

}  // namespace

std::u32string accented_letters() {
  std::u32string all = U"Đđ";
  for (const auto& table : {detail::lower_vowels, detail::upper_vowels})
    for (const auto row : table)
      for (const char32_t letter : row)
        if (letter >= 0x80) all += letter;
  return all;
}

std::string encoded(app::Encoding encoding, std::string_view text) {
  std::string bytes;
  for (const char32_t letter : detail::from_utf8(text))
    bytes += letter < 0x80 ? std::string(1, static_cast<char>(letter)) : bytes_of(encoding, letter);
  return bytes;
}

std::string pasted(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) detail::append_utf8(text, static_cast<unsigned char>(byte));
  return text;
}

std::string utf16(std::string_view text, app::Encoding order, bool with_mark) {
  std::string bytes;
  const auto put = [&](char32_t unit) {
    const auto low = static_cast<char>(unit & 0xFFU);
    const auto high = static_cast<char>(unit >> 8U);
    bytes += order == Encoding::utf16_le ? low : high;
    bytes += order == Encoding::utf16_le ? high : low;
  };
  if (with_mark) put(0xFEFF);
  for (const char32_t code : detail::from_utf8(text)) {
    if (code < 0x10000) {
      put(code);
    } else {
      put(0xD800 + ((code - 0x10000) >> 10U));
      put(0xDC00 + ((code - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

}  // namespace nucong::document

// Vietnamese text: one normal form inside, and the folds by which people search and compare.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nucong {

/// Checks UTF-8 and composes to NFC. Every text enters the program through here.
/// Errors: `text.not_utf8` with param `byte`, the offset of the first bad byte.
[[nodiscard]] Result<std::string> nfc(std::string_view bytes);

/// Without case, tones, marks and đ: "Nữ đoàn viên" → "nu doan vien". For search; expects NFC.
[[nodiscard]] std::string folded(std::string_view text);

/// Lower case with each syllable's tone moved to its end: "hoà" and "hòa" both give "hoa2".
/// For comparing words that must agree in their tones but not in where the typist put them; expects NFC.
[[nodiscard]] std::string tone_key(std::string_view text);

/// Lower case by the rules of Vietnamese; expects NFC.
[[nodiscard]] std::string lowered(std::string_view text);

/// Order of Vietnamese dictionaries (CLDR vi): a ă â b c d đ e ê ... tones last. Negative, zero, positive.
[[nodiscard]] int compare_vi(std::string_view a, std::string_view b);

/// The order of a list of people: given name (the last word) first, then the rest.
[[nodiscard]] int compare_people_vi(std::string_view a, std::string_view b);

/// Columns the text takes on a terminal: combining marks count 0, wide East Asian characters 2.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The longest prefix of at most `columns` columns, ending in "…" where something was cut.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t columns);

/// Without what would steer a terminal or break a line: control characters become spaces.
[[nodiscard]] std::string printable(std::string_view text);

/// Without white space at both ends (ASCII white space and U+00A0).
[[nodiscard]] std::string_view trimmed(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace nucong

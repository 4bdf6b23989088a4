// The three encodings in which Vietnamese was typed before Unicode, one byte (VNI: one or two) a letter.
//
// Text reaches us as bytes, or with each byte turned into the character that Windows-1252 shows for it
// ("Coâng ñoaøn"). From A0 up such a character has the number of its byte, so one decoder serves both:
// `shown` is text in which a byte from A1 to FF stands as U+00A1 to U+00FF. What lies below is ASCII and
// punctuation in all of them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "app/document.hpp"

namespace nucong::document::detail {

inline constexpr std::array legacy_encodings = {app::Encoding::tcvn3, app::Encoding::vni,
                                                app::Encoding::windows_1258};

/// Whether the character belongs to the word around it; else it ends the word.
[[nodiscard]] bool is_in_word(app::Encoding encoding, char32_t shown);

/// NFC. What the encoding does not know stays as it is shown. TCVN 5712:1993 VN3 has no capitals with a tone:
/// a font of capitals shows the small ones, so a heading may come out in mixed case.
[[nodiscard]] std::u32string decoded(app::Encoding encoding, std::u32string_view shown);

/// The bytes as Windows-1252 shows them. The five bytes without a character there become U+FFFD.
[[nodiscard]] std::u32string shown_as_windows_1252(std::string_view bytes);

}  // namespace nucong::document::detail

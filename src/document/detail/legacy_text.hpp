// Finds out by evidence whether text is Vietnamese in an encoding older than Unicode, and turns it into
// Unicode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/document.hpp"

namespace nucong::document::detail {

enum class Origin : std::uint8_t {
  bytes,      ///< the characters only show bytes: they mean nothing until an encoding is found
  characters  ///< may well be what it says: French, or Unicode of which a part was pasted from an old file
};

/// The encoding in which nearly all words with high characters are Vietnamese syllables, clearly better than
/// in any other; nothing if none is. A word that is Vietnamese as it stands is no evidence where the text may
/// be what it says. `shown` is UTF-8 as in legacy_encoding.hpp.
[[nodiscard]] std::optional<app::Encoding> legacy_encoding_of(std::string_view shown, Origin origin);

/// The text in Unicode, NFC. Where a part of it is in Unicode already, only the lines that are not are
/// changed.
[[nodiscard]] std::string converted(app::Encoding encoding, std::string_view shown);

}  // namespace nucong::document::detail

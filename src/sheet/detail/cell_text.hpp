// Text as a workbook stores it: runs of differently styled letters, escaped control characters.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/result.hpp"

namespace nucong::sheet::detail {

/// The text of an `si` or `is` element: its own or that of its runs, without phonetic hints; NFC and trimmed.
/// Errors: `text.not_utf8`.
[[nodiscard]] Result<std::string> text_of_runs(pugi::xml_node item);

/// `_x000D_` becomes the character of that number; then NFC and trimmed. Errors: `text.not_utf8`.
[[nodiscard]] Result<std::string> clean_text(std::string_view stored);

}  // namespace nucong::sheet::detail

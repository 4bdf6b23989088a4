// Web pages, saved or pasted.
#pragma once

#include <string_view>

#include "app/document.hpp"
#include "base/result.hpp"

namespace nucong::document::detail {

/// Whether ASCII-compatible text is markup: it begins as a page or is full of tags.
[[nodiscard]] bool is_html(std::string_view text);

/// What a browser would show, in reading order: a block a line, a table row a line, list items with their
/// bullet or number. Nothing is fetched and no script is run. Errors: `html.damaged` for tags nested
/// over 256 deep or a passage of 10 MB; `file.too_large`; those of read_plain_text.
[[nodiscard]] Result<app::Document> read_html(std::string_view bytes);

}  // namespace nucong::document::detail

// Documents of Word and LibreOffice (.docx), read as files of strangers.
#pragma once

#include <string_view>

#include "app/document.hpp"
#include "base/result.hpp"

namespace nucong::document::detail {

/// What a reader of the page sees, in order: a paragraph a line, list items with their bullet or number,
/// table rows a line each, text boxes after the paragraph that holds them, foot- and endnotes at the end. Of
/// tracked changes the new state; of fields the result; hidden text is left out. Macros are not run and links
/// not followed; a note says that there are some. `bytes` begin as a zip. Errors: `file.kind_unknown` for
/// another kind of package; `package.truncated`, `package.damaged`, `package.too_large`, `package.encrypted`;
/// `file.too_large`.
[[nodiscard]] Result<app::Document> read_docx(std::string_view bytes);

}  // namespace nucong::document::detail

// The text layer of a PDF.
#pragma once

#include <string_view>

#include "app/document.hpp"
#include "document/converter.hpp"

namespace nucong::document::detail {

[[nodiscard]] bool is_pdf(std::string_view bytes);

/// Pages in order, tables row by row as far as the layout shows them. Notes: `pages_without_text` where some
/// pages are only pictures, `pdf_repaired` where the converter met damage and went on. Errors: `pdf.damaged`,
/// `pdf.encrypted`, `pdf.no_text`, `pdf.too_large`, `pdf.tool_missing`, `file.unreadable`.
[[nodiscard]] Result<app::Document> read_pdf(std::string_view bytes, Converter& converter);

/// What an ended conversion means; its output has a form feed behind each page.
[[nodiscard]] Result<app::Document> document_of(Converted converted);

}  // namespace nucong::document::detail

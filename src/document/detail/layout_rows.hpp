// Text whose columns are held apart by spaces, as pdftotext lays out a page, as lines and table rows.
#pragma once

#include <string>
#include <string_view>

namespace nucong::document::detail {

/// A line with wide gaps becomes a row "| a | b |". In a table (rows of three cells or more) a line below
/// that goes on in small letters joins the cell above it, and a line above that begins a text joins the row
/// whose cell in its columns is empty, as converters center the short cells of a row beside a long one. Other
/// lines lose their indentation; empty lines stay. Expects UTF-8.
[[nodiscard]] std::string with_rows(std::string_view text);

}  // namespace nucong::document::detail

// Comma-separated files: RFC 4180 and what Excel on a Vietnamese Windows makes of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/table.hpp"

namespace nucong::sheet {

/// The rows of a CSV file; the first that is not blank is the heading. UTF-8 with or without BOM. The
/// separator is the one of `,` `;` and tab that stands most often in the heading, outside quotes. Rows end in
/// LF, CRLF or CR; quoted cells may hold separators, line breaks and doubled quotes. A row may be shorter
/// than the heading; empty cells past it are dropped. All cells are CellKind::text. `file` is the name for
/// error messages. Errors, with the line: `text.not_utf8`; `csv.quote_open` (where the quote begins);
/// `table.row_ragged` with params `cells` and `expected`. Without any row: `table.empty`.
[[nodiscard]] Result<Table> read_csv(std::string_view bytes, std::string file);

/// Rows as UTF-8 without BOM, cells parted by commas, rows ended by LF. What was written reads back equal if
/// the cells are NFC and trimmed, no row is blank and none is wider than the first.
/// The values are taken for ours: a text that begins with `=` is written as it is, and a spreadsheet that
/// opens the file would take it for a formula.
[[nodiscard]] std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace nucong::sheet

// Spreadsheets of Excel and LibreOffice (.xlsx), read as files of strangers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/table.hpp"

namespace nucong::sheet {

/// The worksheets of a workbook in its order; hidden sheets and charts are left out: nobody who fills a file
/// sees them. `line` of a row is its number in the sheet.
///
/// A number is CellKind::number in the plain form of Decimal::parse, rounded as Excel shows it: 15
/// significant digits, then at most 9 decimals. A date is a number too: the days since 1899-12-30 (a workbook
/// keeps the date only as the format of its cell); a cell of the ISO kind (`t="d"`) is text. A boolean is the
/// text TRUE or FALSE. Of a formula the value is taken that the workbook remembers; if it remembers none the
/// cell is empty. Links to other files are never followed, document types are refused.
///
/// Errors: `xlsx.not_xlsx`; `package.encrypted`; `package.old_format` (.xls); `package.truncated`;
/// `package.damaged` with param `part`; `xlsx.formula_error` with param `text` ("#REF!"); `text.not_utf8`;
/// `package.too_large` with param `what`, one of `entries` (2,000), `entry` (128 MiB unpacked), `total` (256
/// MiB unpacked), `ratio` (200:1 for what is over 1 MiB), `element` (a row or string of 16 MiB), `rows`
/// (1,048,576), `columns` (16,384), `cells` (20 million, or a multiple more empty than filled ones), `text`
/// (256 MiB in all cells). Unpacking stops when a limit is passed, whatever sizes the file claims.
[[nodiscard]] Result<std::vector<Table>> read_xlsx(std::string_view bytes, std::string file);

/// The first sheet alone; what is wrong in the other sheets does not matter then. `table.empty` without a
/// sheet.
[[nodiscard]] Result<Table> read_xlsx_first_sheet(std::string_view bytes, std::string file);

}  // namespace nucong::sheet

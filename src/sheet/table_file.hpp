// A table in a file of either kind.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/row_source.hpp"

namespace nucong::sheet {

/// Reads the first sheet of a workbook, or a CSV file; decided by the content, not by the file's name.
/// Errors: those of read_xlsx and read_csv; `table.empty` for a sheet without a filled cell.
[[nodiscard]] Result<Table> read_table(std::string_view bytes, std::string file);

/// The same, row by row: a CSV file of any length, or the first sheet of a workbook.
[[nodiscard]] Result<std::unique_ptr<RowSource>> read_rows(std::string bytes, std::string file);

}  // namespace nucong::sheet

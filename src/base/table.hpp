// A table of text cells as it stood in somebody's file, with the way back to the file for error messages.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nucong {

enum class CellKind : std::uint8_t {
  text,   ///< as typed; a number in it still has to be read by NumberReader
  number  ///< a spreadsheet's own number: `text` is in the plain form of Decimal::parse
};

struct Cell {
  std::string text;  ///< NFC and trimmed
  CellKind kind = CellKind::text;

  bool operator==(const Cell&) const = default;
};

/// One row of a file. `cells` may be shorter than the widest row.
struct TableRow {
  std::uint32_t line = 0;  ///< 1-based line of a CSV file (of the row's start), or row number of a sheet
  std::vector<Cell> cells;

  bool operator==(const TableRow&) const = default;
};

/// One sheet of a file; rows in file order, blank rows left out.
struct Table {
  std::string file;   ///< as the user named it
  std::string sheet;  ///< empty for CSV
  std::vector<TableRow> rows;

  /// Where cell `column` (0-based) of `row` stands: line and, in a spreadsheet, "C7"; in a CSV the heading.
  [[nodiscard]] Place place(const TableRow& row, std::size_t column) const;

  bool operator==(const Table&) const = default;
};

/// The columns of a table by the names in its first row.
class TableColumns {
 public:
  /// Finds `required` and `optional` columns; names are compared folded, so "Đơn vị" answers to "don vi".
  /// Errors: `table.empty`; `table.column_missing`; `table.column_unknown`; `table.column_twice`.
  [[nodiscard]] static Result<TableColumns> find(const Table& table,
                                                 const std::vector<std::string_view>& required,
                                                 const std::vector<std::string_view>& optional);

  /// The cell of that column, empty where the row is short or the column absent. The name must be one given
  /// to `find`.
  [[nodiscard]] const Cell& cell(const TableRow& row, std::string_view name) const;
  [[nodiscard]] std::string_view text(const TableRow& row, std::string_view name) const {
    return cell(row, name).text;
  }
  /// Its position in a row, 0-based.
  [[nodiscard]] std::optional<std::size_t> index(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return index_.contains(name); }
  [[nodiscard]] Place place(const TableRow& row, std::string_view name) const;

 private:
  explicit TableColumns(const Table& table) : table_(&table) {}

  const Table* table_;
  std::map<std::string_view, std::size_t> index_;
};

/// "A", "B", ... "Z", "AA": the letters of 0-based column `index` in a spreadsheet.
[[nodiscard]] std::string column_letters(std::size_t index);

}  // namespace nucong

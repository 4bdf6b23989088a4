// Cuts the bytes of a CSV file into rows and cells, one row at a time, without copying what it need not.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/row_source.hpp"

namespace nucong::sheet {

/// What the first line that is not blank tells of a CSV file.
struct CsvStart {
  std::size_t offset = 0;  ///< where that line begins; a byte order mark is skipped
  std::uint32_t line = 1;
  char separator = ',';
};

[[nodiscard]] CsvStart csv_start(std::string_view bytes);

/// Goes through rows in order. The rules are those of read_csv.
class CsvCursor {
 public:
  /// From `at` on, which is the beginning of a row. `width` 0: a row may have any number of cells.
  CsvCursor(std::string_view bytes, char separator, RowPlace at, std::size_t width)
      : bytes_(bytes), separator_(separator), at_(at.offset), line_(at.line), width_(width) {}

  /// Goes on to the next row that is not blank; false if there is none. Errors: those of read_csv.
  [[nodiscard]] Result<bool> next();
  /// The row that `next` went to, until it goes on.
  [[nodiscard]] RowView row() const { return {row_at_, cells_}; }
  /// Where the row after it begins.
  [[nodiscard]] RowPlace behind() const { return {at_, line_}; }

 private:
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
  [[nodiscard]] bool at_line_break() const { return bytes_[at_] == '\n' || bytes_[at_] == '\r'; }
  [[nodiscard]] Result<> cut_row();
  [[nodiscard]] Result<std::string_view> cut_cell();
  [[nodiscard]] Result<> cut_quoted(std::string& text);
  [[nodiscard]] Result<std::string_view> clean(std::string_view raw, std::uint32_t line);
  [[nodiscard]] std::string& scratch();
  void take_line_break();

  std::string_view bytes_;
  char separator_;
  std::size_t at_;
  std::uint32_t line_;
  std::size_t width_;
  RowPlace row_at_;
  std::vector<CellView> cells_;
  std::deque<std::string> scratch_;  // texts of this row that are not in the file as they should be
  std::size_t scratch_used_ = 0;
};

}  // namespace nucong::sheet

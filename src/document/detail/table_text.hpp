// A table as text: one row a line, "| a | b |", which the reader of directives knows for a row.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/detail/lines.hpp"

namespace nucong::document::detail {

/// Cells that reach over several rows stand in each of them, so that every row says what it is about; a cell
/// over several columns is followed by empty ones, so that columns stay under their heads. A table that only
/// lays out a page (one column, a table inside, cells of several paragraphs of prose) is given cell by cell
/// as plain lines.
class TableText {
 public:
  void begin_row();
  /// `text` may have several lines. Spans below 1 count as 1.
  void add_cell(std::string text, std::size_t columns, std::size_t rows);
  /// The cell above reaches down to here.
  void continue_cell(std::size_t columns);
  /// A cell holds a table of its own.
  void mark_nested() { layout_ = true; }

  /// Ends the last row.
  void write(Lines& lines);

 private:
  struct Cell {
    std::string text;
    bool repeated = false;       ///< stands in a row above already
    std::size_t rows_below = 0;  ///< that it still reaches
  };
  using Row = std::vector<Cell>;

  /// Fills in what reaches down into the current row from the column it stands at.
  void pull_down();
  void push(Cell cell, std::size_t columns);
  [[nodiscard]] const Cell* above() const;
  [[nodiscard]] bool lays_out_a_page() const;

  std::vector<Row> rows_;
  bool layout_ = false;
};

}  // namespace nucong::document::detail

// Tables of targets, read row by row: what is measured, in which unit, and a figure under each year of the
// header. Rows come as blocks whose cells are parted by bars.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "directive/aim/quantity.hpp"
#include "directive/text/calendar.hpp"
#include "directive/text/outline.hpp"
#include "directive/text/sentence.hpp"

namespace nucong::directive {

enum class ColumnKind : std::uint8_t {
  other,  ///< who answers for it, remarks
  name,   ///< what is measured
  unit,
  past,  ///< results and estimates of years gone by
  aim    ///< figures to reach
};

struct Column {
  ColumnKind kind = ColumnKind::other;
  std::optional<int> year;
};

using Columns = std::vector<Column>;

/// The cells of a row, some of them empty. A bar at either end of the row bounds no cell.
[[nodiscard]] std::vector<Range> cells_of(const Tokens& tokens, const Block& row);

/// The columns of a table if this row is its header: it names what is measured and a column of figures to
/// reach. A column of "Kết quả" holds figures to reach where no other column does. `year` is that of the
/// text.
[[nodiscard]] std::optional<Columns> header_of(const Tokens& tokens, const std::vector<Range>& cells,
                                               const std::vector<TimePhrase>& times, std::optional<int> year,
                                               std::string_view text);

struct TableFigure {
  Measured quantity;
  Range name;
  Range quote;  ///< from the name to the figure
  std::optional<int> year;
};

/// The figures to reach of one row; empty for a row that is a section of the table or has other columns.
[[nodiscard]] std::vector<TableFigure> figures_of(const Tokens& tokens, const std::vector<Range>& cells,
                                                  const Columns& columns, std::string_view text);

}  // namespace nucong::directive

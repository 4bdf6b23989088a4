#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "sheet/detail/form_words.hpp"
#include "sheet/form.hpp"

namespace nucong::sheet {
namespace {

using report::FilledForm;
using report::FilledLine;

// A long table of something else is told from a form without reading it all.
constexpr std::size_t rows_over_lines_max = 100;

struct Columns {
  std::size_t code = 0;
  std::size_t value = 0;
  std::size_t reason = 0;
};

Error not_ours(const Table& table, std::string_view label) {
  return fail(ErrorCode::form_not_ours, {{"label", std::string(label)}}).at({table.file, 0, {}});
}

const Cell& cell_at(const TableRow& row, std::size_t column) {
  static const Cell empty;
  return column < row.cells.size() ? row.cells[column] : empty;
}

// The first filled cell to the right of the label; empty if there is no label or nothing beside it.
std::string beside(const Table& table, std::size_t rows, std::string_view label) {
  const std::string wanted = folded(label);
  for (std::size_t r = 0; r < rows; ++r) {
    const auto& cells = table.rows[r].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (folded(cells[i].text) != wanted) continue;
      for (std::size_t right = i + 1; right < cells.size(); ++right)
        if (!cells[right].text.empty()) return cells[right].text;
    }
  }
  return {};
}

std::optional<std::size_t> column_of(const TableRow& row, std::string_view heading) {
  const std::string wanted = folded(heading);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string text = folded(row.cells[i].text);
    // "Kỳ này (2026-Q3)": the heading is the words before the bracket.
    if (trimmed(std::string_view(text).substr(0, text.find('('))) == wanted) return i;
  }
  return std::nullopt;
}

std::optional<Columns> columns_in(const TableRow& row) {
  const auto code = column_of(row, detail::heading_code);
  const auto title = column_of(row, detail::heading_title);
  const auto value = column_of(row, detail::heading_value);
  const auto reason = column_of(row, detail::heading_reason);
  if (!code || !title || !value || !reason) return std::nullopt;
  return Columns{*code, *value, *reason};
}

FilledLine line_of(const Table& table, const TableRow& row, const Columns& columns) {
  return {cell_at(row, columns.code).text, cell_at(row, columns.value), cell_at(row, columns.reason),
          table.place(row, columns.value), table.place(row, columns.code)};
}

}  // namespace

Result<FilledForm> read_form(const Table& table) {
  std::size_t heading = 0;
  std::optional<Columns> columns;
  for (; heading < std::min(table.rows.size(), rows_over_lines_max); ++heading) {
    columns = columns_in(table.rows[heading]);
    if (columns) break;
  }
  // The labels stand over the lines; a title further down that reads like one is none.
  FilledForm form{beside(table, heading, detail::label_form),
                  beside(table, heading, detail::label_unit),
                  beside(table, heading, detail::label_period),
                  {}};
  if (form.form_code.empty()) return not_ours(table, detail::label_form);
  if (form.unit_code.empty()) return not_ours(table, detail::label_unit);
  if (form.period.empty()) return not_ours(table, detail::label_period);
  if (!columns) return not_ours(table, detail::heading_value);
  for (std::size_t r = heading + 1; r < table.rows.size(); ++r)
    if (!cell_at(table.rows[r], columns->code).text.empty())
      form.lines.push_back(line_of(table, table.rows[r], *columns));
  return form;
}

}  // namespace nucong::sheet

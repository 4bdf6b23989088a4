#include "base/row_source.hpp"

#include "base/error.hpp"

namespace nucong {

TableRow RowView::kept() const {
  TableRow row{at.line, {}};
  row.cells.reserve(cells.size());
  for (const auto& cell : cells) row.cells.push_back({std::string(cell.text), cell.kind});
  return row;
}

Result<Table> RowSource::table() const {
  Table table = heading_;
  for (std::size_t i = 0; i < stretches(); ++i) {
    TRY(each_row(i, [&](const RowView& row) {
      table.rows.push_back(row.kept());
      return true;
    }));
  }
  return table;
}

TableRows::TableRows(Table table) : table_(std::move(table)) {
  ENSURE(!table_.rows.empty());
  heading_ = {table_.file, table_.sheet, {table_.rows.front()}};
}

Result<> TableRows::each_row(std::size_t /*the only one*/, const Visit& visit) const {
  if (table_.rows.size() > 1) rows_at({1, 0}, table_.rows.size() - 1, visit);
  return ok();
}

void TableRows::rows_at(RowPlace first, std::size_t count, const Visit& visit) const {
  ENSURE(first.offset + count <= table_.rows.size());
  std::vector<CellView> cells;
  for (std::size_t i = first.offset; i < first.offset + count; ++i) {
    const TableRow& row = table_.rows[i];
    cells.clear();
    for (const auto& cell : row.cells) cells.push_back({cell.text, cell.kind});
    if (!visit({{i, row.line}, cells})) return;
  }
}

}  // namespace nucong

#include "base/table.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nucong {

Place Table::place(const TableRow& row, std::size_t column) const {
  if (!sheet.empty()) return {file, row.line, column_letters(column) + std::to_string(row.line)};
  const auto& heading = rows.front().cells;
  return {file, row.line, column < heading.size() ? heading[column].text : std::string{}};
}

Result<TableColumns> TableColumns::find(const Table& table, const std::vector<std::string_view>& required,
                                        const std::vector<std::string_view>& optional) {
  if (table.rows.empty()) return fail(ErrorCode::table_empty).at({table.file, 0, {}});
  const TableRow& heading = table.rows.front();
  TableColumns columns(table);
  for (std::size_t i = 0; i < heading.cells.size(); ++i) {
    const std::string name = folded(heading.cells[i].text);
    if (name.empty()) continue;
    const auto known = [&](const auto& names) { return std::ranges::find(names, name); };
    const auto in_required = known(required);
    const auto in_optional = known(optional);
    if (in_required == required.end() && in_optional == optional.end())
      return fail(ErrorCode::table_column_unknown, {{"column", heading.cells[i].text}})
          .at(table.place(heading, i));
    const std::string_view own = in_required != required.end() ? *in_required : *in_optional;
    if (!columns.index_.emplace(own, i).second)
      return fail(ErrorCode::table_column_twice, {{"column", heading.cells[i].text}})
          .at(table.place(heading, i));
  }
  for (const auto name : required)
    if (!columns.has(name))
      return fail(ErrorCode::table_column_missing, {{"column", std::string(name)}})
          .at({table.file, heading.line, {}});
  return columns;
}

const Cell& TableColumns::cell(const TableRow& row, std::string_view name) const {
  const auto at = index_.find(name);
  static const Cell empty;
  if (at == index_.end() || at->second >= row.cells.size()) return empty;
  return row.cells[at->second];
}

std::optional<std::size_t> TableColumns::index(std::string_view name) const {
  const auto at = index_.find(name);
  return at == index_.end() ? std::nullopt : std::optional(at->second);
}

Place TableColumns::place(const TableRow& row, std::string_view name) const {
  const auto at = index_.find(name);
  return at == index_.end() ? Place{table_->file, row.line, std::string(name)}
                            : table_->place(row, at->second);
}

std::string column_letters(std::size_t index) {
  std::string letters;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

}  // namespace nucong

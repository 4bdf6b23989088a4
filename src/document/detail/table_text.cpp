#include "document/detail/table_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace nucong::document::detail {
namespace {

// Word knows no wider table; a page may claim a thousand columns in twenty bytes.
constexpr std::size_t columns_max = 64;
// What is longer is prose and says in its first row what it says.
constexpr std::size_t repeated_bytes_max = 1'000;
constexpr std::size_t cell_bytes_max = 4'000;

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const auto part : split(text, '\n')) {
    const auto content = trimmed(part);
    if (content.empty()) continue;
    if (!line.empty()) line += ' ';
    line += content;
  }
  return line;
}

}  // namespace

void TableText::begin_row() {
  if (!rows_.empty()) pull_down();
  rows_.emplace_back();
}

const TableText::Cell* TableText::above() const {
  if (rows_.size() < 2) return nullptr;
  const Row& row = rows_[rows_.size() - 2];
  const std::size_t column = rows_.back().size();
  return column < row.size() ? &row[column] : nullptr;
}

void TableText::pull_down() {
  for (const Cell* cell = above(); cell != nullptr && cell->rows_below > 0; cell = above())
    rows_.back().push_back({cell->text, true, cell->rows_below - 1});
}

void TableText::push(Cell cell, std::size_t columns) {
  if (cell.text.size() > repeated_bytes_max && cell.repeated) cell.text.clear();
  Row& row = rows_.back();
  const std::size_t rows_below = cell.rows_below;
  if (row.size() < columns_max) row.push_back(std::move(cell));
  for (std::size_t i = 1; i < columns && row.size() < columns_max; ++i) row.push_back({{}, true, rows_below});
}

void TableText::add_cell(std::string text, std::size_t columns, std::size_t rows) {
  if (rows_.empty()) begin_row();
  pull_down();
  push({std::move(text), false, rows < 2 ? 0 : rows - 1}, columns);
}

void TableText::continue_cell(std::size_t columns) {
  const Cell* cell = above();
  push({cell == nullptr ? std::string{} : cell->text, cell != nullptr, 0}, columns);
}

bool TableText::lays_out_a_page() const {
  if (layout_) return true;
  const auto is_long = [](const Cell& cell) { return cell.text.size() > cell_bytes_max; };
  const bool narrow = std::ranges::all_of(rows_, [](const Row& row) { return row.size() <= 1; });
  return narrow ||
         std::ranges::any_of(rows_, [&](const Row& row) { return std::ranges::any_of(row, is_long); });
}

void TableText::write(Lines& lines) {
  if (!rows_.empty()) pull_down();
  const bool plain = lays_out_a_page();
  for (const Row& row : rows_) {
    if (lines.is_full()) return;
    std::string line = "|";
    bool filled = false;
    for (const Cell& cell : row) {
      if (plain && !cell.repeated) lines.add(cell.text);
      const std::string text = on_one_line(cell.text);
      filled = filled || !text.empty();
      line += text.empty() ? " |" : " " + text + " |";
    }
    if (!plain && filled) lines.add(line);
  }
}

}  // namespace nucong::document::detail

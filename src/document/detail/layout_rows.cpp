#include "document/detail/layout_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "document/detail/utf8.hpp"
#include "document/detail/vietnamese_letter.hpp"

namespace nucong::document::detail {
namespace {

using Text = std::u32string_view;

// Justified prose may hold gaps of three spaces.
constexpr std::size_t gap_min = 4;
constexpr std::size_t table_gap_min = 3;
constexpr std::size_t table_cells_min = 3;

struct Cell {
  std::size_t begin = 0;  ///< columns of the page
  std::size_t end = 0;
  std::u32string text;

  [[nodiscard]] bool overlaps(const Cell& other) const { return begin < other.end && other.begin < end; }
};

using Row = std::vector<Cell>;

Row cells_of(Text line, std::size_t gap) {
  Row row;
  for (std::size_t at = line.find_first_not_of(U' '); at != Text::npos;) {
    std::size_t end = std::min(line.find(std::u32string(gap, U' '), at), line.size());
    while (end > at && line[end - 1] == U' ') --end;
    row.push_back({at, end, std::u32string(line.substr(at, end - at))});
    at = line.find_first_not_of(U' ', end);
  }
  return row;
}

Row row_of(Text line) {
  auto row = cells_of(line, table_gap_min);
  return row.size() >= table_cells_min ? row : cells_of(line, gap_min);
}

bool begins_small(const Cell& cell) {
  const char32_t first = cell.text.front();
  if (first < 0x80) return first >= U'a' && first <= U'z';
  const auto vowel = vowel_of(first);
  return first == U'đ' || (vowel ? !vowel->capital : first >= 0xE0 && first <= 0xFF);
}

bool begins_with_capital(const Cell& cell) {
  const char32_t first = cell.text.front();
  const bool letter = first >= 0xC0 || (first >= U'A' && first <= U'Z');
  return letter && !begins_small(cell);
}

void append(Cell& cell, const Cell& more) {
  cell.text += U' ';
  cell.text += more.text;
  cell.begin = std::min(cell.begin, more.begin);
  cell.end = std::max(cell.end, more.end);
}

Cell* find_overlap(Row& row, const Cell& cell) {
  const auto found = std::ranges::find_if(row, [&](const Cell& each) { return each.overlaps(cell); });
  return found == row.end() ? nullptr : &*found;
}

class Page {
 public:
  std::string run(Text text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find(U'\n', at), text.size());
      take(row_of(text.substr(at, end - at)));
      at = end + 1;
    }
    flush();
    return std::move(out_);
  }

 private:
  void take(Row row) {
    if (row.empty()) {
      flush();
      out_ += '\n';
      return;
    }
    if (goes_on(row)) return;
    if (row.size() == 1 && begins_with_capital(row.front())) {
      write_waiting();
      waiting_ = std::move(row.front());
      return;
    }
    if (row.size() > 1) take_waiting_into(row);
    flush();
    row_ = std::move(row);
  }

  // Joins a line in small letters to the text that waits for its row, or to the row above.
  bool goes_on(Row& row) {
    if (!std::ranges::all_of(row, begins_small)) return false;
    if (waiting_ && row.size() == 1 && waiting_->overlaps(row.front()) && is_table()) {
      append(*waiting_, row.front());
      return true;
    }
    if (waiting_ || !is_table() || row.size() >= row_.size()) return false;
    for (const Cell& cell : row)
      if (find_overlap(row_, cell) == nullptr) return false;
    for (const Cell& cell : row) append(*find_overlap(row_, cell), cell);
    return true;
  }

  void take_waiting_into(Row& row) {
    if (!waiting_ || row.size() + 1 < table_cells_min || find_overlap(row, *waiting_) != nullptr) return;
    row.push_back(std::move(*waiting_));
    waiting_.reset();
    std::ranges::sort(row, {}, &Cell::begin);
  }

  [[nodiscard]] bool is_table() const { return row_.size() >= table_cells_min; }

  void write_waiting() {
    if (!waiting_) return;
    write_row();
    out_ += to_utf8(waiting_->text) + "\n";
    waiting_.reset();
  }

  void write_row() {
    if (row_.size() > 1) out_ += '|';
    for (const Cell& cell : row_)
      out_ += row_.size() > 1 ? " " + to_utf8(cell.text) + " |" : to_utf8(cell.text);
    if (!row_.empty()) out_ += '\n';
    row_.clear();
  }

  void flush() {
    write_row();
    write_waiting();
  }

  std::string out_;
  Row row_;                      ///< the last line, which may go on
  std::optional<Cell> waiting_;  ///< a text that may belong to the row below
};

}  // namespace

std::string with_rows(std::string_view text) {
  return Page().run(from_utf8(text));
}

}  // namespace nucong::document::detail

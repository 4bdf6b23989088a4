#include "sheet/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace nucong::sheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array separators = {',', ';', '\t'};

struct RawRow {
  std::uint32_t line = 0;
  std::vector<std::string> cells;         ///< bytes as in the file, without the quotes
  std::vector<std::uint32_t> cell_lines;  ///< where each cell begins
};

// Cuts bytes into rows and cells; knows nothing of what they mean.
class CsvScanner {
 public:
  CsvScanner(std::string_view bytes, char separator, std::uint32_t line)
      : bytes_(bytes), separator_(separator), line_(line) {}

  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

  // The line of a quote that is never closed is left in `quote_open_line`.
  RawRow next_row() {
    RawRow row{line_, {}, {}};
    for (;;) {
      row.cell_lines.push_back(line_);
      row.cells.push_back(next_cell());
      if (at_end()) return row;
      const char stop = bytes_[at_];
      if (stop == separator_) {
        ++at_;
        continue;
      }
      take_line_break();
      return row;
    }
  }

  std::uint32_t quote_open_line = 0;

 private:
  // Ends at a separator, a line break or the end of the file. Text after a closing quote is kept, as Excel
  // does.
  std::string next_cell() {
    std::string cell;
    if (!at_end() && bytes_[at_] == '"') cell = quoted_part();
    const auto begin = at_;
    while (!at_end() && bytes_[at_] != separator_ && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    cell.append(bytes_.substr(begin, at_ - begin));
    return cell;
  }

  std::string quoted_part() {
    const std::uint32_t opened = line_;
    std::string text;
    ++at_;
    while (!at_end()) {
      const char c = bytes_[at_];
      if (c == '"') {
        ++at_;
        if (at_end() || bytes_[at_] != '"') return text;
        text.push_back('"');
        ++at_;
      } else if (c == '\n' || c == '\r') {
        const auto begin = at_;
        take_line_break();
        text.append(bytes_.substr(begin, at_ - begin));
      } else {
        text.push_back(c);
        ++at_;
      }
    }
    quote_open_line = opened;
    return text;
  }

  void take_line_break() {
    const bool carriage_return = bytes_[at_] == '\r';
    ++at_;
    if (carriage_return && !at_end() && bytes_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_;
};

bool is_blank(const RawRow& row) {
  return std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

struct Start {
  std::string_view bytes;
  std::uint32_t line = 1;
};

// From the first line that holds more than separators: which one of them it is cannot be told before.
Start first_filled_line(std::string_view bytes) {
  Start start{bytes, 1};
  while (!start.bytes.empty()) {
    const auto end = std::min(start.bytes.find_first_of("\r\n"), start.bytes.size());
    if (start.bytes.substr(0, end).find_first_not_of(" ,;\t") != std::string_view::npos) break;
    const bool both = start.bytes.substr(end).starts_with("\r\n");
    start.bytes.remove_prefix(std::min(end + (both ? 2 : 1), start.bytes.size()));
    ++start.line;
  }
  return start;
}

// The one that stands most often in the first row, outside quotes. A quote opens after any of the three:
// which of them parts the cells is not known yet.
char separator_of(std::string_view bytes) {
  std::array<std::size_t, separators.size()> found{};
  bool quoted = false;
  bool may_open = true;  // also after a quote has closed: two in a row stand for one
  for (const char c : bytes) {
    const auto* separator = std::ranges::find(separators, c);
    if (quoted) {
      quoted = c != '"';
      may_open = !quoted;
    } else if (c == '"' && may_open) {
      quoted = true;
    } else if (separator != separators.end()) {
      ++found.at(static_cast<std::size_t>(separator - separators.begin()));
      may_open = true;
    } else if (c == '\n' || c == '\r') {
      break;
    } else {
      may_open = false;
    }
  }
  return separators.at(static_cast<std::size_t>(std::ranges::max_element(found) - found.begin()));
}

// A cell may span lines: the one with the bad byte is what the user has to look for.
std::uint32_t line_not_utf8(std::string_view cell, std::uint32_t line) {
  for (const auto part : split(cell, '\n')) {
    if (!nfc(part)) break;
    ++line;
  }
  return line;
}

Result<TableRow> clean_row(const RawRow& raw) {
  TableRow row{raw.line, {}};
  row.cells.reserve(raw.cells.size());
  for (std::size_t i = 0; i < raw.cells.size(); ++i) {
    auto text = nfc(trimmed(raw.cells[i]));
    if (!text) return text.error().at({{}, line_not_utf8(raw.cells[i], raw.cell_lines[i]), {}});
    row.cells.push_back({std::move(text).value(), CellKind::text});
  }
  return row;
}

Result<> fit_to_heading(TableRow& row, std::size_t expected) {
  auto& cells = row.cells;
  while (cells.size() > expected && cells.back().text.empty()) cells.pop_back();
  if (cells.size() <= expected) return ok();
  return fail(ErrorCode::table_row_ragged,
              {{"cells", std::to_string(cells.size())}, {"expected", std::to_string(expected)}})
      .at({{}, row.line, {}});
}

Result<Table> rows_of(std::string_view bytes, std::string file) {
  Table table{std::move(file), {}, {}};
  const Start start = first_filled_line(bytes);
  CsvScanner scanner(start.bytes, separator_of(start.bytes), start.line);
  while (!scanner.at_end()) {
    const RawRow raw = scanner.next_row();
    if (scanner.quote_open_line != 0)
      return fail(ErrorCode::csv_quote_open).at({{}, scanner.quote_open_line, {}});
    if (is_blank(raw)) continue;
    TRY(auto row, clean_row(raw));
    if (!table.rows.empty()) {
      TRY(fit_to_heading(row, table.rows.front().cells.size()));
    }
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return fail(ErrorCode::table_empty);
  return table;
}

void write_cell(std::string& out, std::string_view cell) {
  // Every separator that read_csv knows is quoted, so that the heading is never cut by another one.
  const bool plain = cell.find_first_of(",;\t\"\r\n") == std::string_view::npos && trimmed(cell) == cell &&
                     !cell.starts_with(byte_order_mark);
  if (plain) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

Result<Table> read_csv(std::string_view bytes, std::string file) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  auto table = rows_of(bytes, file);
  if (!table) return table.error().at({std::move(file), 0, {}});
  return table;
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (const auto& row : rows) {
    bool first = true;
    for (const auto& cell : row) {
      if (!first) out += ',';
      first = false;
      write_cell(out, cell);
    }
    out += '\n';
  }
  return out;
}

}  // namespace nucong::sheet

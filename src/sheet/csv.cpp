#include "sheet/csv.hpp"

#include <utility>

#include "base/text.hpp"
#include "sheet/csv_rows.hpp"

namespace nucong::sheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
  TRY(const auto rows, read_csv_rows(std::string(bytes), std::move(file)));
  return rows->table();
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

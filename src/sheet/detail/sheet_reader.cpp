#include "sheet/detail/sheet_reader.hpp"

#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "base/text.hpp"
#include "sheet/detail/cell_text.hpp"
#include "sheet/detail/plain_number.hpp"

namespace nucong::sheet::detail {
namespace {

using ooxml::attribute;
using ooxml::child;
using ooxml::damaged;
using ooxml::local_name;
using ooxml::text_of;
using ooxml::XmlPart;

constexpr std::uint64_t rows_max = 1'048'576;
constexpr std::uint64_t columns_max = 16'384;
constexpr std::uint64_t blanks_a_cell = 8;

Error too_large(std::string what) {
  return fail(ErrorCode::package_too_large, {{"what", std::move(what)}});
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

// "C7" → 3; 0 if it does not begin with letters. Stops growing past any real column.
std::uint64_t column_number(std::string_view reference) {
  std::uint64_t number = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || number > columns_max) break;
    number = number * 26 + static_cast<std::uint64_t>(c - 'A' + 1);
  }
  return number;
}

class RowReader {
 public:
  RowReader(const XmlPart& part, const SharedStrings& shared, CellAllowance& allowance, Table& table)
      : part_(part), shared_(shared), allowance_(allowance), table_(table) {}

  Result<> take(pugi::xml_node element) {
    TRY(auto number, row_number(attribute(element, "r")));
    row_number_ = number;
    TableRow row{static_cast<std::uint32_t>(number), {}};
    std::uint64_t column = 0;  // a cell without a reference follows the one before it
    for (const pugi::xml_node each : element.children()) {
      if (local_name(each.name()) != "c") continue;
      const auto reference = attribute(each, "r");
      column = reference.empty() ? column + 1 : column_number(reference);
      if (column == 0) return damaged(part_).at({{}, row.line, {}});
      if (column > columns_max) return too_large("columns").at({{}, row.line, {}});
      auto cell = read_cell(each);
      if (!cell) return cell.error().at(table_.place(row, column - 1));
      TRY(place(row, column, std::move(cell).value()));
    }
    if (!row.cells.empty()) table_.rows.push_back(std::move(row));
    return ok();
  }

 private:
  Result<std::uint64_t> row_number(std::string_view given) const {
    if (given.empty()) return checked(row_number_ + 1);
    const auto number = whole_number(given);
    // Rows stand in order; two of one number would hide figures.
    if (!number || *number <= row_number_) return damaged(part_);
    return checked(*number);
  }

  static Result<std::uint64_t> checked(std::uint64_t number) {
    if (number > rows_max) return too_large("rows");
    return number;
  }

  Result<> place(TableRow& row, std::uint64_t column, Cell cell) {
    if (cell.text.empty()) return ok();
    if (column > row.cells.size()) {
      const std::uint64_t added = column - row.cells.size();
      if (added > allowance_.cells || added - 1 > allowance_.blanks) return too_large("cells");
      allowance_.cells -= added;
      allowance_.blanks = allowance_.blanks - (added - 1) + blanks_a_cell;
      row.cells.resize(column);
    }
    if (cell.text.size() > allowance_.text_bytes) return too_large("text");
    allowance_.text_bytes -= cell.text.size();
    row.cells[column - 1] = std::move(cell);
    return ok();
  }

  Result<Cell> read_cell(pugi::xml_node element) const {
    const auto type = attribute(element, "t");
    if (type == "inlineStr") {
      TRY(auto text, text_of_runs(child(element, "is")));
      return Cell{std::move(text), CellKind::text};
    }
    const pugi::xml_node held = child(element, "v");
    if (!held) return Cell{};
    const std::string raw = text_of(held);
    const auto value = trimmed(raw);
    if (value.empty()) return Cell{};
    if (type == "e") {
      TRY(auto text, nfc(value));
      return fail(ErrorCode::xlsx_formula_error, {{"text", std::move(text)}});
    }
    if (type == "s") return shared_text(value);
    if (type == "b") return Cell{value == "0" ? "FALSE" : "TRUE", CellKind::text};
    if (type.empty() || type == "n") return number(value);
    TRY(auto text, clean_text(value));  // the result of a formula ("str"), or a date ("d")
    return Cell{std::move(text), CellKind::text};
  }

  Result<Cell> shared_text(std::string_view value) const {
    const auto index = whole_number(value);
    const auto text = index ? shared_.at(*index) : std::nullopt;
    if (!text) return damaged(part_);
    return Cell{std::string(*text), CellKind::text};
  }

  Result<Cell> number(std::string_view value) const {
    auto plain = plain_number(value);
    if (!plain) return damaged(part_);
    return Cell{std::move(*plain), CellKind::number};
  }

  const XmlPart& part_;
  const SharedStrings& shared_;
  CellAllowance& allowance_;
  Table& table_;
  std::uint64_t row_number_ = 0;
};

}  // namespace

Result<> read_rows(const ooxml::XmlPart& part, const SharedStrings& shared, CellAllowance& allowance,
                   Table& table) {
  RowReader reader(part, shared, allowance, table);
  return ooxml::for_each_element(part, {"sheetData", "row"},
                                 [&](pugi::xml_node row) { return reader.take(row); });
}

}  // namespace nucong::sheet::detail

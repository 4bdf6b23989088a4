// A table on its way out: to a terminal, a CSV file or JSON.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "answer/json_writer.hpp"
#include "base/number_reader.hpp"

namespace nucong::answer {

enum class Align : std::uint8_t { left, right };

struct ViewColumn {
  std::string key;    ///< for CSV and JSON
  std::string title;  ///< for people
  Align align = Align::left;
  std::size_t least = 8;  ///< columns that must stay when the table is fitted to a narrow terminal
};

/// Nothing, text, or a number.
using ViewValue = std::variant<std::monostate, std::string, Decimal>;
[[nodiscard]] inline ViewValue view_value(const std::optional<Decimal>& number) {
  return number ? ViewValue{*number} : ViewValue{};
}

struct View {
  std::vector<ViewColumn> columns;
  std::vector<std::vector<ViewValue>> rows;
};

/// Columns aligned by what a terminal shows (marks of Vietnamese letters take no room), cut with "…" to fit
/// `width`; 0 is as wide as it takes. Numbers in `style`.
[[nodiscard]] std::string as_table(const View& view, std::size_t width, NumberStyle style);
/// Keys, then rows; numbers plain. A text that a spreadsheet would take for a formula gets a leading
/// apostrophe.
[[nodiscard]] std::string as_csv(const View& view);
/// An array of objects.
[[nodiscard]] std::string as_json(const View& view);
/// The same as a value of a greater document.
void add_rows(JsonWriter& json, const View& view);

}  // namespace nucong::answer

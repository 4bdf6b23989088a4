#include "catalogue/detail/elements_file.hpp"

#include <algorithm>
#include <utility>

namespace nucong::catalogue::detail {
namespace {

Result<indicator::Split> split_of(const Table& table) {
  TRY(table.check_keys({"code", "title", "parts"}));
  indicator::Split split;
  TRY(split.code, table.text("code"));
  TRY(auto title, table.title("title"));
  split.title_vi = std::move(title.vi);
  split.title_en = std::move(title.en);
  TRY(const auto parts, table.tables("parts"));
  for (const auto& row : parts) {
    TRY(row.check_keys({"code", "title"}));
    indicator::Split::Part part;
    TRY(part.code, row.text("code"));
    TRY(auto part_title, row.title("title"));
    part.title_vi = std::move(part_title.vi);
    part.title_en = std::move(part_title.en);
    split.parts.push_back(std::move(part));
  }
  return split;
}

Result<indicator::Element> element_of(const Table& table, const Table& units) {
  TRY(table.check_keys(
      {"code", "name", "title", "unit", "kind", "decimals", "periods", "splits", "people", "source"}));
  indicator::Element element;
  TRY(element.code, table.text("code"));
  TRY(element.name, table.text("name"));
  TRY(auto title, table.title("title"));
  element.title_vi = std::move(title.vi);
  element.title_en = std::move(title.en);
  TRY(const auto unit_code, table.text("unit"));
  if (!units.has(unit_code)) return table.error("unit", unit_code, "one of [units]");
  TRY(auto unit, units.title(unit_code));
  element.unit_vi = std::move(unit.vi);
  element.unit_en = std::move(unit.en);
  TRY(const auto kind, table.text("kind"));
  const auto known_kind = indicator::parse_element_kind(kind);
  if (!known_kind) return table.error("kind", known_kind.error());
  element.kind = known_kind.value();
  if (table.has("decimals")) {
    TRY(element.decimals, table.whole("decimals", 0, Decimal::scale_max));
  }
  TRY(element.periods, table.period_kinds("periods"));
  TRY(element.splits, table.texts_or_none("splits"));
  TRY(element.counts_people, table.flag("people"));
  TRY(element.source, table.text("source"));
  return element;
}

Result<indicator::Indicator> indicator_of(const Table& table, const indicator::Elements& elements,
                                          std::span<const indicator::UnitKind> kinds) {
  TRY(table.check_keys({"code", "name", "title", "unit", "formula", "phrases", "source"}));
  TRY(auto code, table.text("code"));
  TRY(auto name, table.text("name"));
  TRY(auto title, table.title("title"));
  TRY(const auto unit, table.text("unit"));
  const auto known_unit = indicator::parse_value_unit(unit);
  if (!known_unit) return table.error("unit", known_unit.error());
  TRY(const auto text, table.text("formula"));
  auto formula = indicator::Formula::parse(text, elements);
  if (!formula) return table.error("formula", formula.error());
  TRY(check_kinds(table, "formula", formula.value().kinds_used(), kinds));
  TRY(auto phrases, table.texts("phrases"));
  TRY(auto source, table.text("source"));
  return indicator::Indicator{std::move(code),     std::move(name),    std::move(title.vi),
                              std::move(title.en), known_unit.value(), std::move(formula).value(),
                              std::move(phrases),  std::move(source)};
}

// The domain's check names the code or name at fault: the last table that has it is where to look.
Error placed(const Error& error, std::span<const Table> tables) {
  const auto& text = error.params().front().value;
  for (auto table = tables.rbegin(); table != tables.rend(); ++table)
    for (const auto* key : {"code", "name"})
      if (const auto field = table->text_or_empty(key); field && field.value() == text)
        return table->error(key, error);
  return error;
}

}  // namespace

Result<std::vector<indicator::UnitKind>> read_kinds(std::span<const Document> documents) {
  TRY(const auto rows, tables_of(documents, "kind"));
  TRY(check_codes_unique(rows));
  std::vector<indicator::UnitKind> kinds;
  for (const auto& row : rows) {
    TRY(row.check_keys({"code", "title"}));
    TRY(auto code, row.text("code"));
    if (!indicator::is_identifier(code) || indicator::is_formula_word(code))
      return row.error("code", code, "a code of small letters, digits and _ that is no word of formulas");
    TRY(auto title, row.title("title"));
    kinds.push_back({std::move(code), std::move(title.vi), std::move(title.en)});
  }
  return kinds;
}

Result<> check_kinds(const Table& table, std::string_view key, std::span<const std::string> used,
                     std::span<const indicator::UnitKind> kinds) {
  for (const auto& kind : used)
    if (std::ranges::find(kinds, kind, &indicator::UnitKind::code) == kinds.end())
      return table.error(key, kind, "a kind of unit");
  return ok();
}

Result<indicator::Elements> read_elements(std::span<const Document> documents) {
  TRY(auto rows, tables_of(documents, "split"));
  std::vector<indicator::Split> splits;
  for (const auto& row : rows) {
    TRY(auto split, split_of(row));
    splits.push_back(std::move(split));
  }
  std::vector<Table> parts;
  for (const auto& row : rows) {
    TRY(const auto here, row.tables("parts"));
    parts.insert(parts.end(), here.begin(), here.end());
  }
  rows.insert(rows.begin(), parts.begin(), parts.end());
  std::vector<indicator::Element> elements;
  for (const auto& document : documents) {
    const Table root(document.file, document.root);
    TRY(const auto here, root.tables("element"));
    if (here.empty()) continue;
    TRY(const auto units, root.table("units"));
    for (const auto& row : here) {
      TRY(auto element, element_of(row, units));
      elements.push_back(std::move(element));
      rows.push_back(row);
    }
  }
  auto made = indicator::Elements::make(std::move(elements), std::move(splits));
  if (!made) return placed(made.error(), rows);
  return made;
}

Result<indicator::Catalogue> read_catalogue(std::span<const Document> documents,
                                            std::span<const indicator::UnitKind> kinds) {
  TRY(auto elements, read_elements(documents));
  TRY(const auto rows, tables_of(documents, "indicator"));
  std::vector<indicator::Indicator> indicators;
  for (const auto& row : rows) {
    TRY(auto indicator, indicator_of(row, elements, kinds));
    indicators.push_back(std::move(indicator));
  }
  auto made = indicator::Catalogue::make(std::move(elements), std::move(indicators));
  if (!made) return placed(made.error(), rows);
  return made;
}

}  // namespace nucong::catalogue::detail

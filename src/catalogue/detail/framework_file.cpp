#include "catalogue/detail/framework_file.hpp"

#include <utility>

namespace nucong::catalogue::detail {
namespace {

using target::Framework;

// The title in Vietnamese only: the document has no official English wording.
Result<std::string> title_vi_of(const Table& table) {
  TRY(const auto title, table.table("title"));
  TRY(title.check_keys({"vi"}));
  return title.text("vi");
}

Result<Framework::Target::Value> value_of(const Table& table) {
  TRY(table.check_keys({"year", "comparator", "value"}));
  Framework::Target::Value value;
  TRY(value.year, table.whole("year", 1900, 2999));
  TRY(value.comparator, table.text("comparator"));
  const auto known = indicator::comparison_of(value.comparator);
  if (!known || *known == indicator::Comparison::not_equal)
    return table.error("comparator", value.comparator, ">=, >, =, <= or <");
  TRY(value.value, table.decimal("value"));
  return value;
}

Result<Framework::Target> target_of(const Table& table, const indicator::Catalogue& catalogue) {
  TRY(table.check_keys({"code", "objective", "title", "unit", "indicator", "values", "verified", "source"}));
  Framework::Target target;
  TRY(target.code, table.text("code"));
  TRY(target.objective_vi, table.text("objective"));
  TRY(target.title_vi, title_vi_of(table));
  TRY(target.unit, table.text("unit"));
  if (const auto unit = indicator::parse_value_unit(target.unit); !unit)
    return table.error("unit", unit.error());
  TRY(target.indicator, table.text_or_empty("indicator"));
  if (!target.indicator.empty() && catalogue.find_indicator(target.indicator) == nullptr)
    return table.error("indicator", target.indicator, "an indicator of the catalogue");
  TRY(const auto rows, table.tables("values"));
  if (rows.empty()) return table.error("values", target.code, "a value for at least one year");
  for (const auto& row : rows) {
    TRY(auto value, value_of(row));
    if (!target.values.empty() && target.values.back().year >= value.year)
      return row.error("year", target.code, "years in order");
    target.values.push_back(std::move(value));
  }
  TRY(target.verified, table.flag("verified"));
  TRY(target.source, table.text("source"));
  return target;
}

}  // namespace

Result<std::vector<Framework>> read_frameworks(std::span<const Document> documents,
                                               const indicator::Catalogue& catalogue) {
  std::vector<Framework> frameworks;
  for (const auto& document : documents) {
    const Table root(document.file, document.root);
    TRY(const auto rows, root.tables("target"));
    if (rows.empty() && !root.has("framework")) continue;
    TRY(const auto head, root.table("framework"));
    TRY(head.check_keys({"code", "title", "number", "issuer", "date"}));
    Framework framework;
    TRY(framework.code, head.text("code"));
    TRY(framework.title_vi, title_vi_of(head));
    TRY(framework.number, head.text("number"));
    TRY(framework.issuer, head.text("issuer"));
    TRY(framework.date, head.date("date"));
    TRY(check_codes_unique(rows));
    for (const auto& row : rows) {
      TRY(auto target, target_of(row, catalogue));
      framework.targets.push_back(std::move(target));
    }
    frameworks.push_back(std::move(framework));
  }
  return frameworks;
}

}  // namespace nucong::catalogue::detail

#include "catalogue/detail/forms_file.hpp"

#include <algorithm>
#include <utility>

#include "catalogue/detail/elements_file.hpp"

namespace nucong::catalogue::detail {
namespace {

Result<indicator::Series> series_of(const Table& table, std::string_view key, std::string_view text,
                                    const indicator::Elements& elements) {
  const auto series = elements.parse_series(text);
  if (!series) return table.error(key, series.error());
  return series.value();
}

Result<report::Form::Item> entry_of(const Table& table, const report::Form& form,
                                    const indicator::Elements& elements) {
  TRY(table.check_keys({"element"}));
  TRY(const auto text, table.text("element"));
  TRY(const auto series, series_of(table, "element", text, elements));
  if (form.asks(series)) return table.error("element", text, "an element only once in a form");
  const auto& periods = elements.element(series.element).periods;
  for (const auto kind : form.periods)
    if (std::ranges::find(periods, kind) == periods.end())
      return table.error("element", text, "an element that is asked for in the form's periods");
  return report::Form::Entry{series};
}

Result<report::Form::Item> total_of(const Table& table, const report::Form& form,
                                    const indicator::Elements& elements) {
  TRY(table.check_keys({"total", "of"}));
  report::Form::Total total;
  TRY(auto title, table.title("total"));
  total.title_vi = std::move(title.vi);
  total.title_en = std::move(title.en);
  TRY(const auto texts, table.texts("of"));
  for (const auto& text : texts) {
    TRY(const auto series, series_of(table, "of", text, elements));
    if (!form.asks(series)) return table.error("of", text, "an element that stands above in the form");
    total.addends.push_back(series);
  }
  return total;
}

Result<report::Form::Item> item_of(const Table& table, const report::Form& form,
                                   const indicator::Elements& elements) {
  if (table.has("element")) return entry_of(table, form, elements);
  if (table.has("total")) return total_of(table, form, elements);
  TRY(table.check_keys({"heading"}));
  TRY(auto title, table.title("heading"));
  return report::Form::Heading{std::move(title.vi), std::move(title.en)};
}

Result<report::Form> form_of(const Table& table, const indicator::Elements& elements,
                             std::span<const indicator::UnitKind> kinds) {
  TRY(table.check_keys({"code", "title", "periods", "kinds", "due_days", "items"}));
  report::Form form;
  TRY(form.code, table.text("code"));
  TRY(auto title, table.title("title"));
  form.title_vi = std::move(title.vi);
  form.title_en = std::move(title.en);
  TRY(form.periods, table.period_kinds("periods"));
  TRY(form.kinds, table.texts("kinds"));
  TRY(check_kinds(table, "kinds", form.kinds, kinds));
  TRY(form.due_days, table.whole("due_days", 0, 366));
  TRY(const auto rows, table.tables("items"));
  for (const auto& row : rows) {
    TRY(auto item, item_of(row, form, elements));
    form.items.push_back(std::move(item));
  }
  return form;
}

Result<report::Rule> rule_of(const Table& table, const indicator::Elements& elements) {
  TRY(table.check_keys({"code", "check", "message"}));
  TRY(auto code, table.text("code"));
  TRY(const auto text, table.text("check"));
  auto check = indicator::Predicate::parse(text, elements);
  if (!check) return table.error("check", check.error());
  TRY(auto message, table.title("message"));
  std::vector<indicator::ElementId> used;
  for (const auto series : check.value().series_used())
    if (used.empty() || used.back() != series.element) used.push_back(series.element);
  return report::Rule{std::move(code), std::move(check).value(), std::move(used), std::move(message.vi),
                      std::move(message.en)};
}

}  // namespace

Result<std::vector<report::Form>> read_forms(std::span<const Document> documents,
                                             const indicator::Elements& elements,
                                             std::span<const indicator::UnitKind> kinds) {
  TRY(const auto rows, tables_of(documents, "form"));
  TRY(check_codes_unique(rows));
  std::vector<report::Form> forms;
  for (const auto& row : rows) {
    TRY(auto form, form_of(row, elements, kinds));
    forms.push_back(std::move(form));
  }
  return forms;
}

Result<std::vector<report::Rule>> read_rules(std::span<const Document> documents,
                                             const indicator::Elements& elements) {
  TRY(const auto rows, tables_of(documents, "rule"));
  TRY(check_codes_unique(rows));
  std::vector<report::Rule> rules;
  for (const auto& row : rows) {
    TRY(auto rule, rule_of(row, elements));
    rules.push_back(std::move(rule));
  }
  return rules;
}

Result<report::JumpRule> read_jump(std::span<const Document> documents) {
  for (const auto& document : documents) {
    const Table root(document.file, document.root);
    if (!root.has("jump")) continue;
    TRY(const auto table, root.table("jump"));
    TRY(table.check_keys({"factor", "floor"}));
    report::JumpRule jump;
    TRY(jump.factor, table.decimal("factor"));
    if (jump.factor <= Decimal(1)) return table.error("factor", jump.factor.str(), "a factor above 1");
    TRY(jump.floor, table.decimal("floor"));
    if (jump.floor.is_negative()) return table.error("floor", jump.floor.str(), "a floor of 0 or more");
    return jump;
  }
  return report::JumpRule{};
}

Result<report::Effort> read_effort(std::span<const Document> documents) {
  for (const auto& document : documents) {
    const Table root(document.file, document.root);
    if (!root.has("effort")) continue;
    TRY(const auto table, root.table("effort"));
    TRY(table.check_keys({"minutes_per_figure"}));
    report::Effort effort;
    TRY(effort.minutes_per_figure, table.decimal("minutes_per_figure"));
    if (effort.minutes_per_figure <= Decimal(0))
      return table.error("minutes_per_figure", effort.minutes_per_figure.str(), "minutes above 0");
    return effort;
  }
  return report::Effort{};
}

}  // namespace nucong::catalogue::detail

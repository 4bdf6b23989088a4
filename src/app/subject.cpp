#include "app/subject.hpp"

#include <algorithm>
#include <set>

namespace nucong::app {

using indicator::Formula;
using indicator::ValueUnit;

Decimal shown(const Ratio& ratio, ValueUnit unit) {
  if (unit == ValueUnit::percent) return Ratio{ratio.numerator * Decimal{100}, ratio.denominator}.rounded(1);
  return ratio.denominator == Decimal{1} ? ratio.numerator : ratio.rounded(2);
}

namespace {

Result<Subject> named_subject(const Knowledge& knowledge, const std::string& text) {
  const auto& elements = knowledge.elements();
  if (const auto series = elements.parse_series(text)) {
    const auto& element = elements.element(series.value().element);
    Subject found{elements.code_of(series.value()),
                  element.title_vi,
                  element.title_en,
                  ValueUnit::count,
                  series.value(),
                  {}};
    TRY(found.formula, Formula::parse(elements.name_of(series.value()), elements));
    return found;
  }
  if (const auto* known = knowledge.catalogue.find_indicator(text))
    return Subject{known->code, known->title_vi, known->title_en, known->unit, {}, known->formula};
  auto formula = Formula::parse(text, elements);
  // A single word that is nothing known is rather a mistyped element than a formula.
  if (formula.has_error() && indicator::is_identifier(text)) return elements.id(text).error();
  if (formula.has_error()) return formula.error();
  return Subject{formula.value().str(), formula.value().str(), formula.value().str(), ValueUnit::other, {},
                 formula.value()};
}

// The kinds of unit that some form asks for one of the series.
std::vector<std::string> asked_kinds(const Knowledge& knowledge, const Formula& formula) {
  std::set<std::string> kinds;
  const auto used = formula.series_used();
  for (const auto& form : knowledge.forms)
    if (std::ranges::any_of(used, [&](indicator::Series series) { return form.asks(series); }))
      kinds.insert(form.kinds.begin(), form.kinds.end());
  return {kinds.begin(), kinds.end()};
}

// Units of these kinds with a figure of any of the series, inherited ones included.
indicator::UnitSet with_a_figure(std::vector<std::string> kinds, const std::vector<indicator::Series>& used) {
  std::vector<indicator::Predicate> any;
  for (const auto series : used) any.push_back(indicator::Predicate::reported(series));
  if (any.size() == 1) return {std::move(kinds), any.front()};
  return {std::move(kinds), indicator::Predicate::any_of(std::move(any))};
}

}  // namespace

Result<Subject> subject_of(const Knowledge& knowledge, const std::string& text) {
  TRY(auto subject, named_subject(knowledge, text));
  if (subject.formula->per_unit() == nullptr) return subject;
  return fail(
      ErrorCode::formula_type,
      {{"text", text}, {"position", "1"}, {"expected", "a formula that has a value without a target"}});
}

Date looks_back_to(const Formula& formula, const Period& period) {
  int years_back = 0;
  for (const auto& aggregate : formula.aggregates()) years_back = std::max(years_back, aggregate.years_back);
  Period earliest = period;
  for (int year = 0; year < years_back; ++year) earliest = earliest.year_before();
  return earliest.first();
}

Answering::Answering(rollup::Question& question, const Knowledge& knowledge, const Formula& formula) {
  auto kinds = asked_kinds(knowledge, formula);
  const auto used = formula.series_used();
  if (kinds.empty() || used.empty()) return;
  expected_ = question.units({kinds, {}});
  reported_ = question.units(with_a_figure(std::move(kinds), used));
}

}  // namespace nucong::app

#include "app/ask_value.hpp"

#include <algorithm>
#include <set>

#include "app/nation.hpp"

namespace nucong::app {

using indicator::Formula;
using indicator::ValueUnit;

Decimal shown(const Ratio& ratio, ValueUnit unit) {
  if (unit == ValueUnit::percent) return Ratio{ratio.numerator * Decimal{100}, ratio.denominator}.rounded(1);
  return ratio.denominator == Decimal{1} ? ratio.numerator : ratio.rounded(2);
}

namespace {

// What was asked for, whichever of the three ways it was named.
struct Subject {
  std::string code;
  std::string title_vi;
  std::string title_en;
  ValueUnit unit = ValueUnit::count;
  std::optional<indicator::Series> series;
  std::optional<Formula> formula;
};

Result<Subject> subject_of(const Knowledge& knowledge, const std::string& text) {
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
std::set<std::string> asked_kinds(const Knowledge& knowledge, const Formula& formula) {
  std::set<std::string> kinds;
  const auto used = formula.series_used();
  for (const auto& form : knowledge.forms)
    if (std::ranges::any_of(used, [&](indicator::Series series) { return form.asks(series); }))
      kinds.insert(form.kinds.begin(), form.kinds.end());
  return kinds;
}

std::vector<Source> sources_of(rollup::Question& question, indicator::Series series, unit::Run run) {
  const auto& history = question.tree().history();
  std::vector<Source> sources;
  for (const auto& part : question.contributions(series, run)) {
    const auto& from = history.unit(part.from);
    Source source{from.code,
                  from.phase_on(question.stretch().back().last()).name,
                  history.unit(part.landing.at).code,
                  part.landing.line,
                  part.value,
                  {}};
    for (const auto& period : part.periods) source.periods.push_back(period.str());
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace

Result<ValueAnswer> ask_value(const Ports& ports, const ValueQuestion& asked) {
  TRY(const auto subject, subject_of(ports.knowledge, asked.element));
  if (subject.formula->per_unit() != nullptr)
    return fail(ErrorCode::formula_type, {{"text", asked.element},
                                          {"position", "1"},
                                          {"expected", "a formula that has a value without a target"}});
  int years_back = 0;
  for (const auto& aggregate : subject.formula->aggregates())
    years_back = std::max(years_back, aggregate.years_back);
  Period earliest = asked.period;
  for (int year = 0; year < years_back; ++year) earliest = earliest.year_before();
  TRY(const auto nation, load_nation(ports, earliest.first(), asked.period.last()));

  const unit::Tree tree(nation.history, asked.tree.day(asked.period, ports.clock.today()));
  TRY(const Slot unit, standing_unit(tree, asked.unit));
  const unit::Run run = tree.branch(unit);
  rollup::Question question(nation.figures, ports.knowledge.elements(), tree, {asked.period},
                            asked.population);
  const auto measured = question.measure(*subject.formula, run);

  ValueAnswer answer{.unit = asked.unit,
                     .unit_name = tree.phase(unit).name,
                     .element = subject.code,
                     .title_vi = subject.title_vi,
                     .title_en = subject.title_en,
                     .value_unit = subject.unit,
                     .period = asked.period,
                     .tree_day = tree.day(),
                     .numerator = measured.numerator,
                     .denominator = measured.denominator};
  if (measured.ratio) answer.value = shown(*measured.ratio, subject.unit);
  const auto kinds = asked_kinds(ports.knowledge, *subject.formula);
  const auto used = subject.formula->series_used();
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    if (!kinds.contains(tree.phase(tree.order()[at]).kind) || !question.counts(tree.order()[at])) continue;
    ++answer.units_expected;
    if (std::ranges::any_of(used, [&](indicator::Series s) { return question.own_value(s, at).has_value(); }))
      ++answer.units_reported;
  }
  if (!subject.series)
    for (const auto series : used) answer.elements.push_back(ports.knowledge.elements().code_of(series));
  if (subject.series) {
    answer.not_own = question.total(*subject.series, run).not_own;
    answer.decimals = ports.knowledge.elements().element(subject.series->element).decimals;
    if (asked.why) answer.sources = sources_of(question, *subject.series, run);
  }
  return answer;
}

}  // namespace nucong::app

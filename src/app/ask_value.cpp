#include "app/ask_value.hpp"

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

// What was asked for, whichever of the three ways it was named.
struct Subject {
  std::string code;
  std::string title_vi;
  std::string title_en;
  ValueUnit unit = ValueUnit::count;
  std::optional<indicator::Series> series;
  std::optional<Formula> formula;
};

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

Result<Subject> subject_of(const Knowledge& knowledge, const std::string& text) {
  TRY(auto subject, named_subject(knowledge, text));
  if (subject.formula->per_unit() == nullptr) return subject;
  return fail(
      ErrorCode::formula_type,
      {{"text", text}, {"position", "1"}, {"expected", "a formula that has a value without a target"}});
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

void count_units(rollup::Question& question, unit::Run run, const Knowledge& knowledge,
                 const Formula& formula, ValueAnswer& answer) {
  auto kinds = asked_kinds(knowledge, formula);
  const auto used = formula.series_used();
  if (kinds.empty() || used.empty()) return;
  answer.units_expected = question.units({kinds, {}})->count(run);
  answer.units_reported = question.units(with_a_figure(std::move(kinds), used))->count(run);
}

// The first day of the earliest period that the formula looks back to.
Date looks_back_to(const Formula& formula, const Period& period) {
  int years_back = 0;
  for (const auto& aggregate : formula.aggregates()) years_back = std::max(years_back, aggregate.years_back);
  Period earliest = period;
  for (int year = 0; year < years_back; ++year) earliest = earliest.year_before();
  return earliest.first();
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

Result<ValueAnswer> ask_value(const Present& present, const ValueQuestion& asked) {
  const Knowledge& knowledge = present.knowledge;
  TRY(const auto subject, subject_of(knowledge, asked.element));
  const Date day = asked.tree.day(asked.period, present.today);
  TRY(const Slot unit, standing_unit(present.nation.history, day, asked.unit));
  const auto ground = rollup::ground_on(present.atlas, present.nation.history, day);
  const unit::Tree& tree = ground->tree();
  const unit::Run run = tree.branch(unit);
  rollup::Question question(present.atlas, present.nation.figures, knowledge.elements(), ground,
                            {asked.period}, asked.population);
  const auto measured = question.measure(*subject.formula).of(run);

  ValueAnswer answer{.unit = asked.unit,
                     .unit_name = tree.phase(unit).name,
                     .element = subject.code,
                     .title_vi = subject.title_vi,
                     .title_en = subject.title_en,
                     .value_unit = subject.unit,
                     .period = asked.period,
                     .tree_day = day,
                     .numerator = measured.numerator,
                     .denominator = measured.denominator};
  if (measured.ratio) answer.value = shown(*measured.ratio, subject.unit);
  count_units(question, run, knowledge, *subject.formula, answer);
  if (subject.series) {
    answer.not_own = question.total(*subject.series, run).not_own;
    answer.decimals = knowledge.elements().element(subject.series->element).decimals;
    if (asked.why) answer.sources = sources_of(question, *subject.series, run);
  } else {
    for (const auto series : subject.formula->series_used())
      answer.elements.push_back(knowledge.elements().code_of(series));
  }
  return answer;
}

Result<ValueAnswer> ask_value(const Ports& ports, const ValueQuestion& asked) {
  TRY(const auto subject, subject_of(ports.knowledge, asked.element));
  TRY(auto nation, load_units_and_targets(ports));
  const Date from = looks_back_to(*subject.formula, asked.period);
  TRY(nation.figures, load_figures(ports, from, asked.period.last()));
  rollup::LooseAtlas atlas;
  return ask_value(Present{nation, ports.knowledge, atlas, ports.clock.today()}, asked);
}

}  // namespace nucong::app

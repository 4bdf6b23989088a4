#include "app/ask_value.hpp"

#include "app/find_directive.hpp"
#include "app/subject.hpp"
#include "target/recipients.hpp"

namespace nucong::app {

namespace {

std::vector<Source> sources_of(rollup::Question& question, indicator::Series series,
                               std::span<const unit::Run> runs) {
  const auto& history = question.tree().history();
  std::vector<Source> sources;
  for (const auto& part : question.contributions(series, runs)) {
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

Result<ValueAnswer> answer_of(const Present& present, const Subject& subject, const ValueQuestion& asked) {
  const Knowledge& knowledge = present.knowledge;
  const Date day = asked.tree.day(asked.period, present.today);
  TRY(const Slot unit, standing_unit(present.nation.history, day, asked.unit));
  const auto ground = rollup::ground_on(present.atlas, present.nation.history, day);
  const unit::Tree& tree = ground->tree();
  TRY(const auto given, runs_given(present.nation, asked.directive, *ground));
  const auto runs = target::within(tree.branch(unit), given);
  rollup::Question question(present.atlas, present.nation.figures, knowledge.elements(), ground,
                            {asked.period}, asked.population);
  const auto measured = question.measure(*subject.formula).of(runs);

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
  const Answering answering(question, knowledge, *subject.formula);
  answer.units_expected = answering.expected(runs);
  answer.units_reported = answering.reported(runs);
  if (subject.series) {
    answer.not_own = question.total(*subject.series, runs).not_own;
    answer.decimals = knowledge.elements().element(subject.series->element).decimals;
    if (asked.why) answer.sources = sources_of(question, *subject.series, runs);
  } else {
    for (const auto series : subject.formula->series_used())
      answer.elements.push_back(knowledge.elements().code_of(series));
  }
  return answer;
}

}  // namespace

Result<ValueAnswer> ask_value(const Present& present, const ValueQuestion& asked) {
  TRY(const auto subject, subject_of(present.knowledge, asked.element));
  return answer_of(present, subject, asked);
}

Result<ValueAnswer> ask_value(const Ports& ports, const ValueQuestion& asked) {
  TRY(const auto subject, subject_of(ports.knowledge, asked.element));
  const Date from = looks_back_to(*subject.formula, asked.period);
  TRY(const auto nation, load_units_and_figures(ports, from, asked.period.last(), asked.directive));
  rollup::LooseAtlas atlas;
  return answer_of({nation, ports.knowledge, atlas, ports.clock.today()}, subject, asked);
}

}  // namespace nucong::app

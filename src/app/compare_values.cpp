#include "app/compare_values.hpp"

#include <algorithm>

#include "app/find_directive.hpp"
#include "app/subject.hpp"
#include "target/recipients.hpp"

namespace nucong::app {
namespace {

Result<std::vector<Period>> periods_of(const ComparisonQuestion& asked) {
  constexpr std::size_t most = 400;
  const Period& first = asked.value.period;
  const Period last = asked.until.value_or(first);
  const ErrorParam from{"period", first.str()};
  const ErrorParam to{"until", last.str()};
  if (last.kind() != first.kind())
    return fail(ErrorCode::period_kind_differs, {to, from, {"example", first.next().str()}});
  if (last < first) return fail(ErrorCode::period_reversed, {to, from});
  std::vector<Period> periods = {first};
  while (periods.back() < last) {
    if (periods.size() == most)
      return fail(ErrorCode::period_too_many, {to, from, {"most", std::to_string(most)}});
    periods.push_back(periods.back().next());
  }
  return periods;
}

// Orders the lines of one period and numbers them: 1, 2, 2, 4.
void rank(std::span<ComparedValue> lines) {
  std::ranges::stable_sort(lines, [](const ComparedValue& a, const ComparedValue& b) {
    return a.value && (!b.value || *a.value > *b.value);
  });
  for (std::size_t i = 0; i < lines.size() && lines[i].value; ++i)
    lines[i].rank =
        i > 0 && lines[i].value == lines[i - 1].value ? lines[i - 1].rank : static_cast<std::uint32_t>(i + 1);
}

Result<> add_period(const Present& present, const ComparisonQuestion& asked, const Subject& subject,
                    const Period& period, Date day, Slot unit, Comparison& into) {
  const auto ground = rollup::ground_on(present.atlas, present.nation.history, day);
  const unit::Tree& tree = ground->tree();
  rollup::Question question(present.atlas, present.nation.figures, present.knowledge.elements(), ground,
                            {period}, asked.value.population);
  const auto measure = question.measure(*subject.formula);
  const Answering answering(question, present.knowledge, *subject.formula);
  TRY(const auto given, runs_given(present.nation, asked.value.directive, *ground));
  const std::size_t first = into.lines.size();
  for (const Slot slot : row_units(asked.rows, unit, tree)) {
    const auto runs = target::within(tree.branch(slot), given);
    const auto measured = measure.of(runs);
    ComparedValue line{.unit = tree.history().unit(slot).code,
                       .name = tree.phase(slot).name,
                       .period = period,
                       .tree_day = day,
                       .numerator = measured.numerator,
                       .denominator = measured.denominator,
                       .units_expected = answering.expected(runs),
                       .units_reported = answering.reported(runs)};
    if (measured.ratio) line.value = shown(*measured.ratio, subject.unit);
    into.lines.push_back(std::move(line));
  }
  rank(std::span(into.lines).subspan(first));
  return ok();
}

Result<Comparison> comparison_of(const Present& present, const Subject& subject,
                                 std::span<const Period> periods, const ComparisonQuestion& asked) {
  Comparison comparison{subject.title_vi, subject.title_en, subject.unit, {}};
  std::optional<Error> absent;
  for (const auto& period : periods) {
    const Date day = asked.value.tree.day(period, present.today);
    const auto unit = standing_unit(present.nation.history, day, asked.value.unit);
    if (unit.has_error()) {
      absent = unit.error();
      continue;
    }
    TRY(add_period(present, asked, subject, period, day, unit.value(), comparison));
  }
  if (comparison.lines.empty() && absent) return *absent;
  return comparison;
}

}  // namespace

Result<Comparison> compare_values(const Present& present, const ComparisonQuestion& asked) {
  TRY(const auto subject, subject_of(present.knowledge, asked.value.element));
  TRY(const auto periods, periods_of(asked));
  return comparison_of(present, subject, periods, asked);
}

Result<Comparison> compare_values(const Ports& ports, const ComparisonQuestion& asked) {
  TRY(const auto subject, subject_of(ports.knowledge, asked.value.element));
  TRY(const auto periods, periods_of(asked));
  const Date from = looks_back_to(*subject.formula, periods.front());
  TRY(const auto nation, load_units_and_figures(ports, from, periods.back().last(), asked.value.directive));
  rollup::LooseAtlas atlas;
  return comparison_of({nation, ports.knowledge, atlas, ports.clock.today()}, subject, periods, asked);
}

}  // namespace nucong::app

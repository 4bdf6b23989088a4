#include "target/status.hpp"

#include <algorithm>
#include <array>

#include "indicator/exact.hpp"

namespace nucong::target {

using directive::Comparator;
using indicator::Comparison;

std::string_view name_of(Status status) {
  constexpr std::array<std::string_view, 8> names = {"met",     "on_track",  "behind",      "missed",
                                                     "no_data", "not_bound", "not_divided", "not_given"};
  return names.at(static_cast<std::size_t>(status));
}

bool accumulates(const indicator::Formula& formula, const indicator::Elements& elements) {
  return std::ranges::any_of(formula.series_used(), [&](indicator::Series series) {
    return elements.element(series.element).kind == indicator::ElementKind::flow;
  });
}

Decimal in_formula_scale(const Target& target, Decimal number) {
  return target.unit == directive::Quantity::percent ? number * Decimal::scaled(1, 2) : number;
}

Comparison comparison_of(Comparator comparator) {
  switch (comparator) {
    case Comparator::more_than:
      return Comparison::above;
    case Comparator::at_most:
      return Comparison::at_most;
    case Comparator::less_than:
      return Comparison::below;
    case Comparator::at_least:
    case Comparator::equal:
    case Comparator::range:
      return Comparison::at_least;
  }
  return Comparison::at_least;
}

namespace {

bool is_ceiling(Comparison comparison) {
  return comparison == Comparison::at_most || comparison == Comparison::below;
}

// The line from the baseline on the day before the start to the goal on the last day, read on `as_of`.
std::optional<Ratio> pace_of(const Target& target, Decimal goal, const Standing& standing) {
  const auto whole = (target.due - target.starts).count() + 1;
  const auto passed = std::clamp<long>((standing.as_of - target.starts).count() + 1, 0, whole);
  if (whole <= 0) return std::nullopt;
  Decimal base = 0;
  if (!standing.accumulates) {
    if (!standing.baseline || !standing.baseline->is_defined()) return std::nullopt;
    base = standing.baseline->rounded(4);
  }
  return Ratio{base * Decimal{whole - passed} + goal * Decimal{passed}, Decimal{whole}};
}

bool reached(const Ratio& value, Comparison comparison, Decimal goal) {
  return indicator::holds(comparison, value.compare(goal));
}

Status of_ceiling(bool kept, bool due, bool can_only_grow) {
  if (kept) return due ? Status::met : Status::on_track;
  return due || can_only_grow ? Status::missed : Status::behind;
}

}  // namespace

Judgement judge(const Target& target, Decimal goal, const Standing& standing) {
  Judgement judged{Status::no_data, goal, {}};
  const Decimal wanted = in_formula_scale(target, goal);
  judged.pace = pace_of(target, wanted, standing);
  if (!standing.value || !standing.value->is_defined()) return judged;
  const Ratio& value = *standing.value;
  const Comparison comparison = comparison_of(target.comparator);
  const bool due = standing.as_of >= target.due;

  if (is_ceiling(comparison)) {
    judged.status = of_ceiling(reached(value, comparison, wanted), due, standing.accumulates);
    judged.pace.reset();
    return judged;
  }
  if (target.comparator == Comparator::range && target.value_max) {
    const Decimal ceiling = std::max(wanted, in_formula_scale(target, *target.value_max));
    if (!reached(value, Comparison::at_most, ceiling)) {
      judged.status = of_ceiling(false, due, standing.accumulates);
      return judged;
    }
  }
  if (reached(value, comparison, wanted)) {
    judged.status = Status::met;
  } else if (due) {
    judged.status = Status::missed;
  } else {
    const auto order = judged.pace ? indicator::order(value, *judged.pace) : std::nullopt;
    judged.status = order && *order >= 0 ? Status::on_track : Status::behind;
  }
  return judged;
}

}  // namespace nucong::target

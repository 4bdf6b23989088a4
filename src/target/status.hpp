// Where a unit stands against a target: met, on track, behind, missed.
#pragma once

#include <optional>
#include <string_view>

#include "indicator/formula.hpp"
#include "target/target.hpp"

namespace nucong::target {

/// The spelling is the one of JSON and of the screen's catalogue.
enum class Status : std::uint8_t {
  met,          ///< reached
  on_track,     ///< not yet due, at or ahead of the pace
  behind,       ///< not yet due, behind the pace
  missed,       ///< due and not reached, or beyond what can still be kept
  no_data,      ///< nothing was reported that could tell
  not_bound,    ///< no indicator is bound to the target yet
  not_divided,  ///< a count for the whole of which this unit was given no share
  not_given     ///< the directive was given to others of the branch
};

[[nodiscard]] std::string_view name_of(Status status);

/// What is known of one unit on one day.
struct Standing {
  std::optional<Ratio> value;     ///< of the indicator, as the formula gives it (0.9 for 90 %)
  Date as_of{};                   ///< the day it is judged on: the last that the value covers
  bool accumulates = false;       ///< the value grows from zero as things happen (see `accumulates`)
  std::optional<Ratio> baseline;  ///< the value on the eve of the target's start, of what does not accumulate
};

struct Judgement {
  Status status = Status::no_data;
  Decimal goal;               ///< in the target's own unit (90 for 90 %)
  std::optional<Ratio> pace;  ///< what should be reached by now, as the formula gives it; none where unknown
};

/// Judges a value against `goal`, which replaces the target's own value (goal_for).
///
/// The pace is a straight line from the baseline on the first day to the goal on the last. What does not
/// accumulate and has no baseline has no pace: until it is due it is behind unless it has been reached. A
/// ceiling (at most, less than) is on track until it is broken; a broken one is missed if the value can only
/// grow. "=" is judged as "at least": an aim that is passed is not missed.
[[nodiscard]] Judgement judge(const Target& target, Decimal goal, const Standing& standing);

/// True if the formula reads a flow: then its value over a year grows from zero.
[[nodiscard]] bool accumulates(const indicator::Formula& formula, const indicator::Elements& elements);

/// The target's number in the scale of the formula's ratio: 0.9 for 90 %.
[[nodiscard]] Decimal in_formula_scale(const Target& target, Decimal number);

/// How the target compares: of a range, its lower end. "=" is at least.
[[nodiscard]] indicator::Comparison comparison_of(directive::Comparator comparator);

}  // namespace nucong::target

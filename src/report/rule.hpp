// Rules that the figures of one report must keep, and the rule that asks a reason for a jump.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "indicator/predicate.hpp"

namespace nucong::report {

/// One rule. Source: catalogue/rules.toml.
struct Rule {
  std::string code;  ///< "R.WOMEN_MEMBERS"
  indicator::Predicate check;
  std::vector<indicator::ElementId> elements;  ///< the boxes to mark when it is broken; sorted
  std::string message_vi;                      ///< what is wrong and what to look at
  std::string message_en;
};

/// A value that moves so much against the same unit's last value needs a reason.
struct JumpRule {
  Decimal factor = 3;  ///< above 1
  Decimal floor = 10;  ///< small numbers may move freely; in the element's unit
};

/// The rules that the figures break, in the order given. A rule whose figures are not all there cannot be
/// judged and is not broken. Pointers into `rules`.
[[nodiscard]] std::vector<const Rule*> check_rules(std::span<const Rule> rules,
                                                   const indicator::SeriesValue& value_of);

/// Neither value is negative. More than `factor` times the last value, or less than one `factor`-th of it;
/// and `floor` or more away from it.
[[nodiscard]] bool is_jump(Decimal last, Decimal now, const JumpRule& rule);

}  // namespace nucong::report

// The names of papers that plan: a text with such a title speaks of what is to come, and a year after most of
// them is the plan's.
#pragma once

#include <optional>

#include "directive/text/token.hpp"

namespace nucong::directive {

struct PlanName {
  std::size_t tokens = 0;  ///< that it takes
  /// A year after it is the one it plans for ("kế hoạch … năm 2026"). An instruction's ("Chỉ thị 05/CT-UBND
  /// năm 2025") is the one it was given in.
  bool for_a_year = true;
};

/// The name that begins at token `at` and ends before `last`: "kế hoạch", "chương trình", "hướng dẫn", "chỉ
/// thị".
[[nodiscard]] std::optional<PlanName> plan_name_at(const Tokens& tokens, std::size_t at, std::size_t last);

}  // namespace nucong::directive

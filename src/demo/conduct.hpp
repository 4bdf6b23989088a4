// How a made-up union reports: in time, late or not at all, and now and then with a slip that it corrects.
#pragma once

#include <optional>

#include "demo/packing.hpp"

namespace nucong::demo {

/// The day after which nothing of the made-up confederation happens.
constexpr Date last_day = make_date(2026, 11, 1);

struct Conduct {
  bool silent = false;
  Date received{};                ///< the first version, after the period's last day
  std::optional<Date> corrected;  ///< the second version, where the first has a slip; not before `received`
};

[[nodiscard]] Conduct conduct_of(const Reporter& reporter, const Period& period, Date due);

/// What was typed in the first version; none if all figures are too small to go wrong. It breaks no rule.
[[nodiscard]] std::optional<Slip> slip_of(const Reporter& reporter, const Period& period,
                                          const Values& values);

}  // namespace nucong::demo

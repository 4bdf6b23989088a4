#include "unit/unit.hpp"

#include <algorithm>

namespace nucong::unit {

const Phase& Unit::phase_on(Date day) const {
  const auto after = std::ranges::upper_bound(phases, day, {}, &Phase::from);
  return after == phases.begin() ? phases.front() : *std::prev(after);
}

bool Unit::divided_while_standing() const {
  const std::size_t final_handovers = ended ? 1 : 0;
  return handovers.size() > final_handovers;
}

}  // namespace nucong::unit

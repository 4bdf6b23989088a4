// The nation of nation.hpp in the program's own terms.
#pragma once

#include "app/nation.hpp"
#include "bench/nation.hpp"

namespace nucong::bench {

/// Elements "B00", "B01", ...; an indicator for each of the 20 ratios; one quarterly form that asks for all.
[[nodiscard]] app::Knowledge knowledge_of(const Nation& nation);

/// VN, the provinces P00 to P33, and the grassroots unions G0, G1, ...
[[nodiscard]] std::vector<unit::UnitEvent> foundings(const Nation& nation);
/// In the order of the foundings.
[[nodiscard]] inline Slot slot_of(std::uint32_t grassroots) {
  return Slot(1 + Nation::provinces + grassroots);
}

/// A directive that gives the nation its 20 targets for 2025.
[[nodiscard]] target::Directive directive_of();

/// All of it in memory.
[[nodiscard]] app::Nation live_nation(const Nation& nation);

/// One union's report for one quarter, all elements packed.
[[nodiscard]] app::StoredReport report_of(const Nation& nation, const app::Knowledge& knowledge,
                                          std::uint32_t grassroots, std::uint32_t quarter);

}  // namespace nucong::bench

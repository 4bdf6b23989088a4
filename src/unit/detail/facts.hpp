// Telling whether the same fact was recorded twice, without comparing each with each.
#pragma once

#include <span>
#include <vector>

#include "unit/event.hpp"

namespace nucong::unit::detail {

/// Events that are `same_as` each other have the same; others nearly never.
[[nodiscard]] std::uint64_t fingerprint(const UnitEvent& event);

/// The first event that says what an earlier one said; null if none does. `prints`: their fingerprints.
[[nodiscard]] const UnitEvent* repeated(std::span<const UnitEvent> events,
                                        std::span<const std::uint64_t> prints);

}  // namespace nucong::unit::detail

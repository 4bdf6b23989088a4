#include "unit/detail/facts.hpp"

#include <bit>
#include <functional>

namespace nucong::unit::detail {

std::uint64_t fingerprint(const UnitEvent& event) {
  std::uint64_t print = static_cast<std::uint64_t>(event.date.time_since_epoch().count()) * 8 +
                        static_cast<std::uint64_t>(event.kind);
  const auto take = [&print](std::uint64_t part) {
    print = (print ^ part) * 0x9E3779B97F4A7C15U;
    print ^= print >> 32U;
  };
  for (const std::string* text :
       {&event.unit, &event.into, &event.parent, &event.name, &event.unit_kind, &event.decision})
    take(text->empty() ? 0 : std::hash<std::string>{}(*text));
  if (event.share) {
    take(static_cast<std::uint64_t>(event.share->mantissa()) + 1);
    take(static_cast<std::uint64_t>(event.share->scale()) + 1);
  }
  return print;
}

const UnitEvent* repeated(std::span<const UnitEvent> events, std::span<const std::uint64_t> prints) {
  // Open addressing, at most half full. An entry is the number of an event plus one.
  std::vector<std::uint32_t> table(std::bit_ceil(events.size() * 2 + 1), 0);
  for (std::size_t i = 0; i < events.size(); ++i) {
    std::size_t at = prints[i] & (table.size() - 1);
    for (; table[at] != 0; at = (at + 1) & (table.size() - 1)) {
      const std::size_t known = table[at] - 1;
      if (prints[known] == prints[i] && events[known].same_as(events[i])) return &events[i];
    }
    table[at] = static_cast<std::uint32_t>(i + 1);
  }
  return nullptr;
}

}  // namespace nucong::unit::detail

#include "unit/event.hpp"

#include <array>
#include <tuple>

namespace nucong::unit {

namespace {
constexpr std::array<std::string_view, 6> kind_names = {"found", "rename", "move", "merge", "split", "close"};
}

std::string_view name_of(EventKind kind) {
  return kind_names.at(static_cast<std::size_t>(kind));
}

Result<EventKind> parse_event_kind(std::string_view text) {
  for (std::size_t i = 0; i < kind_names.size(); ++i)
    if (kind_names[i] == text) return static_cast<EventKind>(i);
  return fail(ErrorCode::unit_event_unknown, {{"text", std::string(text)}});
}

bool UnitEvent::same_as(const UnitEvent& other) const {
  const auto fact = [](const UnitEvent& e) {
    return std::tie(e.date, e.kind, e.unit, e.into, e.parent, e.name, e.unit_kind, e.share, e.decision);
  };
  return fact(*this) == fact(other);
}

}  // namespace nucong::unit

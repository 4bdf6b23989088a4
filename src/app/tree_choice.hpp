// On which tree a question is asked.
#pragma once

#include <optional>
#include <string_view>

#include "base/period.hpp"
#include "unit/tree.hpp"

namespace nucong::app {

/// As-was: the tree on the period's last day. As-is: today's. Or the tree of a date.
struct TreeChoice {
  enum class Kind : std::uint8_t { as_was, as_is, date };
  Kind kind = Kind::as_was;
  Date date{};

  /// Reads "as-was", "as-is" or a date. Errors: `date.malformed`, `date.impossible`.
  [[nodiscard]] static Result<TreeChoice> parse(std::string_view text);
  [[nodiscard]] Date day(const Period& period, Date today) const;
};

/// The unit, which stands on the day. Errors: `unit.unknown`; `unit.not_yet_founded` (params `unit`,
/// `founded`); `unit.closed` (params `unit`, `ended`, `into`: the code of its heir if it has one).
[[nodiscard]] Result<Slot> standing_unit(const unit::History& history, Date day, std::string_view code);
[[nodiscard]] inline Result<Slot> standing_unit(const unit::Tree& tree, std::string_view code) {
  return standing_unit(tree.history(), tree.day(), code);
}

}  // namespace nucong::app

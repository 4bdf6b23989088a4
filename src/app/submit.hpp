// Figures come in, from whatever source: checked against everything known, kept as a new version.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.hpp"
#include "app/record_units.hpp"
#include "report/submission.hpp"

namespace nucong::app {

/// Where something stood, in the words of whoever made the drafts. A nation's file has twenty million cells,
/// of which hardly one is ever pointed at: its place is worked out when it is.
using Mark = std::uint32_t;
struct Places {
  std::function<Place(Mark)> cell;
  std::function<Place(Mark)> draft;
};

/// One cell of a file on its way into a report. Without an amount it takes the figure back.
struct DraftCell {
  indicator::Series series;
  std::optional<Decimal> value;
  std::string_view reason;  ///< of the file, which outlives it
  Mark mark = 0;
};

/// What a file says of one unit and one period. Figures that it does not mention stay as they were.
struct Draft {
  Slot unit;
  Period period;
  std::optional<std::string> form;  ///< none: the form asked of such a unit for such a period
  Date received{};
  std::string by;
  std::vector<DraftCell> cells;
  Mark mark = 0;
};

/// Rules of the catalogue. Of an amount that was typed, not of one that stood there before.
enum class Strictness : std::uint8_t {
  full,        ///< rules, and jumps need a reason
  rules_only,  ///< history taken over from elsewhere: rules hold, jumps pass
};

struct Submitted {
  std::size_t reports = 0;
  std::size_t figures = 0;
  std::size_t corrected = 0;  ///< reports that had a version before
  std::size_t unchanged = 0;  ///< drafts that say what is already known: no new version
};

/// Checks all drafts, then keeps all of them or none. At most one draft per unit and period.
/// Errors (one, or `table.rejected` with all): `unit.not_yet_founded`, `unit.closed`, `report.period_future`,
/// `element.period_kind`, `element.not_whole`, `element.negative`, `number.too_large`, `report.rule_broken`,
/// `report.jump_unexplained`, `report.empty`; `report.version_changed` if others were faster.
[[nodiscard]] Result<Submitted> submit(const Ports& ports, const unit::History& history,
                                       const std::vector<Draft>& drafts, Strictness strictness,
                                       const std::string& file, const Places& places);

}  // namespace nucong::app

// Figures on their way into a report, before anything about them is known to be right.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "indicator/element.hpp"

namespace nucong::app {

/// Where something stood, in the words of whoever made the draft. A nation's file has twenty million cells,
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
  std::string reason;
  Mark mark = 0;
};

/// What a file says of one unit and one period. Figures that it does not mention stay as they were.
struct Draft {
  Slot unit;
  Period period;
  std::optional<std::string> form;  ///< none: the form asked of such a unit for such a period
  Date received{};
  std::string by;
  std::vector<DraftCell> cells;  ///< each series once
  Mark mark = 0;
};

}  // namespace nucong::app

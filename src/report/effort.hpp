// What it costs to fill a report in.
#pragma once

#include "base/decimal.hpp"

namespace nucong::report {

/// An assumption, dated with the catalogue: nobody has measured it. Source: catalogue/rules.toml.
struct Effort {
  Decimal minutes_per_figure = 3;  ///< for counting one figure and typing it; above 0
};

}  // namespace nucong::report

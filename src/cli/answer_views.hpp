// How answers are shown: a number with its origin, a scorecard.
#pragma once

#include "app/ask_value.hpp"
#include "app/compare_values.hpp"
#include "app/score.hpp"
#include "cli/session.hpp"

namespace nucong::cli {

/// In the format asked for. With `why` the table shows at most `limit` contributing units, the largest first;
/// JSON and CSV hold all of them.
[[nodiscard]] Result<> print_value(Session& session, const app::ValueAnswer& answer, bool why,
                                   std::size_t limit);

/// A line for each unit and period.
[[nodiscard]] Result<> print_comparison(Session& session, const app::Comparison& comparison);

/// The table stands in blocks of as many targets as fit the terminal, with a legend of the targets below.
[[nodiscard]] Result<> print_scorecard(Session& session, const app::Scorecard& card, const Period& period);

}  // namespace nucong::cli

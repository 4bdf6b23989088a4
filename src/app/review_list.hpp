// The reports of a branch for whoever reviews them: counted by state, and listed page by page.
#pragma once

#include <array>

#include "app/report_work.hpp"

namespace nucong::app {

struct ReviewQuestion {
  std::string unit;
  Period period;
  std::string form;
  std::optional<report::State> state;  ///< only those
  bool overdue = false;                ///< only those
  std::string after_code;              ///< the page begins behind this code; empty: at the beginning
  std::size_t limit = 50;
};

struct ReviewRow {
  std::string unit;
  std::string name;      ///< on the period's last day
  bool expected = true;  ///< false: it reported, though it is not asked
  report::State state = report::State::none;
  report::Timeliness timeliness = report::Timeliness::open;
  Date due{};                    ///< extensions counted
  std::optional<Date> received;  ///< of the first version
  report::Version version = 0;
  std::size_t figures = 0;  ///< in the current version
};

struct ReviewList {
  /// Of the whole branch, by report::State; drafts are not told and count as `none`.
  std::array<std::size_t, report::state_count> by_state{};
  std::size_t overdue = 0;
  std::size_t late = 0;
  std::vector<ReviewRow> rows;  ///< by code
  bool more = false;            ///< there is a page behind this one
};

/// Of the branch that the unit was on the period's last day. Needs see_figures at the unit. Errors:
/// `scope.exceeded`; `unit.*`; `form.unknown`, `form.period_kind`. Some milliseconds for a hundred thousand
/// units.
[[nodiscard]] Result<ReviewList> review_list(const Asker& asker, const Present& present,
                                             const ReviewQuestion& asked);

}  // namespace nucong::app

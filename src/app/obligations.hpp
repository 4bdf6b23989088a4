// What is due from one unit: every report it is asked for, what has come of it, and what to do first.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

struct Obligation {
  const report::Form* form;
  Period period;
  Date due{};             ///< extensions counted
  bool extended = false;  ///< later than the form says
  report::State state = report::State::none;
  report::Timeliness timeliness = report::Timeliness::open;
  report::Version version = 0;
  std::optional<SavedDraft> draft;
  std::vector<Reminder> reminders;            ///< the earliest first
  std::optional<report::Step> last_returned;  ///< while the report stands returned

  /// Whether the unit has something to do: fill it in, or correct it.
  [[nodiscard]] bool is_open() const { return version == 0 || state == report::State::returned; }
};

/// The reports asked of the unit for the period in which today lies and for `periods_back` before it, of each
/// form and kind of period; none for a term, which no form asks. First what is open, by due day; then the
/// rest, the latest period first. Needs see_figures at the unit. Errors: `scope.exceeded`, `unit.unknown`;
/// those of Reader.
[[nodiscard]] Result<std::vector<Obligation>> obligations(const WorkPorts& ports, const Asker& asker,
                                                          const Present& present, const std::string& unit,
                                                          int periods_back = 4);

}  // namespace nucong::app

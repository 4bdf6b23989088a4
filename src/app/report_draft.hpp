// A report to be filled in: the form with what is in its boxes, what was there before, and what was returned.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

/// One line of the form, in the order of the page.
struct DraftLine {
  enum class Role : std::uint8_t {
    heading,  ///< only the titles
    entry,    ///< one box
    total     ///< the sum of the lines `addends`; nobody types it
  };
  Role role = Role::entry;
  std::string code;  ///< of the series; empty unless an entry
  std::string title_vi;
  std::string title_en;
  std::string unit_vi;
  std::string unit_en;
  int decimals = 0;
  std::optional<Decimal> value;  ///< of the saved draft; without one what was sent
  std::optional<Decimal> sent;   ///< of the current version
  std::optional<Decimal> last;   ///< of the period before
  std::optional<Decimal> year_before;
  std::string reason;                ///< why it jumped, beside `value`
  bool returned = false;             ///< the unit above asks for it to be looked at again
  std::vector<std::size_t> addends;  ///< indices into the lines
};

struct ReportDraft {
  const report::Form* form;
  std::string unit;
  std::string name;  ///< on the period's last day
  Period period;
  Date due{};  ///< extensions counted
  report::State state = report::State::none;
  report::Timeliness timeliness = report::Timeliness::open;
  report::Version version = 0;      ///< the current one
  std::optional<SavedDraft> saved;  ///< whose `base` is below `version` if somebody sent meanwhile
  std::vector<DraftLine> lines;
  /// The returns that the current version has not answered yet, with their reasons; the latest last.
  std::vector<report::Step> returned;
};

/// Needs see_small_cells at the unit, since it holds every figure by itself, also those that are only typed
/// yet. Errors: `scope.exceeded`; `unit.unknown`; `form.unknown` (also if none is asked of such a unit),
/// `form.period_kind`; those of Reader.
[[nodiscard]] Result<ReportDraft> report_draft(const WorkPorts& ports, const Asker& asker,
                                               const Present& present, const std::string& unit,
                                               const Period& period, const std::string& form = {});

}  // namespace nucong::app

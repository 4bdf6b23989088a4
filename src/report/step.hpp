// What people do with a report after it was sent: return, accept, send on, sign, reopen. Steps are only
// added.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/standing.hpp"

namespace nucong::report {

/// Spelled by `name_of` as in the database: do not rename.
enum class StepKind : std::uint8_t {
  returned,    ///< the unit above gives it back, whole or some of its figures
  accepted,    ///< the unit above has nothing to say against it
  sent_on,     ///< the unit hands its branch up, with whoever is missing
  signed_off,  ///< the unit's leader signs what is there now; spelled "signed"
  reopened     ///< the unit's leader takes the signature back
};

[[nodiscard]] std::string_view name_of(StepKind kind);
/// Errors: `store.damaged` (param `detail`): only what was stored is read so.
[[nodiscard]] Result<StepKind> parse_step_kind(std::string_view text);

struct Step {
  Slot unit;
  Period period;
  std::uint32_t number = 0;  ///< 1, 2, ... of that unit and period
  StepKind kind = StepKind::returned;
  Version version = 0;               ///< what was looked at; 0: the unit has no figures of its own
  std::optional<AccountId> account;  ///< who; none from the console
  std::chrono::sys_seconds at{};
  std::string note;                ///< the reason, or the words that go with it
  std::vector<std::string> cells;  ///< codes of the series that are returned; empty: the whole report

  bool operator==(const Step&) const = default;
};

/// Whether the step may follow on what stands: the version looked at is still the current one, and the kind
/// of step makes sense of it. `unit` is the unit's code, for the error. Errors, with params `unit` and
/// `period`:
/// - of all: `report.step_changed` if the number is not the next one; `report.version_moved` (params
///   `version`, `current` too); `report.nothing_sent`, but for one that sends on;
/// - returned, reopened: `report.reason_missing`;
/// - sent_on: `report.signed`; signed: `report.signed`, `report.returned`; reopened: `report.not_signed`.
[[nodiscard]] Result<> check_step(const Step& step, const Standing& standing, std::string_view unit);

/// Whether each returned cell is among `cells`, the codes that the report has or the form asks for.
/// Errors: `report.cell_unknown` (param `element`).
[[nodiscard]] Result<> check_cells(const Step& step, std::span<const std::string> cells);

/// The standing after a step that was checked.
[[nodiscard]] Standing after(Standing before, const Step& step);

}  // namespace nucong::report

// What the database keeps of units' reports and of people's work on them, as its rows say it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "base/date.hpp"
#include "base/period.hpp"
#include "base/result.hpp"
#include "report/extension.hpp"
#include "report/step.hpp"
#include "target/target.hpp"
#include "unit/event.hpp"

namespace nucong::app {

using account::AccountId;

/// The number of an act. Strictly ascending in the order in which acts become visible.
using Sequence = std::uint64_t;

/// A report as stored: figures and reasons packed (report/submission.hpp).
struct StoredReport {
  Slot unit;
  Period period;
  std::uint32_t version = 0;  ///< 1, 2, ...; the highest is the current one
  std::string form;
  Date received{};
  std::string by;
  std::string figures;
  std::string reasons;
  Sequence sequence = 0;  ///< given by the database

  bool operator==(const StoredReport&) const = default;
};

/// When the first version of a report came that was corrected later.
struct FirstReceipt {
  Slot unit;
  Period period;
  Date received{};

  bool operator==(const FirstReceipt&) const = default;
};

/// A step as stored.
struct StoredStep {
  report::Step step;
  Sequence sequence = 0;  ///< given by the database

  bool operator==(const StoredStep&) const = default;
};

/// What was signed, with its digest.
struct FrozenText {
  Slot unit;
  Period period;
  std::uint32_t step = 0;  ///< the number of the step that signed it
  std::string text;        ///< docs/formats/frozen-report.md
  std::string digest;      ///< Secrets::digest of the text
  Sequence sequence = 0;   ///< given by the database

  bool operator==(const FrozenText&) const = default;
};

/// What happened, for the change sequence.
struct Act {
  Sequence sequence = 0;
  /// "unit.events", "unit.undo", "report.submit", "directive.adopt", "directive.give", "target.bind",
  /// "target.goals", "report.step", "report.freeze", "report.remind", "deadline.extend"
  std::string kind;
  Date day{};
  std::string summary;  ///< a few words for people: "1500 reports"
  /// How many versions of reports and steps it brought: whoever follows takes it in when all are there.
  std::uint64_t rows = 0;

  [[nodiscard]] bool of_units() const { return kind.starts_with("unit."); }

  bool operator==(const Act&) const = default;
};

/// What somebody has typed so far. One for each unit and period, whoever types.
struct SavedDraft {
  Slot unit;
  Period period;
  std::string form;          ///< code
  report::Version base = 0;  ///< the version it was begun on; 0: none was there
  std::string figures;       ///< packed, as in a report; amounts need not keep any rule yet
  std::string reasons;       ///< packed
  std::string by;            ///< the name of who saved it, for whoever else has it open
  std::optional<AccountId> account;
  std::chrono::sys_seconds saved{};
  std::uint32_t revision =
      0;  ///< given by the database; rises, and no number comes twice for a unit and period

  bool operator==(const SavedDraft&) const = default;
};

/// `draft.changed` as whoever finds it tells it. `now` is the draft that is there; null if none is.
[[nodiscard]] Error changed_draft(Slot unit, const Period& period, const SavedDraft* now);

/// A unit was asked for what it has not sent.
struct Reminder {
  Slot unit;
  std::string form;  ///< code
  Period period;
  std::optional<AccountId> account;
  std::chrono::sys_seconds at{};

  bool operator==(const Reminder&) const = default;
};

/// Takes a portion of the reports of an import under way, and whoever hands over all of them.
using ReportPut = std::function<Result<>(std::span<const StoredReport>)>;
using ReportFill = std::function<Result<>(const ReportPut& put)>;

/// Looks at a batch of events, recorded on a day, that is about to be taken back.
using UndoCheck = std::function<Result<>(std::span<const unit::UnitEvent> events, Date recorded)>;

}  // namespace nucong::app

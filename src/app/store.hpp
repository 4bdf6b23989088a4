// The port to durable storage, in the words of the domain. Each call is one act: whole and durable when it
// returns, or without any effect. Implemented by store/ on SQLite, on PostgreSQL and in memory; one contract
// suite holds the three together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/period.hpp"
#include "base/result.hpp"
#include "report/extension.hpp"
#include "report/step.hpp"
#include "target/target.hpp"
#include "unit/event.hpp"

namespace nucong::app {

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
  Sequence sequence = 0;  ///< given by the store

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
  Sequence sequence = 0;  ///< given by the store

  bool operator==(const StoredStep&) const = default;
};

/// What was signed, with its digest.
struct FrozenText {
  Slot unit;
  Period period;
  std::uint32_t step = 0;  ///< the number of the step that signed it
  std::string text;        ///< docs/formats/frozen-report.md
  std::string digest;      ///< Secrets::digest of the text
  Sequence sequence = 0;   ///< given by the store

  bool operator==(const FrozenText&) const = default;
};

/// What happened, for the change sequence.
struct Act {
  Sequence sequence = 0;
  /// "unit.events", "unit.undo", "report.submit", "directive.adopt", "directive.give", "target.bind",
  /// "target.goals"; of WorkStore "report.step", "report.freeze", "report.remind", "deadline.extend"
  std::string kind;
  Date day{};
  std::string summary;  ///< a few words for people: "1500 reports"

  [[nodiscard]] bool of_units() const { return kind.starts_with("unit."); }

  bool operator==(const Act&) const = default;
};

/// Takes a portion of the reports of an act under way, and whoever hands over all of them.
using ReportPut = std::function<Result<>(std::span<const StoredReport>)>;
using ReportFill = std::function<Result<>(const ReportPut& put)>;

/// Looks at a batch of events, recorded on a day, that is about to be taken back.
using UndoCheck = std::function<Result<>(std::span<const unit::UnitEvent> events, Date recorded)>;

/// Errors of every call: `store.unreachable`, `store.busy`, `store.full`, `store.read_only`, `store.damaged`,
/// `store.failed`; others are named at the call. An empty batch is no act: it returns the last sequence.
/// For one thread at a time. `visit` must not call the store: a defect.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// In order of recording. UnitEvent::place is empty.
  [[nodiscard]] virtual Result<std::vector<unit::UnitEvent>> events() = 0;
  /// Appends one batch of events. `known` is how many the caller had read and checked these against.
  /// Errors: `unit.history_changed` if others recorded or took back some since: read again, then retry.
  [[nodiscard]] virtual Result<Sequence> record_events(std::span<const unit::UnitEvent> events,
                                                       std::size_t known, Date day) = 0;
  /// Takes the last batch of events back, if `check` has nothing against it; its events. Errors:
  /// `unit.undo_impossible` if there is none, or if a unit that it founded has a report, a draft or step of
  /// one, an extension, a reminder, a goal, a directive, or an office, or was given one (param `unit`); those
  /// of `check`, which must not call the store.
  [[nodiscard]] virtual Result<std::vector<unit::UnitEvent>> undo_events(Date day,
                                                                         const UndoCheck& check) = 0;
  [[nodiscard]] Result<std::vector<unit::UnitEvent>> undo_events(Date day) {
    return undo_events(day, [](auto, Date) { return ok(); });
  }

  /// Appends one version of each report. A report's `version` must be the current one plus 1, otherwise
  /// `report.version_changed`; and the report must not be signed (report::Standing::locked), otherwise
  /// `report.signed`; both with params `unit` as slot number and `period`. `sequence` is ignored.
  [[nodiscard]] Result<Sequence> submit(std::span<const StoredReport> reports, Date day);
  /// The same with more reports than should be in memory at once, still one act: `fill` hands them over in
  /// portions. Its first error undoes all of it and is returned; it must not call the store otherwise.
  [[nodiscard]] virtual Result<Sequence> submit_in_portions(const ReportFill& fill, Date day) = 0;
  /// Visits the current version of every report whose period touches [from, to], ordered by first day of the
  /// period, longer first, then by unit. Stops at the first error of `visit` and returns it.
  [[nodiscard]] virtual Result<> each_report(Date from, Date to,
                                             const std::function<Result<>(const StoredReport&)>& visit) = 0;
  /// All versions of one report, oldest first; empty if there is none.
  [[nodiscard]] virtual Result<std::vector<StoredReport>> versions(Slot unit, const Period& period) = 0;
  /// Of every report whose current version is not its first: when the first came. In the order of
  /// `each_report`; as each of the visits here, it stops at the first error of `visit` and returns it.
  [[nodiscard]] virtual Result<> each_first_receipt(
      const std::function<Result<>(const FirstReceipt&)>& visit) = 0;
  /// Every version of every report in the order of (unit, period, version); for backup and check.
  [[nodiscard]] virtual Result<> each_version(const std::function<Result<>(const StoredReport&)>& visit) = 0;

  /// Keeps the directive with its targets, citations and recipients, gives it the next id ("D1", "D2", ...;
  /// its targets "D1.1", ...) and assigns all targets to the issuer's branch. Returns the id.
  /// Errors: `directive.adopted` (param `directive`) if the same issuer has adopted the same text for the
  /// same period.
  [[nodiscard]] virtual Result<std::string> adopt(const target::Directive& directive) = 0;
  /// In order of adoption.
  [[nodiscard]] virtual Result<std::vector<target::Directive>> directives() = 0;
  /// Adds recipients to a directive that has some; those it has are left out. Errors: `directive.unknown`.
  [[nodiscard]] virtual Result<Sequence> give(const std::string& directive, std::span<const Slot> further,
                                              Date day) = 0;
  /// Binds a target to another indicator. Errors: `target.unknown`.
  [[nodiscard]] virtual Result<Sequence> bind(const std::string& target, const std::string& indicator,
                                              Date day) = 0;
  /// Sets goals; a later one for the same unit and target takes its place (the earlier stays in history).
  /// Errors: `target.unknown`, and none is set.
  [[nodiscard]] virtual Result<Sequence> set_goals(std::span<const target::Goal> goals, Date day) = 0;
  /// The goals in force, ordered by target, then unit; those made by `adopt` included (without value).
  [[nodiscard]] virtual Result<std::vector<target::Goal>> goals() = 0;

  /// Acts after `after`, in order.
  [[nodiscard]] virtual Result<std::vector<Act>> acts(Sequence after) = 0;
  /// The number of the last act; 0 before the first.
  [[nodiscard]] virtual Result<Sequence> latest() = 0;
  /// Every version of a report that acts after `after` brought, in the order of (sequence, unit, period,
  /// version). One moment of the store: an act that becomes visible meanwhile comes with the next call.
  /// Whoever goes on from the highest sequence visited meets each version exactly once. Stops at the first
  /// error of `visit` and returns it.
  [[nodiscard]] virtual Result<> each_report_since(
      Sequence after, const std::function<Result<>(const StoredReport&)>& visit) = 0;
  /// Every step that acts after `after` brought, in order; for the rest as `each_report_since`.
  [[nodiscard]] virtual Result<> each_step_since(Sequence after,
                                                 const std::function<Result<>(const StoredStep&)>& visit) = 0;
  /// In order of recording.
  [[nodiscard]] virtual Result<std::vector<report::Extension>> extensions() = 0;
  /// Every text that was signed, by unit, period and step.
  [[nodiscard]] virtual Result<> each_frozen(const std::function<Result<>(const FrozenText&)>& visit) = 0;
  /// Looks into the engine's own structures; a line for each thing wrong.
  [[nodiscard]] virtual Result<std::vector<std::string>> verify() = 0;
};

inline Result<Sequence> Store::submit(std::span<const StoredReport> reports, Date day) {
  return submit_in_portions([&](const ReportPut& put) { return put(reports); }, day);
}

}  // namespace nucong::app

// The port to what people do with reports besides sending them: drafts, steps, signatures, more time,
// reminders. Each call that changes something is one act with the next number of the change sequence; drafts
// are none. Implemented by store/ on SQLite, on PostgreSQL and in memory, over the same database as `Store`;
// one contract suite holds the three together. What a nation in memory is made of is read through `Store`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/store.hpp"

namespace nucong::app {

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
  std::uint32_t revision = 0;  ///< given by the store; rises, and no number comes twice for a unit and period

  bool operator==(const SavedDraft&) const = default;
};

/// `draft.changed` as every implementation tells it. `now` is the draft that is there; null if none is.
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

/// Errors of every call: those of `Store`; others are named at the call, with params `unit` (slot number) and
/// `period`. For one thread at a time.
class WorkStore {
 public:
  WorkStore() = default;
  WorkStore(const WorkStore&) = delete;
  WorkStore& operator=(const WorkStore&) = delete;
  virtual ~WorkStore() = default;

  // ---- Drafts

  [[nodiscard]] virtual Result<std::optional<SavedDraft>> draft(Slot unit, const Period& period) = 0;
  /// Keeps the draft in place of revision `known` (0: of none) and returns its own; the one in the draft is
  /// ignored. Errors: `draft.changed` (params `by`, `at`, `revision` of the one that is there now; of none
  /// revision 0 alone) if somebody saved, sent or threw away meanwhile: nothing is overwritten.
  [[nodiscard]] virtual Result<std::uint32_t> save_draft(const SavedDraft& draft, std::uint32_t known) = 0;
  /// Throws revision `known` away; nothing if no draft is there. Errors: `draft.changed`.
  [[nodiscard]] virtual Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) = 0;

  // ---- Steps

  /// Adds the next step. What it may follow on is checked by report::check_step before, and here that it
  /// still is so. Errors: `report.version_moved` (params `version`, `current` too) if its version is not the
  /// current one of the store; `report.step_changed` if its number is not the next one.
  [[nodiscard]] virtual Result<Sequence> add_step(const report::Step& step, Date day) = 0;
  /// The same, of kind `signed`, with the text that is signed and its digest. Defect for another kind.
  [[nodiscard]] virtual Result<Sequence> freeze(const report::Step& step, const std::string& text,
                                                const std::string& digest, Date day) = 0;
  /// Of one report, by number.
  [[nodiscard]] virtual Result<std::vector<report::Step>> steps(Slot unit, const Period& period) = 0;
  /// The texts that were signed of one report, the latest last.
  [[nodiscard]] virtual Result<std::vector<FrozenText>> frozen(Slot unit, const Period& period) = 0;

  // ---- Time

  [[nodiscard]] virtual Result<Sequence> extend(const report::Extension& extension, Date day) = 0;
  /// Notes that these units, each once, were reminded: one act. None is no act: it returns the last sequence.
  [[nodiscard]] virtual Result<Sequence> remind(std::span<const Reminder> reminders, Date day) = 0;
  /// Of one unit since `from`, the earliest first.
  [[nodiscard]] virtual Result<std::vector<Reminder>> reminders(Slot unit, std::chrono::sys_seconds from) = 0;
  /// Of all units since `from`, by unit, the earliest first.
  [[nodiscard]] virtual Result<std::vector<Reminder>> all_reminders(std::chrono::sys_seconds from) = 0;
};

}  // namespace nucong::app

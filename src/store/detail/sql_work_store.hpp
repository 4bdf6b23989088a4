// The WorkStore in SQL that SQLite and PostgreSQL both speak.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "store/detail/work_rows.hpp"

namespace nucong::store {

class SqlWorkStore final : public app::WorkStore, private SqlWork {
 public:
  /// The engine's database has our schema.
  explicit SqlWorkStore(std::unique_ptr<Engine> engine) : SqlWork(std::move(engine)) {}

  Result<std::optional<app::SavedDraft>> draft(Slot unit, const Period& period) override;
  Result<std::uint32_t> save_draft(const app::SavedDraft& draft, std::uint32_t known) override;
  Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) override;

  Result<app::Sequence> add_step(const report::Step& step, Date day) override;
  Result<app::Sequence> freeze(const report::Step& step, const std::string& text, const std::string& digest,
                               Date day) override;
  Result<std::vector<report::Step>> steps(Slot unit, const Period& period) override;
  Result<std::vector<app::FrozenText>> frozen(Slot unit, const Period& period) override;

  Result<app::Sequence> extend(const report::Extension& extension, Date day) override;
  Result<app::Sequence> remind(std::span<const app::Reminder> reminders, Date day) override;
  Result<std::vector<app::Reminder>> reminders(Slot unit, std::chrono::sys_seconds from) override;
  Result<std::vector<app::Reminder>> all_reminders(std::chrono::sys_seconds from) override;

 private:
  // What follows runs inside a transaction.

  [[nodiscard]] Result<std::optional<DraftRow>> find_draft(Slot unit, const Period& period);
  /// In place of the row that is there.
  void write_draft(const DraftRow& row);
  /// Errors: `report.version_moved`, `report.step_changed`.
  [[nodiscard]] Result<app::Sequence> append_step(const report::Step& step, std::string_view kind, Date day);
};

}  // namespace nucong::store

#include "store/detail/work_rows.hpp"

#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

std::optional<AccountId> optional_account(const Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.account(column));
}

std::uint32_t number_in(const Row& row, int column) {
  return static_cast<std::uint32_t>(row.integer(column));
}

app::Sequence sequence_in(const Row& row, int column) {
  return static_cast<app::Sequence>(row.integer(column));
}

}  // namespace

Result<app::StoredStep> step_in(const Row& row, PeriodReader& periods) {
  TRY(const auto period, periods.read(row.text(1)));
  app::StoredStep stored{{row.slot(0), period}, sequence_in(row, 9)};
  auto& step = stored.step;
  step.number = number_in(row, 2);
  TRY(step.kind, report::parse_step_kind(row.text(3)));
  step.version = number_in(row, 4);
  step.account = optional_account(row, 5);
  step.at = row.instant(6);
  step.note = row.text(7);
  step.cells = cells_of(row.text(8));
  return stored;
}

Result<app::FrozenText> frozen_in(const Row& row, PeriodReader& periods) {
  TRY(const auto period, periods.read(row.text(1)));
  return app::FrozenText{row.slot(0),   period,        number_in(row, 2),
                         row.string(3), row.string(4), sequence_in(row, 5)};
}

Result<report::Extension> extension_in(const Row& row, PeriodReader& periods) {
  TRY(const auto period, periods.read(row.text(2)));
  return report::Extension{row.slot(0),    row.string(1), period, row.day(3), optional_account(row, 4),
                           row.instant(5), row.string(6)};
}

Result<app::Reminder> reminder_in(const Row& row, PeriodReader& periods) {
  TRY(const auto period, periods.read(row.text(2)));
  return app::Reminder{row.slot(0), row.string(1), period, optional_account(row, 3), row.instant(4)};
}

Result<app::SavedDraft> draft_in(const Row& row, PeriodReader& periods) {
  TRY(const auto period, periods.read(row.text(1)));
  app::SavedDraft draft{row.slot(0), period};
  draft.form = row.text(2);
  draft.base = number_in(row, 3);
  draft.figures = row.text(4);
  draft.reasons = row.text(5);
  draft.by = row.text(6);
  draft.account = optional_account(row, 7);
  draft.saved = row.instant(8);
  draft.revision = number_in(row, 9);
  return draft;
}

}  // namespace nucong::store

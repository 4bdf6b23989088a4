// Rows of the tables of people's work, read and written the same way by both ports in SQL.
#pragma once

#include "app/stored.hpp"
#include "store/detail/connection.hpp"
#include "store/detail/period_reader.hpp"

namespace nucong::store {

inline constexpr std::string_view step_columns =
    "unit, period, number, kind, version, account, at, note, cells, sequence";
inline constexpr std::string_view frozen_columns = "unit, period, step, text, digest, sequence";
inline constexpr std::string_view extension_columns =
    "unit, form, period, due, account, at, reason, sequence";
inline constexpr std::string_view reminder_columns = "unit, form, period, account, at, sequence";
inline constexpr std::string_view draft_columns =
    "unit, period, form, base, figures, reasons, by_whom, account, saved, revision";

// Errors: `store.damaged` for a period or kind that is none.
[[nodiscard]] Result<app::StoredStep> step_in(const Row& row, PeriodReader& periods);
[[nodiscard]] Result<app::FrozenText> frozen_in(const Row& row, PeriodReader& periods);
[[nodiscard]] Result<report::Extension> extension_in(const Row& row, PeriodReader& periods);
[[nodiscard]] Result<app::Reminder> reminder_in(const Row& row, PeriodReader& periods);

[[nodiscard]] Result<app::SavedDraft> draft_in(const Row& row, PeriodReader& periods);

}  // namespace nucong::store

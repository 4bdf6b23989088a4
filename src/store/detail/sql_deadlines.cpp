// More time to send, and who was asked to.
#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_database.hpp"
#include "store/detail/work_rows.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {

using app::Reminder;
using app::Sequence;

Result<Sequence> SqlWriter::extend(const report::Extension& extension, Date day) {
  const Sequence sequence = add_act({act_kind::deadline_extend, day, summary_of(extension)});
  sql_.insert_row("extension", extension_columns, extension.unit, extension.form, extension.period.str(),
                  extension.due, extension.account, extension.at, extension.reason, sequence);
  return sequence;
}

Result<Sequence> SqlWriter::remind(std::span<const Reminder> reminders, Date day) {
  if (reminders.empty()) return last_act();
  const Sequence sequence = add_act({act_kind::report_remind, day, counted(reminders.size(), "unit")});
  const auto sink = sql_.insert("reminder", reminder_columns);
  for (const Reminder& one : reminders)
    sink->row(one.unit, one.form, one.period.str(), one.account, one.at, sequence);
  sink->finish();
  return sequence;
}

Result<std::vector<report::Extension>> SqlDatabase::extensions() {
  return asking([&](Connection& sql) {
    PeriodReader periods;
    return sql.rows(fmt::format("SELECT {} FROM extension ORDER BY sequence", extension_columns), {},
                    [&](const Row& row) { return extension_in(row, periods); });
  });
}

Result<std::vector<Reminder>> SqlDatabase::reminders(Slot unit, std::chrono::sys_seconds from) {
  return asking([&](Connection& sql) {
    PeriodReader periods;
    return sql.rows(fmt::format("SELECT {} FROM reminder WHERE unit = $1 AND at >= $2 ORDER BY sequence",
                                reminder_columns),
                    {unit, from}, [&](const Row& row) { return reminder_in(row, periods); });
  });
}

Result<std::vector<Reminder>> SqlDatabase::all_reminders(std::chrono::sys_seconds from) {
  return asking([&](Connection& sql) {
    PeriodReader periods;
    return sql.rows(
        fmt::format("SELECT {} FROM reminder WHERE at >= $1 ORDER BY unit, sequence", reminder_columns),
        {from}, [&](const Row& row) { return reminder_in(row, periods); });
  });
}

}  // namespace nucong::store

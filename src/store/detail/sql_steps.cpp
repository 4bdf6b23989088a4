// What was done with reports after they were sent, and what was signed.
#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/report_rows.hpp"
#include "store/detail/sql_database.hpp"
#include "store/detail/work_rows.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {

using app::Sequence;

Result<Sequence> SqlWriter::append_step(const report::Step& step, std::string_view kind, Date day) {
  const std::string period = step.period.str();
  const auto current = current_version(sql_, step.unit, step.period);
  const auto last =
      sql_.number("SELECT COALESCE(max(number), 0) FROM report_step WHERE unit = $1 AND period = $2",
                  {step.unit, period});
  TRY(check_next(step, static_cast<report::Version>(current), static_cast<std::uint32_t>(last)));
  const Sequence sequence = add_act({kind, day, summary_of(step), 1});
  sql_.insert_row("report_step", step_columns, step.unit, period, step.number, report::name_of(step.kind),
                  step.version, step.account, step.at, step.note, joined_cells(step.cells), sequence);
  return sequence;
}

Result<Sequence> SqlWriter::add_step(const report::Step& step, Date day) {
  ENSURE(step.kind != report::StepKind::signed_off);
  return append_step(step, act_kind::report_step, day);
}

Result<Sequence> SqlWriter::freeze(const report::Step& step, const std::string& text,
                                   const std::string& digest, Date day) {
  ENSURE(step.kind == report::StepKind::signed_off);
  TRY(const auto sequence, append_step(step, act_kind::report_freeze, day));
  sql_.insert_row("frozen_report", frozen_columns, step.unit, step.period.str(), step.number, text, digest,
                  sequence);
  return sequence;
}

Result<std::vector<report::Step>> SqlDatabase::steps(Slot unit, const Period& period) {
  return asking([&](Connection& sql) {
    PeriodReader periods;
    return sql.rows(fmt::format("SELECT {} FROM report_step WHERE unit = $1 AND period = $2 ORDER BY number",
                                step_columns),
                    {unit, period.str()}, [&](const Row& row) -> Result<report::Step> {
                      TRY(auto stored, step_in(row, periods));
                      return std::move(stored.step);
                    });
  });
}

Result<> SqlDatabase::each_step_since(Sequence after,
                                      const std::function<Result<>(const app::StoredStep&)>& visit) {
  const auto statement =
      fmt::format("SELECT {} FROM report_step WHERE sequence > $1 ORDER BY sequence", step_columns);
  PeriodReader periods;
  const auto read = [&](const Row& row) { return step_in(row, periods); };
  // Of all there ever were there are many, of the latest few.
  if (after == 0) return reading([&](Connection& sql) { return sql.each(statement, {after}, read, visit); });
  TRY(const auto steps, asking([&](Connection& sql) { return sql.rows(statement, {after}, read); }));
  for (const auto& step : steps) {
    TRY(visit(step));
  }
  return ok();
}

Result<std::vector<app::FrozenText>> SqlDatabase::frozen(Slot unit, const Period& period) {
  return asking([&](Connection& sql) {
    PeriodReader periods;
    return sql.rows(fmt::format("SELECT {} FROM frozen_report WHERE unit = $1 AND period = $2 ORDER BY step",
                                frozen_columns),
                    {unit, period.str()}, [&](const Row& row) { return frozen_in(row, periods); });
  });
}

Result<> SqlDatabase::each_frozen(const std::function<Result<>(const app::FrozenText&)>& visit) {
  return reading([&](Connection& sql) {
    PeriodReader periods;
    return sql.each(
        fmt::format("SELECT {} FROM frozen_report ORDER BY unit, period, step", frozen_columns), {},
        [&](const Row& row) { return frozen_in(row, periods); }, visit);
  });
}

}  // namespace nucong::store

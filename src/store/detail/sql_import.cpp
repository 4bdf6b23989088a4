// Reports that come in one act and are more than others should wait for: staged, then made visible.
#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/imports.hpp"
#include "store/detail/period_reader.hpp"
#include "store/detail/report_rows.hpp"
#include "store/detail/sql_database.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

/// Reports in one transaction of staging: some ten milliseconds.
constexpr std::size_t portion_max = 1000;
constexpr std::chrono::milliseconds pause_between_portions{2};

/// An import brings a portion every few milliseconds. One that brought none for so long was killed.
constexpr std::int64_t abandoned_after_s = 3600;

/// In place of the second at which its last portion came: its reports are being taken out.
constexpr std::int64_t given_up = 0;

/// What stood when an import was begun.
struct Import {
  std::int64_t number = 0;
  app::Sequence begun_after = 0;
};

// No number comes again: a program that was taken for dead may still be at its import.
Import begin_import(SqlWriter& writer) {
  auto& sql = writer.connection();
  const auto number =
      sql.number("SELECT COALESCE(max(CAST(value AS BIGINT)), 0) FROM meta WHERE key = 'last_import'");
  const auto published = sql.number("SELECT COALESCE(max(import), 0) FROM act");
  const Import import{std::max(number, published) + 1, writer.last_act()};
  sql.execute("DELETE FROM meta WHERE key = 'last_import'");
  sql.insert_row("meta", "key, value", "last_import", std::to_string(import.number));
  sql.insert_row("staging", "number, touched", import.number, sql.clock());
  return import;
}

Error taken_for_abandoned(const Connection& sql) {
  return fail(ErrorCode::store_failed,
              {{"url", sql.url()},
               {"detail", "another import took this one for abandoned and took its reports out"}});
}

/// The report of the import that is in the way, as `why` selects its unit and period.
std::optional<app::StoredReport> first_in_the_way(Connection& sql, std::string_view why,
                                                  const Import& import) {
  PeriodReader periods;
  std::optional<app::StoredReport> found;
  const Value values[] = {-import.number, import.begun_after};
  sql.each_row(fmt::format("{} ORDER BY s.unit, s.period LIMIT 1", why), values, [&](const Row& row) {
    if (const auto period = periods.read(row.text(1)); period)
      found = app::StoredReport{row.slot(0), period.value()};
    return false;
  });
  return found;
}

/// What others did since a report of the import was checked. Only acts after the import was begun can be in
/// the way, and they are few.
Result<> check_again(Connection& sql, const Import& import) {
  constexpr std::string_view overtaken =
      "JOIN report s ON s.unit = r.unit AND s.period = r.period AND s.sequence = $1 AND s.version <= "
      "r.version";
  for (const auto& why :
       {fmt::format("SELECT s.unit, s.period FROM report r {} WHERE r.sequence > $2", overtaken),
        fmt::format("SELECT s.unit, s.period FROM act a JOIN report r ON r.sequence = -a.import {} "
                    "WHERE a.sequence > $2 AND a.import IS NOT NULL",
                    overtaken)})
    if (const auto one = first_in_the_way(sql, why, import)) return changed_version(*one);
  const auto locked = first_in_the_way(
      sql,
      "SELECT s.unit, s.period FROM report_step t JOIN report s ON s.unit = t.unit AND s.period = t.period "
      "AND s.sequence = $1 WHERE t.sequence > $2 AND t.kind = 'signed' AND NOT EXISTS (SELECT 1 FROM "
      "report_step u WHERE u.unit = t.unit AND u.period = t.period AND u.number > t.number "
      "AND u.kind IN ('returned', 'reopened'))",
      import);
  if (locked) return signed_report(*locked);
  return ok();
}

}  // namespace

Result<app::Sequence> SqlDatabase::import_reports(const app::ReportFill& fill, Date day,
                                                  std::optional<app::Sequence> known) {
  Import import;
  app::Sequence sequence = 0;
  TRY(discard_abandoned());
  {
    const Call call(*this);
    TRY(acts_.run([&](SqlWriter& writer) -> Result<> {
      import = begin_import(writer);
      return ok();
    }));
  }
  std::size_t count = 0;
  const auto stage = [&](std::span<const app::StoredReport> portion) {
    return changing_rows([&](Connection& sql) -> Result<> {
      // This locks the row: nobody takes the import out while a portion comes.
      if (!sql.any("UPDATE staging SET touched = $3 WHERE number = $1 AND touched <> $2 RETURNING number",
                   {import.number, given_up, sql.clock()}))
        return taken_for_abandoned(sql);
      return append_reports(sql, portion, -import.number);
    });
  };
  const auto put = [&](std::span<const app::StoredReport> reports) -> Result<> {
    for (; !reports.empty(); reports = reports.subspan(std::min(portion_max, reports.size()))) {
      TRY(stage(reports.first(std::min(portion_max, reports.size()))));
      count += std::min(portion_max, reports.size());
      // Whoever waits for the file in another process looks again a millisecond after another.
      std::this_thread::sleep_for(pause_between_portions);
    }
    return ok();
  };
  Result<> made = ok();
  try {
    made = fill(put);
  } catch (const std::exception&) {
    (void)discard(import.number);
    throw;
  }
  if (made) {
    const Call call(*this);
    made = acts_.run([&](SqlWriter& writer) -> Result<> {
      auto& sql = writer.connection();
      if (!sql.any("DELETE FROM staging WHERE number = $1 AND touched <> $2 RETURNING number",
                   {import.number, given_up}))
        return taken_for_abandoned(sql);
      if (known && sql.any("SELECT sequence FROM unit_event WHERE undone_by > $1 LIMIT 1", {*known}))
        return fail(ErrorCode::unit_history_changed);
      TRY(check_again(sql, import));
      sequence = writer.last_act();
      if (count == 0) return ok();
      sequence =
          writer.add_act({act_kind::report_submit, day, counted(count, "report"), count, import.number});
      return ok();
    });
  }
  if (made) return sequence;
  // If it is not known whether it was kept, nobody may touch it. What cannot be taken out now is seen by
  // nobody, and goes with a later import: the error that led here is told.
  if (made.error().code() != ErrorCode::store_outcome_unknown) (void)discard(import.number);
  return made.error();
}

Result<> SqlDatabase::discard(std::int64_t number) {
  bool more = true;
  while (more) {
    TRY(changing_rows([&](Connection& sql) -> Result<> {
      // From the first portion on nothing is staged or made visible; the row goes with the last one.
      sql.execute("UPDATE staging SET touched = $2 WHERE number = $1", {number, given_up});
      sql.execute(
          "DELETE FROM report WHERE sequence = $1 AND unit IN "
          "(SELECT unit FROM report WHERE sequence = $1 ORDER BY unit LIMIT $2)",
          {-number, portion_max});
      more = sql.any("SELECT unit FROM report WHERE sequence = $1 LIMIT 1", {-number});
      if (!more) sql.execute("DELETE FROM staging WHERE number = $1", {number});
      return ok();
    }));
  }
  return ok();
}

Result<> SqlDatabase::discard_abandoned() {
  TRY(const auto abandoned, asking([](Connection& sql) {
        return sql.rows("SELECT number FROM staging WHERE touched < $1", {sql.clock() - abandoned_after_s},
                        [](const Row& row) -> Result<std::int64_t> { return row.integer(0); });
      }));
  for (const std::int64_t number : abandoned) {
    TRY(discard(number));
  }
  return ok();
}

}  // namespace nucong::store

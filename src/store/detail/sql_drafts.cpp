// What is typed and not sent. Who saves locks the row of its unit and period, and nothing else.
#include <fmt/format.h>

#include "store/detail/sql_database.hpp"
#include "store/detail/work_rows.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

using app::changed_draft;
using app::SavedDraft;

Result<std::optional<SavedDraft>> open_draft(Connection& sql, Slot unit, const Period& period) {
  PeriodReader periods;
  TRY(auto found,
      sql.rows(fmt::format("SELECT {} FROM report_draft WHERE unit = $1 AND period = $2 AND is_open = 1",
                           draft_columns),
               {unit, period.str()}, [&](const Row& row) { return draft_in(row, periods); }));
  return at_most_one(std::move(found));
}

Error changed(Connection& sql, Slot unit, const Period& period) {
  const auto now = open_draft(sql, unit, period);
  if (now.has_error()) return now.error();
  return changed_draft(unit, period, now.value() ? &*now.value() : nullptr);
}

// One statement decides and saves, so that of two who save at once one is told. A row stays when its draft is
// gone: its revision goes on.
constexpr std::string_view save =
    "INSERT INTO report_draft (unit, period, form, base, figures, reasons, by_whom, account, saved, "
    "revision, "
    "is_open) SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS INTEGER), "
    "CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS BIGINT), CAST($9 AS BIGINT), 1, 1 "
    "WHERE CAST($10 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM report_draft WHERE unit = $1 AND period = $2) "
    "ON CONFLICT (unit, period) DO UPDATE SET form = excluded.form, base = excluded.base, "
    "figures = excluded.figures, reasons = excluded.reasons, by_whom = excluded.by_whom, "
    "account = excluded.account, saved = excluded.saved, revision = report_draft.revision + 1, is_open = 1 "
    "WHERE report_draft.revision * report_draft.is_open = $10 RETURNING revision";

Result<> drop(Connection& sql, Slot unit, const Period& period, std::uint32_t known) {
  const std::string name = period.str();
  if (sql.any(
          "UPDATE report_draft SET figures = '', reasons = '', by_whom = '', is_open = 0 WHERE unit = $1 AND "
          "period = $2 AND is_open = 1 AND revision = $3 RETURNING revision",
          {unit, name, known}))
    return ok();
  TRY(const auto now, open_draft(sql, unit, period));
  return now ? Result<>(changed_draft(unit, period, &*now)) : Result<>(ok());
}

}  // namespace

Result<std::optional<SavedDraft>> SqlDatabase::draft(Slot unit, const Period& period) {
  return asking([&](Connection& sql) { return open_draft(sql, unit, period); });
}

Result<std::uint32_t> SqlDatabase::save_draft(const SavedDraft& draft, std::uint32_t known) {
  std::uint32_t revision = 0;
  TRY(changing_rows([&](Connection& sql) -> Result<> {
    const std::string period = draft.period.str();
    const Value values[] = {draft.unit,    period,   draft.form,    draft.base,  draft.figures,
                            draft.reasons, draft.by, draft.account, draft.saved, known};
    revision = 0;
    sql.each_row(save, values, [&](const Row& row) {
      revision = static_cast<std::uint32_t>(row.integer(0));
      return true;
    });
    if (revision == 0) return changed(sql, draft.unit, draft.period);
    return ok();
  }));
  return revision;
}

Result<> SqlDatabase::drop_draft(Slot unit, const Period& period, std::uint32_t known) {
  return changing_rows([&](Connection& sql) { return drop(sql, unit, period, known); });
}

Result<> SqlWriter::drop_draft(Slot unit, const Period& period, std::uint32_t known) {
  return drop(sql_, unit, period, known);
}

}  // namespace nucong::store

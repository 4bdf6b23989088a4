#include <algorithm>

#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_database.hpp"
#include "store/detail/tables.hpp"

namespace nucong::store {
namespace {

constexpr std::string_view event_columns =
    "day, kind, unit, into_unit, parent, name, unit_kind, share, decision";

Result<unit::UnitEvent> event_of(const Row& row) {
  unit::UnitEvent event;
  event.date = row.day(0);
  const auto kind = unit::parse_event_kind(row.text(1));
  if (!kind) return fail(ErrorCode::store_damaged, {{"detail", "unit_event.kind " + row.string(1)}});
  event.kind = kind.value();
  event.unit = row.text(2);
  event.into = row.text(3);
  event.parent = row.text(4);
  event.name = row.text(5);
  event.unit_kind = row.text(6);
  if (!row.is_null(7)) {
    const auto share = Decimal::parse(row.text(7));
    if (!share) return fail(ErrorCode::store_damaged, {{"detail", "unit_event.share " + row.string(7)}});
    event.share = share.value();
  }
  event.decision = row.text(8);
  return event;
}

Result<std::vector<unit::UnitEvent>> standing_events(Connection& sql, std::string_view more,
                                                     std::int64_t value) {
  std::vector<unit::UnitEvent> events;
  TRY(sql.each(
      fmt::format("SELECT {} FROM unit_event WHERE undone_by IS NULL AND {} ORDER BY sequence, ordinal",
                  event_columns, more),
      {value}, event_of, [&](unit::UnitEvent event) -> Result<> {
        events.push_back(std::move(event));
        return ok();
      }));
  return events;
}

/// The lowest slot from $1 on that any table has something of; -1 if none has.
std::string lowest_unit_used() {
  std::string sql;
  for (const Table& table : tables)
    if (!table.unit.empty())
      sql += fmt::format("{} SELECT min({}) AS unit FROM {} WHERE {} >= $1", sql.empty() ? "" : " UNION ALL",
                         table.unit, table.name, table.unit);
  return fmt::format("SELECT COALESCE(min(unit), -1) FROM ({}) AS used", sql);
}

}  // namespace

Result<std::vector<unit::UnitEvent>> SqlDatabase::events() {
  return reading([&](Connection& sql) { return standing_events(sql, "sequence > $1", 0); });
}

Result<app::Sequence> SqlWriter::record_events(std::span<const unit::UnitEvent> events, std::size_t known,
                                               Date day) {
  const auto standing = sql_.number("SELECT count(*) FROM unit_event WHERE undone_by IS NULL");
  if (static_cast<std::size_t>(standing) != known) return fail(ErrorCode::unit_history_changed);
  if (events.empty()) return last_act();
  const auto sequence = add_act({act_kind::unit_events, day, counted(events.size(), "event")});
  const auto sink = sql_.insert("unit_event", fmt::format("sequence, ordinal, {}", event_columns));
  std::size_t ordinal = 0;
  for (const auto& e : events) {
    const auto share = e.share ? std::optional(e.share->str()) : std::nullopt;
    sink->row(sequence, ++ordinal, e.date, unit::name_of(e.kind), e.unit, e.into, e.parent, e.name,
              e.unit_kind, share, e.decision);
  }
  sink->finish();
  return sequence;
}

// A unit's slot is its place among the foundings that stand, so the batch founded the last ones.
Result<> SqlWriter::check_unused(std::span<const unit::UnitEvent> batch) {
  const auto is_founding = [](const unit::UnitEvent& event) { return event.kind == unit::EventKind::found; };
  const auto founded = std::ranges::count_if(batch, is_founding);
  if (founded == 0) return ok();
  const auto all = sql_.number("SELECT count(*) FROM unit_event WHERE undone_by IS NULL AND kind = 'found'");
  const auto first = all - founded;
  const auto used = sql_.number(lowest_unit_used(), {first});
  if (used < 0) return ok();
  auto place = used - first;
  const auto founding =
      std::ranges::find_if(batch, [&](const auto& event) { return is_founding(event) && place-- == 0; });
  const std::string code = founding == batch.end() ? std::to_string(used) : founding->unit;
  return fail(ErrorCode::unit_undo_impossible, {{"unit", code}});
}

Result<std::vector<unit::UnitEvent>> SqlWriter::undo_events(Date day, const app::UndoCheck& check) {
  const auto batch = sql_.number("SELECT COALESCE(max(sequence), 0) FROM unit_event WHERE undone_by IS NULL");
  if (batch == 0) return fail(ErrorCode::unit_undo_impossible);
  TRY(auto events, standing_events(sql_, "sequence = $1", batch));
  const Date recorded = day_of(sql_.number("SELECT day FROM act WHERE sequence = $1", {batch}));
  TRY(check(events, recorded));
  TRY(check_unused(events));
  const auto sequence = add_act({act_kind::unit_undo, day, counted(events.size(), "event")});
  sql_.execute("UPDATE unit_event SET undone_by = $1 WHERE sequence = $2", {sequence, batch});
  return events;
}

}  // namespace nucong::store

#include <algorithm>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_store.hpp"

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

}  // namespace

Result<std::vector<unit::UnitEvent>> SqlStore::standing_events(std::string_view more, std::int64_t sequence) {
  std::vector<unit::UnitEvent> events;
  Result<> state = ok();
  const Value value = sequence;
  engine_->each_row(
      fmt::format("SELECT {} FROM unit_event WHERE undone_by IS NULL AND {} ORDER BY sequence, ordinal",
                  event_columns, more),
      {&value, 1}, [&](const Row& row) {
        auto event = event_of(row);
        if (!event) {
          state = event.error();
          return false;
        }
        events.push_back(std::move(event).value());
        return true;
      });
  TRY(std::move(state));
  return events;
}

Result<std::vector<unit::UnitEvent>> SqlStore::events() {
  return reading([&] { return standing_events("sequence > $1", 0); });
}

Result<app::Sequence> SqlStore::record_events(std::span<const unit::UnitEvent> events, std::size_t known,
                                              Date day) {
  return acting([&]() -> Result<app::Sequence> {
    const auto standing = number("SELECT count(*) FROM unit_event WHERE undone_by IS NULL");
    if (static_cast<std::size_t>(standing) != known) return fail(ErrorCode::unit_history_changed);
    const auto last = last_sequence();
    if (events.empty()) return last;
    const auto sequence = last + 1;
    write_act(sequence, act_kind::unit_events, day, counted(events.size(), "event"));
    const auto sink = engine_->insert("unit_event", fmt::format("sequence, ordinal, {}", event_columns));
    std::size_t ordinal = 0;
    for (const auto& e : events) {
      const auto share = e.share ? std::optional(e.share->str()) : std::nullopt;
      sink->row(sequence, ++ordinal, e.date, unit::name_of(e.kind), e.unit, e.into, e.parent, e.name,
                e.unit_kind, share, e.decision);
    }
    sink->finish();
    return sequence;
  });
}

// A unit's slot is its place among the foundings that stand, so the batch founded the last ones.
Result<> SqlStore::check_unused(std::span<const unit::UnitEvent> batch) {
  const auto is_founding = [](const unit::UnitEvent& event) { return event.kind == unit::EventKind::found; };
  const auto founded = std::ranges::count_if(batch, is_founding);
  if (founded == 0) return ok();
  const auto all = number("SELECT count(*) FROM unit_event WHERE undone_by IS NULL AND kind = 'found'");
  const auto first = all - founded;
  const auto used = number(fmt::format(
      "SELECT COALESCE(min(unit), -1) FROM (SELECT min(unit) AS unit FROM report WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM goal WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM recipient WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM report_draft WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM report_step WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM extension WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM reminder WHERE unit >= {0} "
      "UNION ALL SELECT min(unit) FROM office WHERE unit >= {0} "
      "UNION ALL SELECT min(issuer) FROM directive WHERE issuer >= {0}) AS used",
      first));
  if (used < 0) return ok();
  auto place = used - first;
  const auto founding =
      std::ranges::find_if(batch, [&](const auto& event) { return is_founding(event) && place-- == 0; });
  const std::string code = founding == batch.end() ? std::to_string(used) : founding->unit;
  return fail(ErrorCode::unit_undo_impossible, {{"unit", code}});
}

Result<std::vector<unit::UnitEvent>> SqlStore::undo_events(Date day, const app::UndoCheck& check) {
  return acting([&]() -> Result<std::vector<unit::UnitEvent>> {
    const auto batch = number("SELECT COALESCE(max(sequence), 0) FROM unit_event WHERE undone_by IS NULL");
    if (batch == 0) return fail(ErrorCode::unit_undo_impossible);
    TRY(auto events, standing_events("sequence = $1", batch));
    Date recorded{};
    const Value of_batch = static_cast<std::int64_t>(batch);
    engine_->each_row("SELECT day FROM act WHERE sequence = $1", {&of_batch, 1}, [&](const Row& row) {
      recorded = row.day(0);
      return false;
    });
    TRY(check(events, recorded));
    TRY(check_unused(events));
    const auto sequence = last_sequence() + 1;
    engine_->session() << fmt::format("UPDATE unit_event SET undone_by = {} WHERE sequence = {}", sequence,
                                      batch);
    write_act(sequence, act_kind::unit_undo, day, counted(events.size(), "event"));
    return events;
  });
}

}  // namespace nucong::store

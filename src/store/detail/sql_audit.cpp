#include <algorithm>
#include <limits>

#include "store/detail/sql_accounts.hpp"

namespace nucong::store {
namespace {

using account::AuditEntry;

constexpr std::string_view audit_columns =
    "sequence, at, account, address, deed, thing, unit, summary, previous, hash";

AuditEntry entry_in(const Row& row) {
  AuditEntry entry;
  entry.sequence = static_cast<std::uint64_t>(row.integer(0));
  entry.note.at = instant_of(row.integer(1));
  if (!row.is_null(2)) entry.note.account = account_of(row, 2);
  entry.note.address = row.text(3);
  entry.note.deed = row.text(4);
  entry.note.thing = row.text(5);
  if (!row.is_null(6)) entry.note.unit = Slot(static_cast<std::uint32_t>(row.integer(6)));
  entry.note.summary = row.text(7);
  entry.previous = row.text(8);
  entry.hash = row.text(9);
  return entry;
}

}  // namespace

void SqlAccountStore::write_notes(std::span<const app::AuditNote> notes) {
  std::uint64_t sequence = 0;
  std::string previous;
  engine_->each_row("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1", {},
                    [&](const Row& row) {
                      sequence = static_cast<std::uint64_t>(row.integer(0));
                      previous = row.text(1);
                      return true;
                    });
  const auto sink = engine_->insert("audit", audit_columns);
  for (const app::AuditNote& note : notes) {
    ++sequence;
    const std::string hash = digest_(account::sealed_text(sequence, note, previous));
    const auto account = note.account ? std::optional(note.account->value) : std::nullopt;
    const auto unit = note.unit ? std::optional(note.unit->value) : std::nullopt;
    sink->row(sequence, seconds_of(note.at), account, note.address, note.deed, note.thing, unit, note.summary,
              previous, hash);
    previous = hash;
  }
  sink->finish();
}

Result<> SqlAccountStore::write_audit(std::span<const app::AuditNote> notes) {
  return acting([&]() -> Result<> {
    write_notes(notes);
    return ok();
  });
}

Result<> SqlAccountStore::each_audit(std::uint64_t after,
                                     const std::function<Result<>(const AuditEntry&)>& visit) {
  return reading([&]() -> Result<> {
    Result<> state = ok();
    const Value first = static_cast<std::int64_t>(after);
    engine_->each_row(
        "SELECT sequence, at, account, address, deed, thing, unit, summary, previous, hash FROM audit "
        "WHERE sequence > $1 ORDER BY sequence",
        {&first, 1}, [&](const Row& row) {
          state = visit(entry_in(row));
          return state.has_value();
        });
    return state;
  });
}

Result<> SqlAccountStore::latest_audit(std::uint64_t before,
                                       const std::function<bool(const AuditEntry&)>& visit) {
  return reading([&]() -> Result<> {
    constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const Value end = static_cast<std::int64_t>(std::min(before, highest));
    engine_->each_row(
        "SELECT sequence, at, account, address, deed, thing, unit, summary, previous, hash FROM audit "
        "WHERE sequence < $1 ORDER BY sequence DESC",
        {&end, 1}, [&](const Row& row) { return visit(entry_in(row)); });
    return ok();
  });
}

}  // namespace nucong::store

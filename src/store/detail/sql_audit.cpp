#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

using account::AuditEntry;

constexpr std::string_view audit_columns =
    "sequence, at, account, address, deed, thing, unit, summary, previous, hash";

/// Of a log without end few entries are looked at.
constexpr std::size_t portion_max = 500;

Result<AuditEntry> entry_in(const Row& row) {
  AuditEntry entry;
  entry.sequence = static_cast<std::uint64_t>(row.integer(0));
  entry.note.at = row.instant(1);
  if (!row.is_null(2)) entry.note.account = row.account(2);
  entry.note.address = row.text(3);
  entry.note.deed = row.text(4);
  entry.note.thing = row.text(5);
  if (!row.is_null(6)) entry.note.unit = row.slot(6);
  entry.note.summary = row.text(7);
  entry.previous = row.text(8);
  entry.hash = row.text(9);
  return entry;
}

}  // namespace

void SqlWriter::note(const app::AuditNote& note) {
  find_numbers();
  const auto sequence = ++mark_.last_entry;
  std::string hash = digest_(account::sealed_text(sequence, note, mark_.last_hash));
  sql_.insert_row("audit", audit_columns, sequence, note.at, note.account, note.address, note.deed,
                  note.thing, note.unit, note.summary, mark_.last_hash, hash);
  mark_.last_hash = std::move(hash);
}

Result<> SqlDatabase::each_audit(std::uint64_t after,
                                 const std::function<Result<>(const AuditEntry&)>& visit) {
  return reading([&](Connection& sql) {
    return sql.each(fmt::format("SELECT {} FROM audit WHERE sequence > $1 ORDER BY sequence", audit_columns),
                    {after}, entry_in, visit);
  });
}

Result<> SqlDatabase::latest_audit(std::uint64_t before,
                                   const std::function<bool(const AuditEntry&)>& visit) {
  return reading([&](Connection& sql) -> Result<> {
    constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    before = std::min(before, highest);
    for (bool more = true; more;) {
      TRY(const auto portion,
          sql.rows(fmt::format("SELECT {} FROM audit WHERE sequence < $1 ORDER BY sequence DESC LIMIT $2",
                               audit_columns),
                   {before, portion_max}, entry_in));
      for (const AuditEntry& entry : portion)
        if (!visit(entry)) return ok();
      more = portion.size() == portion_max;
      if (more) before = portion.back().sequence;
    }
    return ok();
  });
}

}  // namespace nucong::store

#include <fmt/format.h>

#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

app::Sequence latest_in(Connection& sql) {
  return static_cast<app::Sequence>(sql.number("SELECT COALESCE(max(sequence), 0) FROM act"));
}

}  // namespace

// Both at once: an act that takes a number has an entry in the audit log, too.
void SqlWriter::find_numbers() {
  if (mark_.last_act) return;
  mark_.last_act.emplace();
  sql_.each_row(
      "SELECT COALESCE((SELECT max(sequence) FROM act), 0), COALESCE((SELECT max(sequence) FROM audit), 0), "
      "COALESCE((SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1), '')",
      {}, [&](const Row& row) {
        mark_.last_act = static_cast<app::Sequence>(row.integer(0));
        mark_.last_entry = static_cast<std::uint64_t>(row.integer(1));
        mark_.last_hash = row.text(2);
        return true;
      });
}

app::Sequence SqlWriter::last_act() {
  find_numbers();
  return *mark_.last_act;
}

app::Sequence SqlWriter::add_act(const ActRow& act) {
  mark_.last_act = last_act() + 1;
  mark_.acted = true;
  sql_.insert_row("act", "sequence, kind, day, summary, rows, import", *mark_.last_act, act.kind, act.day,
                  act.summary, act.rows, act.import);
  return *mark_.last_act;
}

Result<std::vector<app::Act>> SqlDatabase::acts(app::Sequence after) {
  return asking([&](Connection& sql) {
    return sql.rows(
        "SELECT sequence, kind, day, summary, rows FROM act WHERE sequence > $1 ORDER BY sequence", {after},
        [](const Row& row) -> Result<app::Act> {
          return app::Act{static_cast<app::Sequence>(row.integer(0)), row.string(1), row.day(2),
                          row.string(3), static_cast<std::uint64_t>(row.integer(4))};
        });
  });
}

Result<app::Sequence> SqlDatabase::latest() {
  return asking([](Connection& sql) -> Result<app::Sequence> { return latest_in(sql); });
}

}  // namespace nucong::store

#include <fmt/format.h>

#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

app::Sequence latest_in(Connection& sql) {
  return static_cast<app::Sequence>(sql.number("SELECT COALESCE(max(sequence), 0) FROM act"));
}

}  // namespace

app::Sequence SqlWriter::last_act() {
  if (!mark_.last_act) mark_.last_act = latest_in(sql_);
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
  return reading([&](Connection& sql) {
    return sql.rows(
        "SELECT sequence, kind, day, summary, rows FROM act WHERE sequence > $1 ORDER BY sequence", {after},
        [](const Row& row) -> Result<app::Act> {
          return app::Act{static_cast<app::Sequence>(row.integer(0)), row.string(1), row.day(2),
                          row.string(3), static_cast<std::uint64_t>(row.integer(4))};
        });
  });
}

Result<app::Sequence> SqlDatabase::latest() {
  return reading([](Connection& sql) -> Result<app::Sequence> { return latest_in(sql); });
}

}  // namespace nucong::store

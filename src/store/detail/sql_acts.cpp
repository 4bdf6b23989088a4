#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/sql_store.hpp"

namespace nucong::store {

app::Sequence SqlStore::last_sequence() {
  return static_cast<app::Sequence>(number("SELECT COALESCE(max(sequence), 0) FROM act"));
}

void SqlStore::write_act(app::Sequence sequence, std::string_view kind, Date day, std::string_view summary) {
  const auto sink = engine_->insert("act", "sequence, kind, day, summary");
  sink->row(sequence, kind, day, summary);
  sink->finish();
}

Result<std::vector<app::Act>> SqlStore::acts(app::Sequence after) {
  return reading([&]() -> Result<std::vector<app::Act>> {
    std::vector<app::Act> found;
    const Value first = static_cast<std::int64_t>(after);
    engine_->each_row("SELECT sequence, kind, day, summary FROM act WHERE sequence > $1 ORDER BY sequence",
                      {&first, 1}, [&](const Row& row) {
                        found.push_back({static_cast<app::Sequence>(row.integer(0)), row.string(1),
                                         row.day(2), row.string(3)});
                        return true;
                      });
    return found;
  });
}

Result<app::Sequence> SqlStore::latest() {
  return reading([&]() -> Result<app::Sequence> { return last_sequence(); });
}

namespace {

/// A question whose every row is a fault, and the words for it; {} stands for the columns in their order.
struct Check {
  std::string_view sql;
  std::string_view words;
};

constexpr std::array checks = {
    Check{"SELECT unit, period, count(*) FROM report GROUP BY unit, period "
          "HAVING min(version) <> 1 OR max(version) <> count(*) ORDER BY unit, period",
          "report of unit {} for {}: its {} versions have gaps"},
    Check{"SELECT unit, period, sum(current) FROM report GROUP BY unit, period "
          "HAVING sum(current) <> 1 OR max(version * current) <> max(version) ORDER BY unit, period",
          "report of unit {} for {}: {} versions are marked as current, or not the last one"},
    Check{"SELECT sequence, count(*) FROM act GROUP BY sequence HAVING count(*) > 1 ORDER BY sequence",
          "act {}: is there {} times"},
    Check{"SELECT DISTINCT sequence FROM report WHERE sequence NOT IN (SELECT sequence FROM act) ORDER BY "
          "sequence",
          "reports of act {}: there is no such act"},
    Check{"SELECT DISTINCT sequence FROM unit_event WHERE sequence NOT IN (SELECT sequence FROM act) ORDER "
          "BY sequence",
          "events of act {}: there is no such act"},
    Check{"SELECT DISTINCT sequence FROM goal WHERE sequence NOT IN (SELECT sequence FROM act) ORDER BY "
          "sequence",
          "goals of act {}: there is no such act"},
    Check{"SELECT DISTINCT target FROM goal WHERE target NOT IN (SELECT id FROM target) ORDER BY target",
          "goals for target {}: there is no such target"},
};

std::string worded(std::string_view words, const Row& row) {
  std::string line;
  int column = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.substr(i, 2) != "{}") {
      line += words[i];
      continue;
    }
    line += row.text(column++);
    ++i;
  }
  return line;
}

bool is_of_period(const Row& row) {
  const auto period = Period::parse(row.text(0));
  return period && period.value().first() == row.day(1) && period.value().last() == row.day(2);
}

}  // namespace

Result<std::vector<std::string>> SqlStore::verify() {
  auto faults = reading([&]() -> Result<std::vector<std::string>> {
    // On broken structures the questions below may have no answer at all.
    auto found = engine_->integrity();
    if (!found.empty()) return found;
    for (const Check& check : checks) {
      engine_->each_row(check.sql, {}, [&](const Row& row) {
        found.push_back(worded(check.words, row));
        return true;
      });
    }
    engine_->each_row("SELECT DISTINCT period, first_day, last_day FROM report", {}, [&](const Row& row) {
      if (!is_of_period(row))
        found.push_back(fmt::format("reports for {}: are filed under other days", row.text(0)));
      return true;
    });
    return found;
  });
  // Damage that keeps the engine from looking any further is a finding too.
  if (faults || faults.error().code() != ErrorCode::store_damaged) return faults;
  for (const auto& param : faults.error().params())
    if (param.name == "detail") return std::vector<std::string>{param.value};
  return faults;
}

}  // namespace nucong::store

// What the database itself can tell to be wrong.
#include <array>

#include <fmt/format.h>

#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

/// A question whose every row is a fault, and the words for it; {} stands for the columns in their order.
struct Check {
  std::string_view sql;
  std::string_view words;
};

constexpr std::array checks = {
    Check{"SELECT unit, period, count(*) FROM report WHERE sequence > 0 OR sequence IN (SELECT -import FROM "
          "act WHERE import IS NOT NULL) GROUP BY unit, period HAVING min(version) <> 1 OR max(version) <> "
          "count(*) OR "
          "count(DISTINCT version) <> count(*) ORDER BY unit, period",
          "report of unit {} for {}: its {} versions have gaps"},
    Check{"SELECT sequence, count(*) FROM act GROUP BY sequence HAVING count(*) > 1 ORDER BY sequence",
          "act {}: is there {} times"},
    Check{"SELECT DISTINCT sequence FROM report WHERE sequence > 0 AND sequence NOT IN (SELECT sequence FROM "
          "act) "
          "ORDER BY sequence",
          "reports of act {}: there is no such act"},
    Check{
        "SELECT DISTINCT -sequence FROM report WHERE sequence <= 0 AND sequence NOT IN (SELECT -number FROM "
        "staging) AND sequence NOT IN (SELECT -import FROM act WHERE import IS NOT NULL) ORDER BY 1",
        "reports of import {}: it is neither under way nor over"},
    Check{"SELECT a.sequence, a.rows, COALESCE(b.there, 0) FROM act a LEFT JOIN (SELECT m.sequence, count(*) "
          "AS there "
          "FROM (SELECT CASE WHEN r.sequence > 0 THEN r.sequence ELSE (SELECT i.sequence FROM act i WHERE "
          "i.import = "
          "-r.sequence) END AS sequence FROM report r UNION ALL SELECT sequence FROM report_step) AS m GROUP "
          "BY "
          "m.sequence) AS b ON b.sequence = a.sequence WHERE a.rows <> COALESCE(b.there, 0) ORDER BY "
          "a.sequence",
          "act {}: it brought {} reports and steps, not {}"},
    Check{"SELECT unit, period, count(*) FROM report_step GROUP BY unit, period "
          "HAVING min(number) <> 1 OR max(number) <> count(*) ORDER BY unit, period",
          "report of unit {} for {}: its {} steps have gaps"},
    Check{"SELECT s.unit, s.period, s.number FROM report_step s WHERE s.kind = 'signed' AND NOT EXISTS "
          "(SELECT 1 FROM frozen_report f WHERE f.unit = s.unit AND f.period = s.period AND f.step = "
          "s.number) ORDER BY s.unit, s.period, s.number",
          "report of unit {} for {}: what step {} signed is not there"},
    Check{
        "SELECT f.unit, f.period, f.step FROM frozen_report f WHERE NOT EXISTS (SELECT 1 FROM report_step s "
        "WHERE s.unit = f.unit AND s.period = f.period AND s.number = f.step AND s.kind = 'signed' AND "
        "s.sequence = f.sequence) ORDER BY f.unit, f.period, f.step",
        "report of unit {} for {}: step {} did not sign the text that is kept with it"},
    Check{"SELECT DISTINCT sequence FROM report_step WHERE sequence NOT IN (SELECT sequence FROM act) ORDER "
          "BY sequence",
          "steps of act {}: there is no such act"},
    Check{"SELECT DISTINCT sequence FROM extension WHERE sequence NOT IN (SELECT sequence FROM act) ORDER BY "
          "sequence",
          "extensions of act {}: there is no such act"},
    Check{"SELECT DISTINCT sequence FROM reminder WHERE sequence NOT IN (SELECT sequence FROM act) ORDER BY "
          "sequence",
          "reminders of act {}: there is no such act"},
    Check{"SELECT DISTINCT sequence FROM unit_event WHERE sequence NOT IN (SELECT sequence FROM act) ORDER "
          "BY sequence",
          "events of act {}: there is no such act"},
    Check{"SELECT DISTINCT sequence FROM recipient WHERE sequence NOT IN (SELECT sequence FROM act) ORDER BY "
          "sequence",
          "recipients of act {}: there is no such act"},
    Check{"SELECT DISTINCT directive FROM recipient WHERE directive NOT IN (SELECT ordinal FROM directive) "
          "ORDER BY directive",
          "recipients of directive D{}: there is no such directive"},
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

Result<std::vector<std::string>> SqlDatabase::verify() {
  auto faults = reading([&](Connection& sql) -> Result<std::vector<std::string>> {
    // On broken structures the questions below may have no answer at all.
    auto found = sql.integrity();
    if (!found.empty()) return found;
    for (const Check& check : checks) {
      sql.stream_rows(check.sql, {}, [&](const Row& row) {
        found.push_back(worded(check.words, row));
        return true;
      });
    }
    sql.stream_rows("SELECT DISTINCT period, first_day, last_day FROM report", {}, [&](const Row& row) {
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

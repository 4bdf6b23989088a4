#include <map>
#include <set>

#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

/// One goal for each unit and target, the last that the batch names; ordered by unit, then target.
std::vector<target::Goal> last_of_each(std::span<const target::Goal> goals) {
  std::map<std::pair<Slot, std::string>, target::Goal> last;
  for (const target::Goal& goal : goals) last.insert_or_assign({goal.unit, goal.target}, goal);
  std::vector<target::Goal> found;
  for (auto& [key, goal] : last) found.push_back(std::move(goal));
  return found;
}

Result<target::Goal> goal_in(const Row& row) {
  target::Goal goal{row.slot(0), row.string(1), {}};
  if (row.is_null(2)) return goal;
  const auto value = Decimal::parse(row.text(2));
  if (!value) return fail(ErrorCode::store_damaged, {{"detail", "goal.value " + row.string(2)}});
  goal.value = value.value();
  return goal;
}

}  // namespace

Result<> SqlWriter::check_target(const std::string& target) {
  if (sql_.any("SELECT id FROM target WHERE id = $1", {target})) return ok();
  return fail(ErrorCode::target_unknown, {{"target", target}});
}

Result<app::Sequence> SqlWriter::bind(const std::string& target, const std::string& indicator, Date day) {
  TRY(check_target(target));
  sql_.execute("UPDATE target SET indicator = $1 WHERE id = $2", {indicator, target});
  return add_act({act_kind::target_bind, day, fmt::format("{}: {}", target, indicator)});
}

Result<app::Sequence> SqlWriter::set_goals(std::span<const target::Goal> goals, Date day) {
  std::set<std::string> targets;
  for (const auto& goal : goals) {
    if (!targets.insert(goal.target).second) continue;
    TRY(check_target(goal.target));
  }
  if (goals.empty()) return last_act();
  const auto batch = last_of_each(goals);
  const auto sequence = add_act({act_kind::target_goals, day, counted(batch.size(), "goal")});
  const auto sink = sql_.insert("goal", "unit, target, sequence, value");
  for (const auto& goal : batch)
    sink->row(goal.unit, goal.target, sequence, goal.value ? std::optional(goal.value->str()) : std::nullopt);
  sink->finish();
  return sequence;
}

Result<std::vector<target::Goal>> SqlDatabase::goals() {
  return reading([&](Connection& sql) -> Result<std::vector<target::Goal>> {
    std::vector<target::Goal> found;
    TRY(sql.each(
        "SELECT g.unit, g.target, g.value FROM goal g JOIN target t ON t.id = g.target WHERE g.sequence = "
        "(SELECT max(h.sequence) FROM goal h WHERE h.unit = g.unit AND h.target = g.target) "
        "ORDER BY t.directive, t.ordinal, g.unit",
        {}, goal_in, [&](target::Goal goal) -> Result<> {
          found.push_back(std::move(goal));
          return ok();
        }));
    return found;
  });
}

}  // namespace nucong::store

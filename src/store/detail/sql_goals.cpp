#include <set>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/act_words.hpp"
#include "store/detail/goal_batch.hpp"
#include "store/detail/sql_store.hpp"

namespace nucong::store {

Result<> SqlStore::check_target(const std::string& target) {
  int found = 0;
  engine_->session() << "SELECT count(*) FROM target WHERE id = :t", soci::use(target), soci::into(found);
  if (found == 1) return ok();
  return fail(ErrorCode::target_unknown, {{"target", target}});
}

Result<app::Sequence> SqlStore::bind(const std::string& target, const std::string& indicator, Date day) {
  return acting([&]() -> Result<app::Sequence> {
    TRY(check_target(target));
    engine_->session() << "UPDATE target SET indicator = :i WHERE id = :t", soci::use(indicator),
        soci::use(target);
    const auto sequence = last_sequence() + 1;
    write_act(sequence, act_kind::target_bind, day, fmt::format("{}: {}", target, indicator));
    return sequence;
  });
}

Result<app::Sequence> SqlStore::set_goals(std::span<const target::Goal> goals, Date day) {
  return acting([&]() -> Result<app::Sequence> {
    std::set<std::string> targets;
    for (const auto& goal : goals) {
      if (!targets.insert(goal.target).second) continue;
      TRY(check_target(goal.target));
    }
    const auto last = last_sequence();
    if (goals.empty()) return last;
    const auto sequence = last + 1;
    const auto batch = last_of_each(goals);
    const auto sink = engine_->insert("goal", "unit, target, sequence, value");
    for (const auto& goal : batch)
      sink->row(goal.unit.value, goal.target, sequence,
                goal.value ? std::optional(goal.value->str()) : std::nullopt);
    sink->finish();
    write_act(sequence, act_kind::target_goals, day, counted(batch.size(), "goal"));
    return sequence;
  });
}

Result<std::vector<target::Goal>> SqlStore::goals() {
  return reading([&]() -> Result<std::vector<target::Goal>> {
    std::vector<target::Goal> found;
    Result<> state = ok();
    engine_->each_row(
        "SELECT g.unit, g.target, g.value FROM goal g JOIN target t ON t.id = g.target WHERE g.sequence = "
        "(SELECT max(h.sequence) FROM goal h WHERE h.unit = g.unit AND h.target = g.target) "
        "ORDER BY t.directive, t.ordinal, g.unit",
        {}, [&](const Row& row) {
          target::Goal goal{Slot(static_cast<std::uint32_t>(row.integer(0))), row.string(1), {}};
          if (!row.is_null(2)) {
            const auto value = Decimal::parse(row.text(2));
            if (!value) {
              state = fail(ErrorCode::store_damaged, {{"detail", "goal.value " + row.string(2)}});
              return false;
            }
            goal.value = value.value();
          }
          found.push_back(std::move(goal));
          return true;
        });
    TRY(std::move(state));
    return found;
  });
}

}  // namespace nucong::store

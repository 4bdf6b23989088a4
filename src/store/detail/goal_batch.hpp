// What a batch of goals comes to.
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "target/target.hpp"

namespace nucong::store {

/// One goal for each unit and target, the last that the batch names; ordered by unit, then target.
[[nodiscard]] inline std::vector<target::Goal> last_of_each(std::span<const target::Goal> goals) {
  std::map<std::pair<Slot, std::string>, target::Goal> last;
  for (const target::Goal& goal : goals) last.insert_or_assign({goal.unit, goal.target}, goal);
  std::vector<target::Goal> found;
  for (auto& [key, goal] : last) found.push_back(std::move(goal));
  return found;
}

}  // namespace nucong::store

// What each report of a batch is among those of its unit and period.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/store.hpp"

namespace nucong::store {

struct ReportSteps {
  std::vector<std::string> period;
  std::vector<std::uint32_t> step;  ///< 1 for the first of its unit and period in the batch, 2 for the next
  std::vector<bool> current;        ///< the last of its unit and period
};

[[nodiscard]] inline ReportSteps steps_of(std::span<const app::StoredReport> reports) {
  struct Hash {
    std::size_t operator()(const std::pair<Slot, std::string_view>& key) const {
      return std::hash<std::string_view>{}(key.second) ^ (std::size_t{key.first.value} * 0x9e3779b97f4a7c15U);
    }
  };
  ReportSteps steps{
      {}, std::vector<std::uint32_t>(reports.size(), 1), std::vector<bool>(reports.size(), true)};
  steps.period.reserve(reports.size());
  for (const auto& report : reports) steps.period.push_back(report.period.str());
  std::unordered_map<std::pair<Slot, std::string_view>, std::size_t, Hash> last;
  last.reserve(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto [before, is_first] = last.try_emplace({reports[i].unit, steps.period[i]}, i);
    if (is_first) continue;
    steps.step[i] = steps.step[before->second] + 1;
    steps.current[before->second] = false;
    before->second = i;
  }
  return steps;
}

}  // namespace nucong::store

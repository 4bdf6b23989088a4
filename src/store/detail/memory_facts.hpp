// What the memory models of the three ports share, as three ports of one database do.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/work_store.hpp"
#include "store/detail/memory_offices.hpp"

namespace nucong::store {

/// One draft, and whether it is still there: its revision outlives it.
struct MemoryDraft {
  app::SavedDraft draft;
  bool is_open = false;
};

struct MemoryFacts {
  using Key = std::pair<Slot, Period>;

  std::vector<app::Act> acts;
  std::map<Key, std::vector<app::StoredReport>> reports;
  std::map<Key, std::vector<app::StoredStep>> steps;
  std::map<Key, MemoryDraft> drafts;
  std::map<Key, std::vector<app::FrozenText>> frozen;
  std::vector<report::Extension> extensions;
  std::vector<app::Reminder> reminders;
  MemoryOffices offices;

  app::Sequence add_act(std::string_view kind, Date day, std::string summary) {
    acts.push_back({acts.size() + 1, std::string(kind), day, std::move(summary)});
    return acts.size();
  }
  /// Where the report stands.
  [[nodiscard]] report::Standing standing(const Key& key) const {
    report::Standing found;
    if (const auto known = reports.find(key); known != reports.end())
      found = report::received(found, static_cast<report::Version>(known->second.size()), {});
    if (const auto known = steps.find(key); known != steps.end())
      for (const auto& stored : known->second) found = report::after(found, stored.step);
    return found;
  }
  /// Whether anything is kept of the unit here.
  [[nodiscard]] bool has(Slot unit) const {
    const auto is_its = [&](const auto& entry) { return entry.first.first == unit; };
    return std::ranges::any_of(reports, is_its) || std::ranges::any_of(steps, is_its) ||
           std::ranges::any_of(drafts, is_its) ||
           std::ranges::any_of(extensions, [&](const auto& one) { return one.unit == unit; }) ||
           std::ranges::any_of(reminders, [&](const auto& one) { return one.unit == unit; }) ||
           std::ranges::any_of(offices, [&](const auto& one) { return one.unit == unit; });
  }
};

[[nodiscard]] std::unique_ptr<app::Store> make_memory_store(std::shared_ptr<MemoryFacts> facts);
[[nodiscard]] std::unique_ptr<app::WorkStore> make_memory_work_store(std::shared_ptr<MemoryFacts> facts);

}  // namespace nucong::store

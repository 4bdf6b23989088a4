#include "report/form.hpp"

#include <algorithm>

namespace nucong::report {

std::vector<indicator::Series> Form::asked() const {
  std::vector<indicator::Series> found;
  for (const auto& item : items)
    if (const auto* entry = std::get_if<Entry>(&item))
      if (std::ranges::find(found, entry->series) == found.end()) found.push_back(entry->series);
  return found;
}

bool Form::asks(indicator::Series series) const {
  return std::ranges::any_of(items, [&](const Item& item) {
    const auto* entry = std::get_if<Entry>(&item);
    return entry != nullptr && entry->series == series;
  });
}

bool Form::is_for(PeriodKind period) const {
  return std::ranges::find(periods, period) != periods.end();
}
bool Form::is_for(std::string_view unit_kind) const {
  return std::ranges::find(kinds, unit_kind) != kinds.end();
}

Date Form::due(const Period& period) const {
  return period.last() + std::chrono::days{due_days};
}

}  // namespace nucong::report

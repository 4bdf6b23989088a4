#include "unit/history.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nucong::unit {

const Phase& Unit::phase_on(Date day) const {
  const auto after = std::ranges::upper_bound(phases, day, {}, &Phase::from);
  return after == phases.begin() ? phases.front() : *std::prev(after);
}

bool Unit::divided_while_standing() const {
  const std::size_t final_handovers = ended ? 1 : 0;
  return handovers.size() > final_handovers;
}

std::optional<Slot> History::find(std::string_view code) const {
  const auto at = data_->by_code.find(code);
  if (at == data_->by_code.end()) return std::nullopt;
  return at->second;
}

namespace {

// Letters that differ between two codes, counted place by place: enough to catch a slip of one key.
std::size_t distance(std::string_view a, std::string_view b) {
  std::size_t differing = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) differing += a[i] != b[i] ? 1U : 0U;
  return differing;
}

}  // namespace

Result<Slot> History::slot(std::string_view code) const {
  if (const auto found = find(code)) return *found;
  const std::string wanted = folded(code);
  std::string_view nearest;
  std::size_t best = 3;
  for (const auto& unit : data_->units) {
    const std::size_t apart = distance(folded(unit.code), wanted);
    if (apart < best) {
      best = apart;
      nearest = unit.code;
    }
  }
  return fail(ErrorCode::unit_unknown, {{"unit", std::string(code)}, {"nearest", std::string(nearest)}});
}

Date History::epoch_of(Date day) const {
  const auto after = std::ranges::upper_bound(data_->epochs, day);
  return after == data_->epochs.begin() ? day : *std::prev(after);
}

}  // namespace nucong::unit

#include "unit/history.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "unit/detail/facts.hpp"
#include "unit/detail/replay.hpp"

namespace nucong::unit {

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
  for (std::size_t i = 0; i < size(); ++i) {
    const std::string_view known = data_->codes->code(Slot(i));
    const std::size_t apart = distance(folded(known), wanted);
    if (apart < best) {
      best = apart;
      nearest = known;
    }
  }
  return fail(ErrorCode::unit_unknown, {{"unit", std::string(code)}, {"nearest", std::string(nearest)}});
}

Result<History> History::replay(std::span<const UnitEvent> events) {
  detail::Replay replay;
  TRY(replay.run(events));
  return replay.finish();
}

bool History::continues(std::span<const UnitEvent> more) const {
  if (data_->epochs.empty()) return true;
  const Date last = data_->epochs.back();
  return std::ranges::none_of(more, [&](const UnitEvent& event) {
    if (event.date != last) return event.date < last;
    if (std::ranges::binary_search(data_->last_facts, detail::fingerprint(event))) return true;
    if (event.kind != EventKind::split) return false;
    // A split is one step with all its rows, so with one more it would have to be undone first.
    const auto slot = find(event.unit);
    return slot && !unit(*slot).handovers.empty() && unit(*slot).handovers.back().date == last;
  });
}

Result<History> History::with(std::span<const UnitEvent> more, const Recorded& recorded) const {
  if (more.empty()) return *this;
  if (continues(more)) {
    detail::Replay replay(*this);
    TRY(replay.run(more));
    return replay.finish();
  }
  TRY(auto all, recorded());
  ENSURE(all.size() == recorded_events());
  all.insert(all.end(), more.begin(), more.end());
  return replay(all);
}

Date History::epoch_of(Date day) const {
  const auto after = std::ranges::upper_bound(data_->epochs, day);
  return after == data_->epochs.begin() ? day : *std::prev(after);
}

}  // namespace nucong::unit

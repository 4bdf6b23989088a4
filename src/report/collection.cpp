#include "report/collection.hpp"

#include <algorithm>

namespace nucong::report {
namespace {

// The place of the unit or of who came after it. Of a divided unit's single "1" all goes to the largest part.
std::uint32_t place_of(Slot unit, Date last, const unit::Lineage& asked) {
  const unit::Tree& tree = asked.tree();
  if (tree.has(unit)) return tree.position(unit);
  std::vector<unit::Part> parts;
  asked.land(unit, last, 1, parts);
  const auto whole = std::ranges::find(parts, 1, &unit::Part::amount);
  ENSURE(whole != parts.end());
  return tree.position(whole->landing.at);
}

}  // namespace

Collection::Collection(const Form& form, const Period& period, const unit::Tree& then,
                       const unit::Lineage& asked, const StandingColumn& standings, const DueDays& due)
    : asked_(asked.tree()) {
  const auto add = [&](Slot unit, bool expected, const Standing& standing) {
    const bool came = standing.version > 0;
    all_.push_back({.unit = unit,
                    .position = place_of(unit, period.last(), asked),
                    .alive = then.has(unit) && asked_.has(unit),
                    .expected = expected,
                    .received = came ? std::optional(standing.first_received) : std::nullopt,
                    .late = came && standing.first_received > due.of(unit),
                    .version = standing.version});
  };
  for (const Slot unit : then.order()) {
    const Standing& standing = standings.at(unit);
    const bool expected = form.is_for(then.phase(unit).kind);
    if (expected || standing.version > 0) add(unit, expected, standing);
  }
  standings.each([&](Slot unit, const Standing& standing) {
    if (standing.version > 0 && !then.has(unit)) add(unit, false, standing);
  });
  std::ranges::sort(all_, {}, [](const Due& one) { return std::pair(one.position, one.unit); });
}

void Collection::keep_only_alive() {
  std::erase_if(all_, [](const Due& due) { return !due.alive; });
}

std::span<const Due> Collection::of(Slot branch) const {
  const unit::Run run = asked_.branch(branch);
  const auto begin = std::ranges::lower_bound(all_, run.begin, {}, &Due::position);
  const auto end = std::ranges::lower_bound(begin, all_.end(), run.end, {}, &Due::position);
  return {begin, end};
}

Counts Collection::counts(Slot branch) const {
  Counts counts;
  for (const auto& due : of(branch)) {
    if (!due.expected) {
      ++counts.unasked;
      continue;
    }
    ++counts.expected;
    if (!due.received) continue;
    ++counts.received;
    ++(due.late ? counts.late : counts.on_time);
  }
  return counts;
}

}  // namespace nucong::report

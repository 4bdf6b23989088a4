#include "report/collection.hpp"

namespace nucong::report {

Collection::Collection(const Form& form, const Period& period, const unit::Tree& tree,
                       const std::map<Slot, Date>& first_received)
    : tree_(tree) {
  const Date due = form.due(period);
  const auto received = [&](Slot unit) {
    const auto at = first_received.find(unit);
    return at == first_received.end() ? std::nullopt : std::optional{at->second};
  };
  for (const Slot unit : tree.order()) {
    const bool expected = form.is_for(tree.phase(unit).kind);
    const auto day = received(unit);
    if (expected || day) all_.push_back({unit, expected, day, day && *day > due});
  }
  for (const auto& [unit, day] : first_received)
    if (!tree.has(unit)) all_.push_back({unit, false, day, day > due});
}

Counts Collection::counts(Slot branch) const {
  const unit::Run run = tree_.branch(branch);
  Counts counts;
  for (const auto& due : all_) {
    const std::uint32_t position = tree_.position(due.unit);
    if (position == unit::Tree::nowhere ? run.begin != 0 : !run.contains(position)) continue;
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

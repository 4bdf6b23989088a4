#include "rollup/succession.hpp"

namespace nucong::rollup {
namespace {

// The units that stand on `day` and hold some of the past of `slot`.
void collect_heirs(const unit::History& history, Slot slot, Date day, std::vector<Slot>& heirs) {
  const auto& unit = history.unit(slot);
  if (!unit.ended || *unit.ended > day) {
    heirs.push_back(slot);
    return;
  }
  for (const auto& heir : unit.handovers.back().heirs) collect_heirs(history, heir.unit, day, heirs);
}

}  // namespace

Succession::Succession(const unit::History& history, Date day) : history_(history) {
  for (const Slot slot : history.handed_on()) {
    const auto& unit = history.unit(slot);
    if (unit.divided_while_standing()) dividing_.push_back(slot);
    if (!unit.ended || *unit.ended > day) continue;
    Ended one{slot, day_number(*unit.ended) - 1, static_cast<std::uint32_t>(heirs_.size()), 0};
    collect_heirs(history, slot, day, heirs_);
    one.heirs_end = static_cast<std::uint32_t>(heirs_.size());
    ended_.push_back(one);
    for (auto at = one.heirs_begin; at < one.heirs_end; ++at) predecessor_.emplace_back(heirs_[at], slot);
  }
  std::ranges::sort(predecessor_);
}

std::size_t Succession::bytes() const {
  return sizeof *this + ended_.size() * sizeof(Ended) + (heirs_.size() + dividing_.size()) * sizeof(Slot) +
         predecessor_.size() * sizeof(predecessor_[0]);
}

std::vector<Slot> Succession::predecessors(Slot heir) const {
  std::vector<Slot> found;
  for (auto at = std::ranges::lower_bound(predecessor_, std::pair{heir, Slot(0U)});
       at != predecessor_.end() && at->first == heir; ++at)
    found.push_back(at->second);
  return found;
}

std::optional<std::int64_t> counted(const Timeline& timeline, const Succession& succession,
                                    indicator::ElementKind kind, Slot slot) {
  const auto own = timeline.at(slot);
  if (!own) return std::nullopt;
  const auto day_of = [&](Slot other) {
    const auto figure = timeline.at(other);
    return figure ? figure->day : never;
  };
  if (kind == indicator::ElementKind::stock && succession.superseded(slot, day_of)) return std::nullopt;
  return own->amount;
}

}  // namespace nucong::rollup

// Who holds the past of units that have ended by a day: whether an old stock still counts.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "rollup/timeline.hpp"
#include "unit/history.hpp"

namespace nucong::rollup {

/// Of one history on one day; the same on all days of an epoch. Immutable.
class Succession {
 public:
  /// O(units that handed anything on).
  Succession(const unit::History& history, Date day);

  /// True if figures of the unit land differently from before and after a handover: it handed on a part of
  /// its past and went on.
  [[nodiscard]] bool divides(Slot slot) const { return std::ranges::binary_search(dividing_, slot); }
  [[nodiscard]] std::span<const Slot> dividing() const { return dividing_; }
  [[nodiscard]] std::size_t bytes() const;

  /// A stock of a unit that no longer stands counts only while none of its heirs has reported since, and not
  /// at all without heirs: the same people are never counted twice, and people who left with their union are
  /// not counted on. This depends on the day alone, not on the tree of a question, so the sum over all units
  /// is the same under every tree (decision 0008). `day_of(slot)` is the last day a unit's figure rests on,
  /// or `never`.
  template <class DayOf>
  [[nodiscard]] bool superseded(Slot slot, DayOf&& day_of) const {
    const auto at = std::ranges::lower_bound(ended_, slot, {}, &Ended::slot);
    return at != ended_.end() && at->slot == slot && superseded_by_heirs(*at, day_of);
  }
  /// Visits the ended units whose stock is superseded.
  template <class DayOf, class Visit>
  void each_superseded(DayOf&& day_of, Visit&& visit) const {
    for (const Ended& one : ended_)
      if (day_of(one.slot) != never && superseded_by_heirs(one, day_of)) visit(one.slot);
  }
  /// The ended units of which `heir` holds some past.
  [[nodiscard]] std::vector<Slot> predecessors(Slot heir) const;

 private:
  struct Ended {
    Slot slot;
    DayNumber last_day;  // on which it stood
    std::uint32_t heirs_begin;
    std::uint32_t heirs_end;
  };

  template <class DayOf>
  [[nodiscard]] bool superseded_by_heirs(const Ended& one, DayOf&& day_of) const {
    if (one.heirs_begin == one.heirs_end) return true;
    const DayNumber counted_to = std::min(day_of(one.slot), one.last_day);
    return std::any_of(heirs_.begin() + one.heirs_begin, heirs_.begin() + one.heirs_end,
                       [&](Slot heir) { return day_of(heir) > counted_to; });
  }

  unit::History history_;                           // so that its identity is not given to another
  std::vector<Ended> ended_;                        // by slot
  std::vector<Slot> heirs_;                         // that stand on the day
  std::vector<std::pair<Slot, Slot>> predecessor_;  // heir, ended unit; sorted
  std::vector<Slot> dividing_;                      // sorted
};

/// One unit's figure over the stretch, if it counts: present, and not a stock that is superseded.
[[nodiscard]] std::optional<std::int64_t> counted(const Timeline& timeline, const Succession& succession,
                                                  indicator::ElementKind kind, Slot slot);

}  // namespace nucong::rollup

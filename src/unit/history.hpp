// All units that ever were, with what each was called, what kind it was and where it hung, at any date.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "unit/detail/codes.hpp"
#include "unit/detail/lives.hpp"
#include "unit/detail/units.hpp"
#include "unit/event.hpp"
#include "unit/unit.hpp"

namespace nucong::unit {

namespace detail {
class Replay;
}

/// The units and their lives, computed from events. Immutable; cheap to copy (shared). Slots are given in the
/// order in which foundings were recorded, whatever their dates: recording more events never renumbers.
class History {
 public:
  /// All events that a history was replayed from, in order of recording; or why they cannot be had.
  using Recorded = std::function<Result<std::vector<UnitEvent>>()>;

  /// Replays `events`, which stand in order of recording, in order of date. A founding without `unit_kind`
  /// takes the kind that all children of its parent have. Any broken rule refuses the whole:
  /// `unit.code_malformed`, `unit.code_taken`, `unit.name_missing`, `unit.parent_missing`,
  /// `unit.parent_closed`, `unit.second_root`, `unit.cycle`, `unit.unknown`, `unit.not_yet_founded`,
  /// `unit.closed`, `unit.into_closed`, `unit.into_itself`, `unit.has_children`, `unit.root_fixed`,
  /// `unit.shares_over_one`, `unit.share_malformed`, `unit.event_incomplete`, `unit.event_twice`,
  /// `unit.kind_unknown`; each at the place of the event it concerns.
  [[nodiscard]] static Result<History> replay(std::span<const UnitEvent> events);

  /// The history after `more`, recorded after all events so far: what `replay` of all of them gives, with the
  /// same errors. This one stays as it is; the two share what did not change.
  ///
  /// Where `continues(more)`, the units that change are copied, and of the others a few words each. Otherwise
  /// the past itself changes: `recorded` is called, once, and everything replayed; its errors are passed on.
  /// Defect if it gives another number of events than `recorded_events`.
  [[nodiscard]] Result<History> with(std::span<const UnitEvent> more, const Recorded& recorded) const;
  /// Whether `more` only goes on from the last day: none of them is of an earlier date; and on that day
  /// itself none is a further row of a split that was applied, and none looks like a fact already recorded.
  [[nodiscard]] bool continues(std::span<const UnitEvent> more) const;
  /// How many events this was replayed from.
  [[nodiscard]] std::size_t recorded_events() const { return data_->recorded_events; }

  [[nodiscard]] std::size_t size() const { return data_->units.size(); }
  /// Defect if there is no such slot. The reference stays valid as long as any history that shares the unit.
  [[nodiscard]] const Unit& unit(Slot slot) const { return data_->units.at(slot); }
  [[nodiscard]] std::optional<Slot> find(std::string_view code) const { return data_->codes->find(code); }
  /// Errors: `unit.unknown` with the closest code there is as param `nearest`.
  [[nodiscard]] Result<Slot> slot(std::string_view code) const;
  /// The one unit without parent; none before the first founding.
  [[nodiscard]] std::optional<Slot> root() const { return data_->root; }
  /// Dates on which any tree changes, ascending: between two of them all trees are the same.
  [[nodiscard]] const std::vector<Date>& epochs() const { return data_->epochs; }
  /// The start of the epoch in which `day` lies; `day` itself before the first.
  [[nodiscard]] Date epoch_of(Date day) const;
  /// The same for copies of one history and for no other as long as one of them lives.
  [[nodiscard]] const void* identity() const { return data_.get(); }

  // What follows is kept in columns: to ask it of all units touches no `Unit`. Slots must exist.

  /// All slots by code.
  [[nodiscard]] std::span<const Slot> by_code() const { return data_->codes->by_code(); }
  /// Slots with any handover, whatever its date, ascending. All others keep their past to themselves.
  [[nodiscard]] std::span<const Slot> handed_on() const { return data_->handed_on; }
  /// `Unit::founded`.
  [[nodiscard]] Date founded(Slot slot) const { return data_->lives.founded(slot); }
  /// `Unit::stands_on`.
  [[nodiscard]] bool stands_on(Slot slot, Date day) const { return data_->lives.stands_on(slot, day); }
  /// The parent of `Unit::phase_on`. Takes as many steps as the unit moved after `day`.
  [[nodiscard]] std::optional<Slot> parent_on(Slot slot, Date day) const {
    return data_->lives.parent_on(slot, day);
  }

 private:
  struct Data {
    detail::Units units;
    std::shared_ptr<const detail::Codes> codes = std::make_shared<detail::Codes>();
    detail::Lives lives;
    std::vector<Slot> handed_on;
    std::optional<Slot> root;
    std::vector<Date> epochs;
    std::size_t recorded_events = 0;
    // Of the last date alone, for those who go on from it:
    std::vector<std::uint64_t> last_facts;  // fingerprints of its events, ascending
    std::vector<Slot> last_heirs;           // founded on it and heir to somebody on it, ascending
  };
  friend class detail::Replay;
  explicit History(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

  std::shared_ptr<const Data> data_;
};

}  // namespace nucong::unit

// All units that ever were, with what each was called, what kind it was and where it hung, at any date.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "unit/event.hpp"

namespace nucong::unit {

/// What holds of a unit from `from` until the next phase (or its end).
struct Phase {
  Date from{};
  std::string name;
  std::string kind;
  std::optional<Slot> parent;  ///< none for the root
};

/// Who takes over a unit's past, and how much of it. An unknown share stays undivided.
struct Heir {
  Slot unit;
  std::optional<Decimal> share;
};

/// A day on which a unit's past was handed on. With itself among the heirs the unit goes on.
struct Handover {
  Date date{};
  std::vector<Heir> heirs;  ///< empty: closed without successor; one with share 1: merged
};

/// A unit for life. `ended` is the first day on which it no longer stands.
struct Unit {
  std::string code;
  Date founded{};
  std::optional<Date> ended;
  std::vector<Phase> phases;        ///< by date; the first starts at `founded`
  std::vector<Handover> handovers;  ///< by date; the one that ended the unit, if any, is the last
  /// The unit out of whose split this one was founded, if that is the whole of its origin.
  std::optional<Slot> origin;

  [[nodiscard]] bool stands_on(Date day) const { return founded <= day && (!ended || day < *ended); }
  /// The phase in force on `day`; the first one before the founding, the last one after the end.
  [[nodiscard]] const Phase& phase_on(Date day) const;
  /// True if the unit once handed on part of its past and went on: its older figures are divided.
  [[nodiscard]] bool divided_while_standing() const;
};

/// The units and their lives, computed from events. Immutable; cheap to copy (shared). Slots are given in the
/// order in which foundings were recorded, whatever their dates: recording more events never renumbers.
class History {
 public:
  /// Replays `events`, which stand in order of recording, in order of date. A founding without `unit_kind`
  /// takes the kind that all children of its parent have. Any broken rule refuses the whole:
  /// `unit.code_malformed`, `unit.code_taken`, `unit.name_missing`, `unit.parent_missing`,
  /// `unit.parent_closed`, `unit.second_root`, `unit.cycle`, `unit.unknown`, `unit.not_yet_founded`,
  /// `unit.closed`, `unit.into_closed`, `unit.into_itself`, `unit.has_children`, `unit.root_fixed`,
  /// `unit.shares_over_one`, `unit.share_malformed`, `unit.event_incomplete`, `unit.event_twice`,
  /// `unit.kind_unknown`; each at the place of the event it concerns.
  [[nodiscard]] static Result<History> replay(std::span<const UnitEvent> events);

  [[nodiscard]] std::size_t size() const { return data_->units.size(); }
  [[nodiscard]] const Unit& unit(Slot slot) const { return data_->units.at(slot.value); }
  [[nodiscard]] std::optional<Slot> find(std::string_view code) const;
  /// Errors: `unit.unknown` with the closest code there is as param `nearest`.
  [[nodiscard]] Result<Slot> slot(std::string_view code) const;
  /// The one unit without parent; none before the first founding.
  [[nodiscard]] std::optional<Slot> root() const { return data_->root; }
  /// Dates on which any tree changes, ascending: between two of them all trees are the same.
  [[nodiscard]] const std::vector<Date>& epochs() const { return data_->epochs; }
  /// The start of the epoch in which `day` lies; `day` itself before the first.
  [[nodiscard]] Date epoch_of(Date day) const;

 private:
  struct CodeHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view code) const { return std::hash<std::string_view>{}(code); }
  };
  struct Data {
    std::vector<Unit> units;
    std::unordered_map<std::string, Slot, CodeHash, std::equal_to<>> by_code;
    std::optional<Slot> root;
    std::vector<Date> epochs;
  };
  friend class Replay;
  explicit History(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

  std::shared_ptr<const Data> data_;
};

}  // namespace nucong::unit

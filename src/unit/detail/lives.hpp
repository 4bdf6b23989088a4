// When each unit stood and where it hung, as columns: whoever asks for all units reads no names.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"

namespace nucong::unit::detail {

/// Says the same as the phases of the units, without names and kinds. By slot.
class Lives {
 public:
  [[nodiscard]] std::size_t size() const { return lives_.size(); }
  [[nodiscard]] Date founded(Slot slot) const { return date_of(life(slot).founded); }
  [[nodiscard]] bool has_ended(Slot slot) const { return life(slot).ended != standing; }
  [[nodiscard]] bool stands_on(Slot slot, Date day) const {
    const Life& one = life(slot);
    const auto number = day.time_since_epoch().count();
    return one.founded <= number && (number < one.ended || one.ended == standing);
  }
  /// The latest parent; none for the root, and before `hang`.
  [[nodiscard]] std::optional<Slot> parent(Slot slot) const { return slot_of(life(slot).parent); }
  /// The first one before the founding, the last one after the end.
  [[nodiscard]] std::optional<Slot> parent_on(Slot slot, Date day) const {
    const Life& one = life(slot);
    const auto number = day.time_since_epoch().count();
    std::uint32_t parent = one.parent;
    for (std::uint32_t at = one.earlier; at != none && number < earlier_[at].until; at = earlier_[at].earlier)
      parent = earlier_[at].parent;
    return slot_of(parent);
  }

  void add(Date founded) { lives_.push_back({number_of(founded), standing, none, none}); }
  /// From `date` on, which is not before what was said of the unit so far.
  void hang(Slot slot, Slot parent, Date date) {
    Life& one = lives_[slot.value];
    const std::int32_t since = one.earlier == none ? one.founded : earlier_[one.earlier].until;
    if (one.parent != none && since != number_of(date)) {
      earlier_.push_back({number_of(date), one.parent, one.earlier});
      one.earlier = static_cast<std::uint32_t>(earlier_.size() - 1);
    }
    one.parent = parent.value;
  }
  void end(Slot slot, Date date) { lives_[slot.value].ended = number_of(date); }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::int32_t standing = std::numeric_limits<std::int32_t>::max();
  struct Life {
    std::int32_t founded;
    std::int32_t ended;
    std::uint32_t parent;
    std::uint32_t earlier;  // in earlier_, where the unit hung before
  };
  struct Earlier {
    std::int32_t until;
    std::uint32_t parent;
    std::uint32_t earlier;
  };

  static std::int32_t number_of(Date date) {
    return static_cast<std::int32_t>(date.time_since_epoch().count());
  }
  static Date date_of(std::int32_t number) { return Date{std::chrono::days{number}}; }
  static std::optional<Slot> slot_of(std::uint32_t value) {
    return value == none ? std::nullopt : std::optional{Slot(value)};
  }
  [[nodiscard]] const Life& life(Slot slot) const { return lives_[slot.value]; }

  std::vector<Life> lives_;
  std::vector<Earlier> earlier_;  // of all units, in the order in which they were moved away
};

}  // namespace nucong::unit::detail

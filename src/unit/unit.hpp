// One unit for life: what it was called, what kind it was, where it hung and to whom its past went.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"

namespace nucong::unit {

/// What holds of a unit from `from` until the next phase (or its end).
struct Phase {
  Date from{};
  std::string name;
  std::string kind;
  std::optional<Slot> parent;  ///< none for the root

  bool operator==(const Phase&) const = default;
};

/// Who takes over a unit's past, and how much of it. An unknown share stays undivided.
struct Heir {
  Slot unit;
  std::optional<Decimal> share;

  bool operator==(const Heir&) const = default;
};

/// A day on which a unit's past was handed on. With itself among the heirs the unit goes on.
struct Handover {
  Date date{};
  std::vector<Heir> heirs;  ///< empty: closed without successor; one with share 1: merged

  bool operator==(const Handover&) const = default;
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

  bool operator==(const Unit&) const = default;
};

}  // namespace nucong::unit

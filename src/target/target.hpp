// Targets that were handed down: what is to be reached, by when, measured by which indicator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/period.hpp"
#include "directive/reading.hpp"

namespace nucong::target {

/// A target of an adopted directive, as a person confirmed it.
struct Target {
  std::string id;  ///< "D3.2": second target of the third adopted directive; stable
  std::string quote;
  std::size_t begin = 0;  ///< byte offsets of the quote in the directive's text
  std::size_t end = 0;
  directive::Comparator comparator = directive::Comparator::at_least;
  Decimal value;
  std::optional<Decimal> value_max;  ///< of a range
  directive::Quantity unit = directive::Quantity::count;
  std::string noun;
  std::string subject;
  std::string measure;
  bool per_unit = false;
  bool baseline_change = false;
  Date starts{};          ///< counting begins
  Date due{};             ///< the last day to reach it
  std::string indicator;  ///< code of the catalogue; empty: not bound, cannot be followed yet
};

/// A directive as it was taken into work.
struct Directive {
  std::string id;  ///< "D3"
  Slot issuer;
  std::string file;    ///< the name it came under
  std::string number;  ///< "41/HD-CĐ"; empty if not found in it
  std::string title;   ///< of its head, see directive::head_of
  Period period;       ///< the period it gives work for
  Date adopted{};
  std::string text;  ///< whole, NFC: the targets' offsets refer to it
  /// The units below the issuer that it was given to, each with all below it; by slot. Empty: the issuer's
  /// whole branch.
  std::vector<Slot> recipients;
  std::vector<Target> targets;
  std::vector<directive::Citation> citations;
};

/// A target given to a unit and its branch. With a value of its own: the goal of that branch, at least as
/// strict as the one it inherits; of an absolute count: its share of the whole.
struct Goal {
  Slot unit;
  std::string target;  ///< Target::id
  std::optional<Decimal> value;
};

}  // namespace nucong::target

// Whether a quantity can be an aim at all by its own build: units, what governs it, where it is nested.
#pragma once

#include "directive/aim/quantity.hpp"
#include "directive/text/sentence.hpp"

namespace nucong::directive {

/// What stands earlier in the same segment.
struct Nesting {
  Range segment;
  bool in_parentheses = false;
  bool in_name = false;       ///< between quotation marks that hold only a name
  bool physical_aim = false;  ///< an area, length or mass was taken for an aim: its parts may follow
  bool counted_aim = false;   ///< a count was: a rank after it says of which ones
  bool aim_inside = false;    ///< the parentheses themselves speak of an aim
  std::size_t coverage_end =
      0;  ///< after the last share of persons or units ("100% công đoàn cơ sở …"); 0 if none
};

[[nodiscard]] bool can_be_aim(const Tokens& tokens, const Measured& quantity, const Nesting& nesting);

}  // namespace nucong::directive

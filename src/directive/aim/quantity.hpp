// Numbers with their units and how they are to be compared.
#pragma once

#include <optional>
#include <string_view>

#include "directive/aim/number.hpp"
#include "directive/reading.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

struct Measured {
  std::size_t first = 0;  ///< tokens, half open: the comparator in front included
  std::size_t last = 0;   ///< number, unit and "trở lên" included
  NumberPhrase number;
  Quantity unit = Quantity::count;
  Comparator comparator = Comparator::at_least;
  bool stated =
      false;  ///< the text says how to compare; otherwise the comparator is the default of its wording
  bool levelled = false;  ///< đạt, lên, xuống, còn stand right before it
  bool bare = false;      ///< no unit of its own
  bool time = false;      ///< counted in years, days, hours
  bool physical = false;  ///< counted in ha, km, tấn, USD
  bool change = false;    ///< against a base
  bool equated = false;   ///< "= 0"
  bool ranked = false;
  std::size_t noun = 0;  ///< of a count: the first token of what is counted
  std::size_t noun_end = 0;
};

/// The quantity whose number begins at token `at`, within the clause [from, to). None where the number is a
/// name, a denominator or the base of "từ 6% lên 9%".
[[nodiscard]] std::optional<Measured> read_quantity(const Tokens& tokens, std::size_t at, std::size_t from,
                                                    std::size_t to, std::string_view text);

}  // namespace nucong::directive

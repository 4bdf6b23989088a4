// Number phrases as Vietnamese writes them: "8.938,7", "40 triệu", "01 (một)", "hai mươi", "70–80", "từ 4 đến
// 5", "19/19", "16/100.000", "1/3", "một phần ba".
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

enum class NumberShape : std::uint8_t {
  plain,
  range,     ///< value to value_max
  fraction,  ///< 1/3 as 0.3333
  of_total,  ///< 17/19 tiêu chí
  per_many   ///< 16/100.000: the numerator
};

struct NumberPhrase {
  std::size_t first = 0;  ///< tokens, half open
  std::size_t last = 0;
  Decimal value;
  std::optional<Decimal> value_max;
  NumberShape shape = NumberShape::plain;
  bool complete = false;        ///< of a total: all of it, 19/19
  bool spelled = false;         ///< in words only
  bool scaled = false;          ///< nghìn, triệu or tỷ belongs to it
  bool band = false;            ///< "từ 80% đến dưới 100%": a class of grades
  bool multiple = false;        ///< "gấp đôi": its unit is said with it
  bool percent_inside = false;  ///< "2% - 3%": the sign of the first number lies inside
};

/// The longest number phrase that begins at token `at`; none if the digits are too many to be a quantity.
[[nodiscard]] std::optional<NumberPhrase> read_number(const Tokens& tokens, std::size_t at,
                                                      std::string_view text);

}  // namespace nucong::directive

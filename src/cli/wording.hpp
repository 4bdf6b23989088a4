// How figures and targets are told in words, the same in every command.
#pragma once

#include <string>

#include "app/words.hpp"
#include "base/number_reader.hpp"
#include "directive/reading.hpp"
#include "indicator/indicator.hpp"
#include "target/status.hpp"

namespace nucong::cli {

/// "≥ 90 %", "70–80 %", "≥ 1 hoạt động".
[[nodiscard]] std::string told_aim(directive::Comparator comparator, Decimal value,
                                   std::optional<Decimal> value_max, directive::Quantity unit,
                                   const std::string& noun, NumberStyle style);
/// "92,3 %", "1.234", "–" where there is none.
[[nodiscard]] std::string told_value(const std::optional<Decimal>& value, indicator::ValueUnit unit,
                                     NumberStyle style);
/// A sign that tells the status without colour: ✓ › ! ✗ and so on.
[[nodiscard]] std::string_view sign_of(target::Status status);

}  // namespace nucong::cli

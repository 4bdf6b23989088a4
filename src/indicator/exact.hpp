// Exact arithmetic that says when a result does not fit, for numbers that come from outside.
#pragma once

#include <compare>
#include <optional>

#include "base/decimal.hpp"

namespace nucong::indicator {

/// Empty where a Decimal cannot hold the exact result.
[[nodiscard]] std::optional<Decimal> sum(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> difference(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> product(Decimal a, Decimal b);

/// As above on ratios; nothing is cancelled, so that "12 of 40" stays 12 of 40. `b` must be defined.
[[nodiscard]] std::optional<Ratio> sum(const Ratio& a, const Ratio& b);
[[nodiscard]] std::optional<Ratio> difference(const Ratio& a, const Ratio& b);
[[nodiscard]] std::optional<Ratio> product(const Ratio& a, const Ratio& b);
/// Empty also for a division by zero.
[[nodiscard]] std::optional<Ratio> quotient(const Ratio& a, const Ratio& b);
/// Both must be defined.
[[nodiscard]] std::optional<std::strong_ordering> order(const Ratio& a, const Ratio& b);

}  // namespace nucong::indicator

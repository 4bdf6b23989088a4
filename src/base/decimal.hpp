// Exact decimal numbers and exact ratios of them: figures are added and compared without rounding.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong {

/// mantissa × 10^-scale, kept without trailing zeros; |mantissa| < 2^63, scale 0 to 9.
class Decimal {
 public:
  static constexpr int scale_max = 9;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : mantissa_(whole) {}  // NOLINT: a whole number is a decimal
  /// mantissa × 10^-scale; scale 0 to 9.
  [[nodiscard]] static Decimal scaled(std::int64_t mantissa, int scale);

  /// Reads "-12", "0.5", "1234.50": digits with at most one dot, no grouping. Numbers as people type them
  /// are read by NumberReader. Errors: `number.malformed`, `number.too_large`, `number.too_precise`.
  [[nodiscard]] static Result<Decimal> parse(std::string_view text);

  [[nodiscard]] std::int64_t mantissa() const { return mantissa_; }
  [[nodiscard]] int scale() const { return scale_; }
  [[nodiscard]] bool is_whole() const { return scale_ == 0; }
  [[nodiscard]] bool is_negative() const { return mantissa_ < 0; }
  [[nodiscard]] bool is_zero() const { return mantissa_ == 0; }
  [[nodiscard]] double approximate() const;

  /// This number as a count of 10^-decimals; `number.too_precise` if it has more decimals than that,
  /// `number.too_large` if it does not fit.
  [[nodiscard]] Result<std::int64_t> in_units_of(int decimals) const;

  /// "1234.5": for files and machines.
  [[nodiscard]] std::string str() const;

  /// Exact. Defect on overflow: sums of a whole nation stay far below 2^63 in their smallest unit.
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend Decimal operator*(Decimal a, Decimal b);

  bool operator==(const Decimal&) const = default;
  [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const;

 private:
  std::int64_t mantissa_ = 0;
  int scale_ = 0;
};

/// numerator ÷ denominator, not carried out: compared exactly, divided only to be shown.
struct Ratio {
  Decimal numerator;
  Decimal denominator = 1;

  [[nodiscard]] bool is_defined() const { return !denominator.is_zero(); }
  [[nodiscard]] double approximate() const;
  /// Rounded half away from zero to `decimals` places. Defect if undefined.
  [[nodiscard]] Decimal rounded(int decimals) const;
  /// The ratio against a number, without division. Defect if undefined.
  [[nodiscard]] std::strong_ordering compare(Decimal other) const;
};

}  // namespace nucong

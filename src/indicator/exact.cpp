#include "indicator/exact.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace nucong::indicator {
namespace {

__extension__ typedef __int128 Wide;

// What the widest step needs: aligning a mantissa of 63 bits by 10^9, or multiplying two of them, stays below
// 2^127.
Wide power(int exponent) {
  constexpr std::array<std::int64_t, Decimal::scale_max + 1> powers = {
      1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
  return powers.at(static_cast<std::size_t>(exponent));
}

Wide aligned(Decimal value, int scale) {
  return Wide{value.mantissa()} * power(scale - value.scale());
}

std::optional<Decimal> narrowed(Wide mantissa, int scale) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  if (scale > Decimal::scale_max || mantissa > most || mantissa < -most) return std::nullopt;
  return Decimal::scaled(static_cast<std::int64_t>(mantissa), scale);
}

// Both ratios over one denominator; a shared denominator is kept as it is.
struct Aligned {
  Decimal a;
  Decimal b;
  Decimal denominator;
};

std::optional<Aligned> over_one_denominator(const Ratio& a, const Ratio& b) {
  if (a.denominator == b.denominator) return Aligned{a.numerator, b.numerator, a.denominator};
  const auto left = product(a.numerator, b.denominator);
  const auto right = product(b.numerator, a.denominator);
  const auto denominator = product(a.denominator, b.denominator);
  if (!left || !right || !denominator) return std::nullopt;
  return Aligned{*left, *right, *denominator};
}

std::optional<Ratio> ratio_of(std::optional<Decimal> numerator, std::optional<Decimal> denominator) {
  if (!numerator || !denominator || denominator->is_zero()) return std::nullopt;
  return Ratio{*numerator, *denominator};
}

}  // namespace

std::optional<Decimal> sum(Decimal a, Decimal b) {
  const int scale = std::max(a.scale(), b.scale());
  return narrowed(aligned(a, scale) + aligned(b, scale), scale);
}

std::optional<Decimal> difference(Decimal a, Decimal b) {
  const int scale = std::max(a.scale(), b.scale());
  return narrowed(aligned(a, scale) - aligned(b, scale), scale);
}

std::optional<Decimal> product(Decimal a, Decimal b) {
  return narrowed(Wide{a.mantissa()} * b.mantissa(), a.scale() + b.scale());
}

std::optional<Ratio> sum(const Ratio& a, const Ratio& b) {
  const auto both = over_one_denominator(a, b);
  return both ? ratio_of(sum(both->a, both->b), both->denominator) : std::nullopt;
}

std::optional<Ratio> difference(const Ratio& a, const Ratio& b) {
  const auto both = over_one_denominator(a, b);
  return both ? ratio_of(difference(both->a, both->b), both->denominator) : std::nullopt;
}

std::optional<Ratio> product(const Ratio& a, const Ratio& b) {
  return ratio_of(product(a.numerator, b.numerator), product(a.denominator, b.denominator));
}

std::optional<Ratio> quotient(const Ratio& a, const Ratio& b) {
  return ratio_of(product(a.numerator, b.denominator), product(a.denominator, b.numerator));
}

std::optional<std::strong_ordering> order(const Ratio& a, const Ratio& b) {
  const auto both = over_one_denominator(a, b);
  if (!both) return std::nullopt;
  // A negative common denominator turns the order round.
  return both->denominator.is_negative() ? both->b <=> both->a : both->a <=> both->b;
}

}  // namespace nucong::indicator

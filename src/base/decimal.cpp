#include "base/decimal.hpp"

#include <array>
#include <limits>

#include <fmt/format.h>

namespace nucong {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::array<std::int64_t, 19> pow10 = [] {
  std::array<std::int64_t, 19> table{1};
  for (std::size_t i = 1; i < table.size(); ++i) table[i] = table[i - 1] * 10;
  return table;
}();

std::int64_t power(int exponent) {
  return pow10.at(static_cast<std::size_t>(exponent));
}

bool fits(Wide value) {
  return value <= std::numeric_limits<std::int64_t>::max() &&
         value >= -std::numeric_limits<std::int64_t>::max();
}

Decimal narrowed(Wide mantissa, int scale) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  ENSURE(fits(mantissa) && scale <= Decimal::scale_max);
  return Decimal::scaled(static_cast<std::int64_t>(mantissa), scale);
}

Wide aligned(Decimal value, int scale) {
  return Wide{value.mantissa()} * power(scale - value.scale());
}

std::strong_ordering order(Wide a, Wide b) {
  return a < b   ? std::strong_ordering::less
         : a > b ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

}  // namespace

Decimal Decimal::scaled(std::int64_t mantissa, int scale) {
  ENSURE(scale >= 0 && scale <= scale_max);
  Decimal made;
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  made.mantissa_ = mantissa;
  made.scale_ = scale;
  return made;
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const auto bad = [&](ErrorCode code) { return fail(code, {{"text", std::string(text)}}); };
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  if (rest.empty() || rest.front() == '.' || rest.back() == '.') return bad(ErrorCode::number_malformed);
  Wide mantissa = 0;
  int scale = -1;
  for (const char c : rest) {
    if (c == '.' && scale < 0) {
      scale = 0;
      continue;
    }
    if (c < '0' || c > '9') return bad(ErrorCode::number_malformed);
    mantissa = mantissa * 10 + (c - '0');
    if (scale >= 0 && ++scale > scale_max) return bad(ErrorCode::number_too_precise);
    if (!fits(mantissa)) return bad(ErrorCode::number_too_large);
  }
  return narrowed(negative ? -mantissa : mantissa, scale < 0 ? 0 : scale);
}

double Decimal::approximate() const {
  return static_cast<double>(mantissa_) / static_cast<double>(power(scale_));
}

Result<std::int64_t> Decimal::in_units_of(int decimals) const {
  if (scale_ > decimals)
    return fail(ErrorCode::number_too_precise, {{"text", str()}, {"decimals", std::to_string(decimals)}});
  const Wide value = aligned(*this, decimals);
  if (!fits(value)) return fail(ErrorCode::number_too_large, {{"text", str()}});
  return static_cast<std::int64_t>(value);
}

std::string Decimal::str() const {
  if (scale_ == 0) return fmt::format("{}", mantissa_);
  const auto magnitude =
      mantissa_ < 0 ? 0 - static_cast<std::uint64_t>(mantissa_) : static_cast<std::uint64_t>(mantissa_);
  const auto unit = static_cast<std::uint64_t>(power(scale_));
  return fmt::format("{}{}.{:0{}}", mantissa_ < 0 ? "-" : "", magnitude / unit, magnitude % unit, scale_);
}

Decimal operator+(Decimal a, Decimal b) {
  const int scale = std::max(a.scale(), b.scale());
  return narrowed(aligned(a, scale) + aligned(b, scale), scale);
}

Decimal operator-(Decimal a, Decimal b) {
  const int scale = std::max(a.scale(), b.scale());
  return narrowed(aligned(a, scale) - aligned(b, scale), scale);
}

Decimal operator*(Decimal a, Decimal b) {
  return narrowed(Wide{a.mantissa()} * b.mantissa(), a.scale() + b.scale());
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const int scale = std::max(scale_, other.scale_);
  return order(aligned(*this, scale), aligned(other, scale));
}

double Ratio::approximate() const {
  return numerator.approximate() / denominator.approximate();
}

Decimal Ratio::rounded(int decimals) const {
  ENSURE(is_defined());
  // Both to a common scale, so that the quotient of mantissas is the ratio itself.
  const int scale = std::max(numerator.scale(), denominator.scale());
  Wide top = aligned(numerator, scale) * power(decimals);
  Wide bottom = aligned(denominator, scale);
  if (bottom < 0) {
    top = -top;
    bottom = -bottom;
  }
  const Wide half = bottom / 2 + bottom % 2;
  const Wide quotient = top >= 0 ? (top + bottom - half) / bottom : -((-top + bottom - half) / bottom);
  return narrowed(quotient, decimals);
}

std::strong_ordering Ratio::compare(Decimal other) const {
  ENSURE(is_defined());
  const Decimal product = other * denominator;
  return denominator.is_negative() ? product <=> numerator : numerator <=> product;
}

}  // namespace nucong

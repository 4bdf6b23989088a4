#include "sheet/detail/plain_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include <fmt/format.h>

#include "base/decimal.hpp"

namespace nucong::sheet::detail {
namespace {

constexpr std::size_t digits_max = 15;

// Most figures are counts: they need no floating point.
bool is_short_whole(std::string_view text) {
  if (text.empty() || text.size() > digits_max || (text.size() > 1 && text.front() == '0')) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 0.DIGITS × 10^point
struct Digits {
  std::string digits;
  int point = 0;
};

Digits significant_digits(double magnitude) {
  const std::string text = fmt::format("{:.{}e}", magnitude, digits_max - 1);  // d.dddde±xx
  const auto mark = text.find('e');
  int exponent = 0;
  const auto from = mark + (text[mark + 1] == '+' ? 2 : 1);
  std::from_chars(text.data() + from, text.data() + text.size(), exponent);
  return {text.substr(0, 1) + text.substr(2, mark - 2), exponent + 1};
}

void round_to(Digits& number, int kept) {
  if (kept >= static_cast<int>(number.digits.size())) return;
  if (kept < 0) {
    number.digits.clear();
    return;
  }
  auto& digits = number.digits;
  const bool up = digits[static_cast<std::size_t>(kept)] >= '5';
  digits.resize(static_cast<std::size_t>(kept));
  if (!up) return;
  const auto last = digits.find_last_not_of('9');
  if (last == std::string::npos) {
    digits = "1";
    ++number.point;
    return;
  }
  digits.resize(last + 1);
  ++digits[last];
}

std::string written_out(Digits number) {
  auto& digits = number.digits;
  digits.resize(digits.find_last_not_of('0') + 1);
  if (digits.empty()) return "0";
  if (number.point <= 0) return "0." + std::string(static_cast<std::size_t>(-number.point), '0') + digits;
  const auto whole = static_cast<std::size_t>(number.point);
  if (digits.size() <= whole) return digits + std::string(whole - digits.size(), '0');
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

}  // namespace

std::optional<std::string> plain_number(std::string_view text) {
  if (is_short_whole(text)) return std::string(text);
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  Digits number = significant_digits(std::abs(value));
  round_to(number, number.point + Decimal::scale_max);
  std::string plain = written_out(std::move(number));
  return value < 0 && plain != "0" ? "-" + plain : plain;
}

}  // namespace nucong::sheet::detail

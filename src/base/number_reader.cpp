#include "base/number_reader.hpp"

#include <algorithm>

namespace nucong {
namespace {

// What the shape of one typed number says, before any style is known.
enum class Shape : std::uint8_t { malformed, plain, vietnamese, english, either };

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return text;
}

// 1.234.567: one to three digits, then groups of exactly three; no leading zero group.
bool grouped_by(std::string_view text, char separator) {
  std::size_t run = 0;
  bool first = true;
  if (text.starts_with('0')) return false;
  for (const char c : text) {
    if (is_digit(c)) {
      ++run;
    } else if (c == separator) {
      if (first ? run < 1 || run > 3 : run != 3) return false;
      first = false;
      run = 0;
    } else {
      return false;
    }
  }
  return !first && run == 3;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// Digits, grouped or not, before one decimal mark with digits after it.
bool decimal_marked(std::string_view text, char mark, char grouping) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos || !all_digits(text.substr(at + 1))) return false;
  const auto whole = text.substr(0, at);
  return all_digits(whole) || grouped_by(whole, grouping);
}

Shape shape_of(std::string_view number) {
  if (all_digits(number)) return Shape::plain;
  const bool vietnamese = grouped_by(number, '.') || decimal_marked(number, ',', '.');
  const bool english = grouped_by(number, ',') || decimal_marked(number, '.', ',');
  if (vietnamese && english) return Shape::either;
  return vietnamese ? Shape::vietnamese : english ? Shape::english : Shape::malformed;
}

NumberStyle style_of(Shape shape) {
  if (shape == Shape::vietnamese) return NumberStyle::vietnamese;
  return shape == Shape::english ? NumberStyle::english : NumberStyle::unknown;
}

std::string in_style(std::string_view text, NumberStyle style) {
  const char grouping = style == NumberStyle::vietnamese ? '.' : ',';
  std::string plain;
  for (const char c : text)
    if (c != grouping) plain.push_back(c == ',' ? '.' : c);
  return plain;
}

}  // namespace

Result<> NumberReader::learn(std::string_view text) {
  const NumberStyle shown = style_of(shape_of(without_sign(text)));
  if (shown == NumberStyle::unknown || shown == style_) return ok();
  if (style_ != NumberStyle::unknown)
    return fail(ErrorCode::number_style_mixed, {{"text", std::string(text)}, {"other", evidence_}});
  style_ = shown;
  evidence_ = text;
  return ok();
}

Result<Decimal> NumberReader::read(std::string_view text) const {
  const Shape shape = shape_of(without_sign(text));
  const auto bad = [&](ErrorCode code) { return fail(code, {{"text", std::string(text)}}); };
  if (shape == Shape::malformed) return bad(ErrorCode::number_malformed);
  if (shape == Shape::plain) return Decimal::parse(text);
  if (shape == Shape::either && style_ == NumberStyle::unknown) return bad(ErrorCode::number_ambiguous);
  const NumberStyle own = style_of(shape);
  if (own != NumberStyle::unknown && style_ != NumberStyle::unknown && own != style_)
    return bad(ErrorCode::number_malformed);
  return Decimal::parse(in_style(text, own == NumberStyle::unknown ? style_ : own));
}

std::string format_number(Decimal value, NumberStyle style, int decimals_min) {
  const char grouping = style == NumberStyle::vietnamese ? '.' : ',';
  const char mark = style == NumberStyle::vietnamese ? ',' : '.';
  std::string plain = value.str();
  if (plain.find('.') == std::string::npos && decimals_min > 0) plain += '.';
  auto point = plain.find('.');
  if (point != std::string::npos)
    while (plain.size() - point - 1 < static_cast<std::size_t>(decimals_min)) plain += '0';
  point = std::min(point, plain.size());
  std::string shown = plain.substr(0, point);
  const std::size_t digits_from = shown.starts_with('-') ? 1 : 0;
  if (style != NumberStyle::unknown)
    for (std::size_t at = shown.size(); at > digits_from + 3;) shown.insert(at -= 3, 1, grouping);
  if (point < plain.size()) shown += mark + plain.substr(point + 1);
  return shown;
}

}  // namespace nucong

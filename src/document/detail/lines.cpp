#include "document/detail/lines.hpp"

#include <array>
#include <utility>

#include "app/ports.hpp"
#include "base/text.hpp"

namespace nucong::document::detail {
namespace {

// Romans of this size fill a line; numbers of letters repeat: z, aa, bb.
constexpr std::size_t roman_max = 3'999;
constexpr std::size_t letters_repeated_max = 10;

std::string roman(std::size_t number) {
  constexpr std::array<std::pair<std::size_t, std::string_view>, 13> digits = {{{1000, "m"},
                                                                                {900, "cm"},
                                                                                {500, "d"},
                                                                                {400, "cd"},
                                                                                {100, "c"},
                                                                                {90, "xc"},
                                                                                {50, "l"},
                                                                                {40, "xl"},
                                                                                {10, "x"},
                                                                                {9, "ix"},
                                                                                {5, "v"},
                                                                                {4, "iv"},
                                                                                {1, "i"}}};
  std::string text;
  for (const auto& [value, letters] : digits) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

std::string letters(std::size_t number) {
  constexpr std::size_t alphabet = 26;
  const std::size_t times = (number - 1) / alphabet + 1;
  if (times > letters_repeated_max) return std::to_string(number);
  return std::string(times, static_cast<char>('a' + (number - 1) % alphabet));
}

std::string capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

void Lines::add(std::string_view text) {
  bool first = true;
  for (const auto line : split(text, '\n')) {
    const auto content = trimmed(line);
    if (content.empty()) continue;
    if (first && looks_wrapped(content)) text_ += '\n';
    first = false;
    last_ = text_.size();
    text_ += content;
    text_ += '\n';
  }
}

// Who reads plain text joins a line to a long one above it that ends in no stop. Here a paragraph ends.
bool Lines::looks_wrapped(std::string_view next) const {
  constexpr std::size_t long_line = 40;
  constexpr std::string_view stops = ".;:!?|";
  constexpr std::string_view openings = "|-+";
  const std::string_view above = trimmed(std::string_view(text_).substr(last_));
  return above.size() >= long_line && stops.find(above.back()) == std::string_view::npos &&
         openings.find(next.front()) == std::string_view::npos;
}

bool Lines::is_full() const {
  return text_.size() > app::text_bytes_max;
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    if (!white)
      out += c;
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string list_number(std::size_t number, NumberFormat format) {
  const bool spelled = number > 0 && number <= roman_max;
  switch (format) {
    case NumberFormat::none:
    case NumberFormat::bullet:
      return {};
    case NumberFormat::decimal:
      break;
    case NumberFormat::decimal_zero:
      return (number < 10 ? "0" : "") + std::to_string(number);
    case NumberFormat::lower_letter:
      return spelled ? letters(number) : std::to_string(number);
    case NumberFormat::upper_letter:
      return capitals(spelled ? letters(number) : std::to_string(number));
    case NumberFormat::lower_roman:
      return spelled ? roman(number) : std::to_string(number);
    case NumberFormat::upper_roman:
      return capitals(spelled ? roman(number) : std::to_string(number));
  }
  return std::to_string(number);
}

}  // namespace nucong::document::detail

#include "directive/unclear_digits.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

constexpr std::string_view look_alikes = "OolI";
constexpr std::size_t look_alikes_max = 3;

std::string_view words_of(const Token& token, std::string_view text) {
  return text.substr(token.begin, token.end - token.begin);
}

bool all_look_alikes(std::string_view word) {
  return word.size() <= look_alikes_max && word.find_first_not_of(look_alikes) == std::string_view::npos;
}

bool is_percent(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() && (tokens[at].is(U'%') || tokens[at].is("phần"_w));
}

// "l00", "lO%": letters first. Only a leading "l" is sure without a sign of percent: "O3", "I2" may be names.
bool begins_with_letters(const Tokens& tokens, std::size_t at, std::string_view text) {
  const std::string_view word = words_of(tokens[at], text);
  const std::size_t letters = std::min(word.find_first_not_of(look_alikes), word.size());
  if (tokens[at].kind != TokenKind::word || letters == 0 || letters > look_alikes_max) return false;
  const bool digits_follow =
      letters < word.size() && word.find_first_not_of("0123456789.,OolI", letters) == std::string_view::npos;
  if (digits_follow) return word.front() == 'l' || is_percent(tokens, at + 1);
  return letters == word.size() && word.size() > 1 && at + 1 < tokens.size() && tokens[at + 1].is(U'%') &&
         tokens[at + 1].glued;
}

// "9O%", "1O0": letters behind or between digits; "2l" alone is two litres.
bool goes_on_with_letters(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (tokens[at].kind != TokenKind::number || at + 1 >= tokens.size()) return false;
  const Token& next = tokens[at + 1];
  if (next.kind != TokenKind::word || !next.glued) return false;
  const std::string_view word = words_of(next, text);
  if (word.find_first_not_of("0123456789OolI") != std::string_view::npos || word.size() > look_alikes_max)
    return false;
  return !all_look_alikes(word) || is_percent(tokens, at + 2) || word.find_first_of("Oo") == 0;
}

}  // namespace

std::vector<Span> set_unclear_digits_aside(Tokens& tokens, std::string_view text) {
  std::vector<Span> found;
  const auto set_aside = [&](std::size_t first, std::size_t last) {
    found.push_back({tokens[first].begin, tokens[last - 1].end});
    for (std::size_t i = first; i < last; ++i)
      tokens[i].timed = true;  // neither quantity nor word of the clause
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].cited) continue;
    if (begins_with_letters(tokens, at, text)) {
      set_aside(at, at + 1);
    } else if (goes_on_with_letters(tokens, at, text)) {
      set_aside(at, at + 2);
      ++at;
    }
  }
  return found;
}

}  // namespace nucong::directive

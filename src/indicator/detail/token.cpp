#include "indicator/detail/token.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "indicator/formula.hpp"

namespace nucong::indicator::detail {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
// Every byte of a UTF-8 character but its first.
constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t length_while(std::string_view text, auto belongs) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
}

// 0 if no token starts here.
std::size_t token_length(std::string_view rest, Token::Kind& kind) {
  if (is_letter(rest[0])) {
    kind = Token::Kind::name;
    return length_while(rest, [](char c) { return is_letter(c) || is_digit(c); });
  }
  if (is_digit(rest[0])) {
    kind = Token::Kind::number;
    return length_while(rest, [](char c) { return is_digit(c) || c == '.'; });
  }
  kind = Token::Kind::sign;
  for (const std::string_view sign : {">=", "<=", "!="})
    if (rest.starts_with(sign)) return 2;
  return std::string_view("+-*/()[],:><=").contains(rest[0]) ? 1 : 0;
}

}  // namespace

Error formula_error(ErrorCode code, std::string_view formula, std::size_t position,
                    std::string_view expected) {
  return fail(code, {{"text", std::string(formula)},
                     {"position", fmt::format("{}", position)},
                     {"expected", std::string(expected)}});
}

Result<std::vector<Token>> tokens_of(std::string_view formula) {
  std::vector<Token> found;
  std::size_t column = 1;
  for (std::size_t at = 0; at < formula.size();) {
    if (column > Formula::characters_max)
      return formula_error(ErrorCode::formula_malformed, formula.substr(0, at), column,
                           fmt::format("end within {} characters", Formula::characters_max));
    if (is_space(formula[at])) {
      ++at;
      ++column;
      continue;
    }
    Token token{Token::Kind::end, {}, column};
    const std::size_t length = token_length(formula.substr(at), token.kind);
    if (length == 0)
      return formula_error(ErrorCode::formula_malformed, formula, column, "name, number or sign");
    token.text = formula.substr(at, length);
    found.push_back(token);
    column += static_cast<std::size_t>(std::ranges::count_if(token.text, std::not_fn(is_continuation)));
    at += length;
  }
  found.push_back({Token::Kind::end, {}, column});
  return found;
}

}  // namespace nucong::indicator::detail

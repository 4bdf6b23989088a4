#include "indicator/detail/syntax.hpp"

#include <utility>

#include <fmt/format.h>

#include "indicator/detail/token.hpp"

namespace nucong::indicator::detail {
namespace {

// Recursive descent, one function a rule; the rules are those of docs/formats/indicator-language.md, with
// expressions and predicates read alike: which of the two may stand where is a matter of meaning.
class Parser {
 public:
  Parser(std::string_view formula, std::vector<Token> tokens)
      : formula_(formula), tokens_(std::move(tokens)) {}

  Result<Node> whole() {
    TRY(auto node, any_of());
    if (here().kind != Token::Kind::end) return unexpected("operator or end");
    return node;
  }

 private:
  static constexpr int depth_max = 50;

  [[nodiscard]] const Token& here() const { return tokens_[at_]; }
  [[nodiscard]] Error unexpected(std::string_view expected) const {
    return formula_error(ErrorCode::formula_malformed, formula_, here().position, expected);
  }
  [[nodiscard]] bool sees(std::string_view word) const {
    return here().kind != Token::Kind::end && here().text == word;
  }
  bool took(std::string_view word) {
    const bool seen = sees(word);
    if (seen) ++at_;
    return seen;
  }
  Result<> take(std::string_view word) {
    if (!took(word)) return unexpected(word);
    return ok();
  }
  Result<std::string_view> take_name(std::string_view what) {
    if (here().kind != Token::Kind::name || is_formula_word(here().text)) return unexpected(what);
    return tokens_[at_++].text;
  }

  // a or b or c: one node with three parts.
  Result<Node> any_of() {
    TRY(auto first, all_of());
    if (!sees("or")) return first;
    Node node(Node::Kind::any_of, first.position);
    node.parts.push_back(std::move(first));
    while (took("or")) {
      TRY(auto next, all_of());
      node.parts.push_back(std::move(next));
    }
    return node;
  }

  Result<Node> all_of() {
    TRY(auto first, negation());
    if (!sees("and")) return first;
    Node node(Node::Kind::all_of, first.position);
    node.parts.push_back(std::move(first));
    while (took("and")) {
      TRY(auto next, negation());
      node.parts.push_back(std::move(next));
    }
    return node;
  }

  Result<Node> negation() {
    const auto position = here().position;
    if (!took("not")) return comparison();
    return nested(position, Node::Kind::negation, &Parser::negation);
  }

  Result<Node> comparison() {
    TRY(auto left, sum());
    const auto sign = here().kind == Token::Kind::sign ? comparison_of(here().text) : std::nullopt;
    if (!sign) return left;
    ++at_;
    TRY(auto right, sum());
    Node node(Node::Kind::compare, left.position);
    node.comparison = *sign;
    node.parts.push_back(std::move(left));
    node.parts.push_back(std::move(right));
    return node;
  }

  Result<Node> sum() {
    TRY(auto left, term());
    while (sees("+") || sees("-")) {
      const auto kind = took("+") ? Node::Kind::add : (++at_, Node::Kind::subtract);
      TRY(auto right, term());
      left = joined(kind, std::move(left), std::move(right));
    }
    return left;
  }

  Result<Node> term() {
    TRY(auto left, factor());
    while (sees("*") || sees("/")) {
      const auto kind = took("*") ? Node::Kind::multiply : (++at_, Node::Kind::divide);
      TRY(auto right, factor());
      left = joined(kind, std::move(left), std::move(right));
    }
    return left;
  }

  static Node joined(Node::Kind kind, Node left, Node right) {
    Node node(kind, left.position);
    node.parts.push_back(std::move(left));
    node.parts.push_back(std::move(right));
    return node;
  }

  Result<Node> factor() {
    const auto position = here().position;
    if (here().kind == Token::Kind::number) return number();
    if (took("-")) return nested(position, Node::Kind::negate, &Parser::factor);
    if (took("(")) {
      TRY(auto inner, nested(position, Node::Kind::negate, &Parser::any_of));
      TRY(take(")"));
      return std::move(inner.parts.front());
    }
    if (took("units")) return units(position);
    if (took("each")) return each(position);
    if (took("previous")) {
      TRY(take("("));
      TRY(auto node, nested(position, Node::Kind::previous, &Parser::any_of));
      TRY(take(")"));
      return node;
    }
    if (took("reported")) {
      TRY(take("("));
      TRY(auto node, nested(position, Node::Kind::reported, &Parser::series));
      TRY(take(")"));
      return node;
    }
    return series();
  }

  // A node with one part. Foreign text must not be able to exhaust the stack.
  Result<Node> nested(std::size_t position, Node::Kind kind, Result<Node> (Parser::*rule)()) {
    if (depth_ == depth_max) return unexpected(fmt::format("at most {} levels", depth_max));
    ++depth_;
    TRY(auto part, (this->*rule)());
    --depth_;
    Node node(kind, position);
    node.parts.push_back(std::move(part));
    return node;
  }

  Result<Node> number() {
    const auto value = Decimal::parse(here().text);
    if (!value) return unexpected("number");
    Node node(Node::Kind::number, tokens_[at_++].position);
    node.number = value.value();
    return node;
  }

  Result<Node> series() {
    Node node(Node::Kind::series, here().position);
    TRY(node.name, take_name("expression"));
    if (!took("[")) return node;
    TRY(node.split, take_name("split"));
    TRY(take("="));
    TRY(node.part, take_name("part of the split"));
    TRY(take("]"));
    return node;
  }

  Result<std::vector<std::string>> kinds() {
    std::vector<std::string> found;
    do {
      TRY(const auto kind, take_name("kind"));
      found.emplace_back(kind);
    } while (took(","));
    return found;
  }

  Result<Node> units(std::size_t position) {
    Node node(Node::Kind::units, position);
    TRY(take("("));
    if (!sees("where") && !sees(")")) {
      TRY(node.kinds, kinds());
    }
    if (took("where")) {
      TRY(auto where, nested(position, Node::Kind::negation, &Parser::any_of));
      node.parts.push_back(std::move(where.parts.front()));
    } else if (!sees(")")) {
      return unexpected("where or )");
    }
    TRY(take(")"));
    return node;
  }

  Result<Node> each(std::size_t position) {
    TRY(take("("));
    TRY(auto asked, kinds());
    TRY(take(":"));
    TRY(auto node, nested(position, Node::Kind::each, &Parser::any_of));
    TRY(take(")"));
    node.kinds = std::move(asked);
    return node;
  }

  std::string_view formula_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<Node> syntax_of(std::string_view formula) {
  TRY(auto tokens, tokens_of(formula));
  return Parser(formula, std::move(tokens)).whole();
}

}  // namespace nucong::indicator::detail

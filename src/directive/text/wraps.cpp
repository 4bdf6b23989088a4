// Which line breaks end a paragraph. Papers come as web pages (a paragraph a line), as decrees saved from a
// legal database (lines wrapped at 60 to 90 columns, paragraphs apart by an empty line) and as tables
// flattened to a cell a line. No rule of the whole text tells them apart, the two lines around a break do.
#include <algorithm>

#include "directive/text/token.hpp"

namespace nucong::directive {
namespace {

// No page wraps later than this; a longer line is a paragraph of its own. In bytes: Vietnamese takes 1.3 a
// letter.
constexpr std::uint32_t wrapped_line_bytes_max = 190;

// A capital begins a new paragraph after a line this short: the writer had room to go on and did not.
constexpr std::uint32_t short_line_bytes = 40;

struct Line {
  std::size_t first = 0;  // tokens, half open
  std::size_t last = 0;

  [[nodiscard]] bool empty() const { return first == last; }
};

std::uint32_t bytes_of(const Tokens& tokens, Line line) {
  return line.empty() ? 0 : tokens[line.last - 1].end - tokens[line.first].begin;
}

// A number before and after the dash: a range ("2026 / - 2030") that the wrap cut in two.
bool continues_a_range(const Tokens& tokens, Line above, Line below) {
  return tokens[below.first].is(U'-') && below.last - below.first > 1 &&
         tokens[below.first + 1].kind == TokenKind::number &&
         tokens[above.last - 1].kind == TokenKind::number;
}

bool opens_an_item(const Tokens& tokens, Line line) {
  const Token& first = tokens[line.first];
  if (first.marked_up) return true;
  if (first.kind == TokenKind::symbol)
    return first.symbol == U'-' || first.symbol == U'+' || first.symbol == U'•' || first.symbol == U'*' ||
           first.symbol == U'|';
  if (line.last - line.first < 2) return false;
  const Token& second = tokens[line.first + 1];
  const bool closes = second.is(U'.') || second.is(U')');
  const std::uint32_t size = first.end - first.begin;
  return closes &&
         ((first.kind == TokenKind::number && size <= 2) || (first.kind == TokenKind::word && size <= 4));
}

bool ends_a_sentence(const Token& token) {
  return token.kind == TokenKind::symbol &&
         (token.symbol == U'.' || token.symbol == U';' || token.symbol == U':' || token.symbol == U'!' ||
          token.symbol == U'?' || token.symbol == U'|');
}

bool shouts(const Tokens& tokens, Line line) {
  bool any = false;
  for (std::size_t i = line.first; i < line.last; ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    if (!tokens[i].shouting) return false;
    any = true;
  }
  return any;
}

bool has_words(const Tokens& tokens, Line line) {
  for (std::size_t i = line.first; i < line.last; ++i)
    if (tokens[i].kind == TokenKind::word) return true;
  return false;
}

bool is_wrap(const Tokens& tokens, Line above, const Token& gap, Line below) {
  if (gap.lines > 1 || above.empty() || below.empty()) return false;
  if (bytes_of(tokens, above) > wrapped_line_bytes_max || bytes_of(tokens, below) > wrapped_line_bytes_max)
    return false;
  if (continues_a_range(tokens, above, below)) return true;
  if (opens_an_item(tokens, below) || tokens[above.last - 1].is(U'|')) return false;
  const Token& first = tokens[below.first];
  if (first.kind == TokenKind::word && !first.capital) return true;
  const Token& before = tokens[above.last - 1];
  if (ends_a_sentence(before)) return false;
  const bool left_open =
      before.is(U'≥') || before.is(U'≤') || before.is(U',') || before.is(U'-') || before.is(U'(');
  if (left_open) return true;
  if (shouts(tokens, above) && has_words(tokens, below) && !shouts(tokens, below)) return false;
  if (first.kind != TokenKind::word) return before.kind == TokenKind::word;
  if (before.is(U'%') && above.last - above.first > 2) return true;
  if (shouts(tokens, above) != shouts(tokens, below)) return false;
  return bytes_of(tokens, above) >= short_line_bytes || shouts(tokens, below);
}

// Whether the text that ends before the break at `at` began after a bar.
bool is_cell(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t cell_tokens_max = 400;
  const std::size_t floor = at > cell_tokens_max ? at - cell_tokens_max : 0;
  for (std::size_t i = at; i > floor; --i) {
    if (tokens[i - 1].is(U'|')) return true;
    if (tokens[i - 1].kind == TokenKind::line_break && tokens[i - 1].breaks) return false;
  }
  return false;
}

// A table saved as text puts a bar on a line of its own between cells, and two between rows. Within a row no
// break is left; a bar before and a bar after the break part two rows.
void join_table_rows(Tokens& tokens) {
  const auto breaks_at = [&](std::size_t at) {
    return at >= tokens.size() || tokens[at].kind == TokenKind::line_break;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::line_break) continue;
    const bool bar_before = i > 0 && tokens[i - 1].is(U'|');
    const bool bar_after = i + 1 < tokens.size() && tokens[i + 1].is(U'|');
    if (bar_before == bar_after) continue;
    const bool alone = bar_before ? i < 2 || breaks_at(i - 2) : breaks_at(i + 2);
    // The paragraph above a table is no cell of it: nothing but a bar stands before a cell.
    if (alone && (bar_before || is_cell(tokens, i))) tokens[i].breaks = false;
  }
}

}  // namespace

Tokens without_wraps(Tokens tokens) {
  Line above{0, 0};
  const auto next_break = [&](std::size_t from) {
    while (from < tokens.size() && tokens[from].kind != TokenKind::line_break) ++from;
    return from;
  };
  above.last = next_break(0);
  while (above.last < tokens.size()) {
    const std::size_t gap = above.last;
    const Line below{gap + 1, next_break(gap + 1)};
    tokens[gap].breaks = !is_wrap(tokens, above, tokens[gap], below);
    above = below;
  }
  join_table_rows(tokens);
  std::erase_if(tokens, [](const Token& t) { return t.kind == TokenKind::line_break && !t.breaks; });
  return tokens;
}

}  // namespace nucong::directive

// The text cut into words, numbers, punctuation and line breaks, each with its place in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "directive/lexicon/lexicon.hpp"
#include "directive/text/letters.hpp"

namespace nucong::directive {

enum class TokenKind : std::uint8_t { word, number, symbol, line_break };

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Key toned{};   ///< of a word
  Key folded{};  ///< of a word
  /// Of punctuation, with its look-alikes made one: '-' for every dash, '"' for straight quotes, U'“' and
  /// U'”' for curly ones, U'•' for bullets, U'≥' and U'≤'.
  char32_t symbol = 0;
  TokenKind kind = TokenKind::symbol;
  Roles roles = 0;         ///< of the phrase this token has become (`phrased`)
  std::uint8_t words = 1;  ///< how many words that phrase has
  std::uint8_t lines = 0;  ///< of a line break: how many line ends stand here
  bool glued = false;      ///< nothing stands between this token and the one before
  bool capital = false;    ///< a word that begins with a capital letter
  bool shouting = false;   ///< a word in capitals throughout
  bool marked_up = false;  ///< '#' stood before it: a heading in Markdown
  bool breaks = false;     ///< of a line break: ends a paragraph (`without_wraps`)
  bool cited = false;      ///< part of a citation (`find_citations`)
  bool timed = false;      ///< part of a date or a year (`find_times`)

  [[nodiscard]] bool is(Key word) const { return kind == TokenKind::word && words == 1 && toned == word; }
  /// A phrase that begins with `first`.
  [[nodiscard]] bool begins(Key first) const { return kind == TokenKind::word && toned == first; }
  [[nodiscard]] bool plays(Roles any) const { return (roles & any) != 0; }
  [[nodiscard]] bool is(char32_t sign) const { return kind == TokenKind::symbol && symbol == sign; }
};

/// In the order of the text; bytes that are no UTF-8 become symbols. Linear. `text` is under 4 GiB.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

using Tokens = std::vector<Token>;

/// Decides which line breaks end a paragraph and which only wrap a long line, and drops the latter.
[[nodiscard]] Tokens without_wraps(Tokens tokens);

/// Joins the words of each phrase of the lexicon into one token that carries its roles: the longest phrase,
/// from left to right, never across the edge of a citation.
[[nodiscard]] Tokens phrased(const Tokens& tokens);

}  // namespace nucong::directive

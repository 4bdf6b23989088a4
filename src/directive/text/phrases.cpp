// Words to phrases.
#include <algorithm>

#include "directive/text/token.hpp"

namespace nucong::directive {
namespace {

bool matches(const Tokens& tokens, std::size_t at, const Phrase& phrase) {
  if (at + phrase.size > tokens.size()) return false;
  for (std::size_t i = 0; i < phrase.size; ++i) {
    const Token& token = tokens[at + i];
    if (!token.is(phrase.words.at(i)) || token.cited != tokens[at].cited) return false;
  }
  return true;
}

}  // namespace

Tokens phrased(const Tokens& tokens) {
  Tokens out;
  out.reserve(tokens.size());
  for (std::size_t at = 0; at < tokens.size();) {
    Token token = tokens[at];
    std::size_t size = 1;
    if (token.kind == TokenKind::word && !token.cited) {
      const auto candidates = phrases_from(token.toned);
      const auto found =
          std::ranges::find_if(candidates, [&](const Phrase& p) { return matches(tokens, at, p); });
      if (found != candidates.end()) {
        size = found->size;
        token.roles = found->roles;
        token.words = static_cast<std::uint8_t>(size);
        token.end = tokens[at + size - 1].end;
      }
    }
    out.push_back(token);
    at += size;
  }
  return out;
}

}  // namespace nucong::directive

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

#include "directive/citation.hpp"

namespace nucong::directive {
namespace {

// The paper behind a mention. Years are left out of a law's name: "Luật Công đoàn" and "Luật Công đoàn năm
// 2024" are named in one text for one law.
std::string identity(const Citation& citation) {
  std::string key(name_of(citation.type));
  if (citation.number)
    return key + '#' + *citation.number + (citation.number->size() <= 2 ? citation.quote : "");
  const std::string name = citation.issuer ? citation.quote : citation.title.value_or(citation.quote);
  const bool law = citation.type == CitationType::law;
  for (const Token& token : tokens_of(name)) {
    if (law && (token.is("năm"_w) || token.kind == TokenKind::number)) continue;
    if (token.kind == TokenKind::number) key += ' ' + name.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::word) key += ' ' + std::to_string(static_cast<std::uint64_t>(token.folded));
  }
  return key;
}

// A date tells more than an issuer, an issuer more than a longer wording.
std::tuple<bool, bool, std::size_t> fullness(const Citation& citation) {
  return {citation.date.has_value(), citation.issuer.has_value(), citation.quote.size()};
}

}  // namespace

std::vector<Citation> without_repeats(std::vector<Citation> mentions) {
  std::vector<Citation> out;
  std::unordered_map<std::string, std::size_t> seen;
  for (Citation& mention : mentions) {
    const auto [place, fresh] = seen.try_emplace(identity(mention), out.size());
    if (fresh) {
      out.push_back(std::move(mention));
    } else if (Citation& kept = out[place->second]; fullness(mention) > fullness(kept)) {
      kept = std::move(mention);
    }
  }
  std::ranges::sort(out, {}, [](const Citation& c) { return c.span.begin; });
  return out;
}

}  // namespace nucong::directive

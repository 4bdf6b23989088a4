#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "directive/paper/citation.hpp"

namespace nucong::directive {
namespace {

std::string in_capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// The paper behind a mention. Years are left out of a law's name: "Luật Công đoàn" and "Luật Công đoàn năm
// 2024" are named in one text for one law.
std::string identity(const Citation& citation) {
  std::string key(name_of(citation.type));
  if (citation.number)
    return key + '#' + in_capitals(*citation.number) + (citation.number->size() <= 2 ? citation.quote : "");
  const std::string name = citation.issuer ? citation.quote : citation.title.value_or(citation.quote);
  const bool law = citation.type == CitationType::law;
  for (const Token& token : tokens_of(name)) {
    if (law && (token.is("năm"_w) || token.kind == TokenKind::number)) continue;
    if (token.kind == TokenKind::number) key += ' ' + name.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::word) key += ' ' + std::to_string(static_cast<std::uint64_t>(token.folded));
  }
  return key;
}

// Of mentions alike the first counts. A heading in capitals is no mention to quote.
std::pair<bool, std::size_t> fullness(const Citation& citation) {
  std::size_t words = 0;
  std::size_t shouted = 0;
  for (const Token& token : tokens_of(citation.quote)) {
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) ++words;
    if (token.kind == TokenKind::word && token.shouting) ++shouted;
  }
  return {shouted * 2 < words, words};
}

// What one mention tells and the other leaves out.
void complete(Citation& kept, const Citation& other) {
  if (!kept.date) kept.date = other.date;
  if (!kept.issuer) kept.issuer = other.issuer;
  if (!kept.title) kept.title = other.title;
}

// "Nghị quyết 19" after "Nghị quyết số 19-NQ/TW": the same paper, named short.
std::string short_identity(const Citation& citation) {
  const std::string& number = *citation.number;
  return std::string(name_of(citation.type)) + '#' + number.substr(0, number.find_first_not_of("0123456789"));
}

bool named_short(const Citation& citation) {
  return citation.number && citation.number->find_first_not_of("0123456789") == std::string::npos &&
         citation.number->size() <= 3;
}

// "Luật Hợp tác xã" beside "Luật Hợp tác xã số 23/2012/QH13".
bool is_name_of_numbered_law(const Citation& citation, const std::vector<Citation>& all) {
  if (citation.type != CitationType::law || citation.number) return false;
  return std::ranges::any_of(all, [&](const Citation& other) {
    return other.type == CitationType::law && other.number && other.quote.starts_with(citation.quote);
  });
}

}  // namespace

std::vector<Citation> without_repeats(std::vector<Citation> mentions) {
  std::vector<Citation> out;
  std::unordered_map<std::string, std::size_t> seen;
  std::unordered_set<std::string> coded;  // by kind and leading digits
  std::unordered_set<std::string> told;   // named short, with an issuer or a date
  for (Citation& mention : mentions) {
    const auto [place, fresh] = seen.try_emplace(identity(mention), out.size());
    if (fresh) {
      if (mention.number && !named_short(mention))
        coded.insert(short_identity(mention));
      else if (mention.number && (mention.issuer || mention.date))
        told.insert(short_identity(mention));
      out.push_back(std::move(mention));
      continue;
    }
    Citation& kept = out[place->second];
    if (fullness(mention) > fullness(kept)) std::swap(mention, kept);
    complete(kept, mention);
  }
  std::erase_if(out, [&](const Citation& c) {
    return named_short(c) && !c.date &&
           (coded.contains(short_identity(c)) || (!c.issuer && told.contains(short_identity(c))));
  });
  std::erase_if(out, [&](const Citation& c) { return is_name_of_numbered_law(c, out); });
  std::ranges::sort(out, {}, [](const Citation& c) { return c.span.begin; });
  return out;
}

}  // namespace nucong::directive

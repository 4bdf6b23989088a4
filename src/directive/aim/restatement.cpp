#include "directive/aim/restatement.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "directive/text/token.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t compared_max = 24;

using Words = std::vector<Key>;

Words words_of(const std::string& text) {
  Words words;
  for (const Token& token : tokens_of(text))
    if (token.kind == TokenKind::word) words.push_back(token.folded);
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// How much of the shorter text the longer one says too.
double contained(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return 0;
  Words common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return static_cast<double>(common.size()) / static_cast<double>(std::min(a.size(), b.size()));
}

struct Known {
  std::size_t index = 0;
  Words quote;
  Words subject;
};

bool says_the_same(const Known& a, const Known& b, bool headline, bool items) {
  constexpr double most = 0.7;
  constexpr double all = 0.97;  // items of a list differ where they differ at all
  const double nearly_all = items ? all : 0.85;
  constexpr std::size_t telling_words = 8;  // "khu vực đồng bằng đạt 99%" may stand under many aims
  if (headline) return contained(a.quote, b.quote) >= most;
  if (std::min(a.quote.size(), b.quote.size()) < telling_words) return false;
  return a.subject == b.subject && contained(a.quote, b.quote) >= nearly_all;
}

}  // namespace

std::vector<ProposedTarget> without_restatements(std::vector<Drafted> drafted) {
  std::map<std::tuple<Decimal, Quantity, int>, std::vector<Known>> by_figure;
  std::vector<bool> dropped(drafted.size(), false);
  for (std::size_t i = 0; i < drafted.size(); ++i) {
    const ProposedTarget& target = drafted[i].target;
    auto& known = by_figure[{target.value, target.unit, target.deadline.value_or(0)}];
    const Known fresh{i, words_of(target.quote), words_of(target.subject)};
    const std::size_t from = known.size() > compared_max ? known.size() - compared_max : 0;
    for (std::size_t k = from; k < known.size(); ++k) {
      const std::size_t other = known[k].index;
      if (dropped[other]) continue;
      const bool headline = drafted[other].headline || drafted[i].headline;
      if (drafted[other].target.comparator != target.comparator || drafted[other].target.span == target.span)
        continue;
      if (!says_the_same(known[k], fresh, headline, drafted[other].item && drafted[i].item)) continue;
      const bool keep_fresh =
          drafted[other].headline ||
          (!drafted[i].headline && target.quote.size() + 24 >= drafted[other].target.quote.size());
      dropped[keep_fresh ? other : i] = true;
      if (!keep_fresh) break;
    }
    known.push_back(fresh);
  }
  std::vector<ProposedTarget> out;
  for (std::size_t i = 0; i < drafted.size(); ++i)
    if (!dropped[i]) out.push_back(std::move(drafted[i].target));
  return out;
}

}  // namespace nucong::directive

#include "directive/lexicon/lexicon.hpp"

#include <algorithm>
#include <vector>

namespace nucong::directive {
namespace {

std::vector<Phrase> sorted_lexicon() {
  std::vector<Phrase> all;
  for (const auto table : {quantity_phrases(), mood_phrases(), clause_phrases(), act_phrases()})
    all.insert(all.end(), table.begin(), table.end());
  std::ranges::stable_sort(all, [](const Phrase& a, const Phrase& b) {
    return a.words[0] != b.words[0] ? a.words[0] < b.words[0] : a.size > b.size;
  });
  return all;
}

}  // namespace

std::span<const Phrase> phrases_from(Key first) {
  static const std::vector<Phrase> lexicon = sorted_lexicon();
  const auto begin = std::ranges::lower_bound(lexicon, first, {}, [](const Phrase& p) { return p.words[0]; });
  const auto end = std::ranges::upper_bound(lexicon, first, {}, [](const Phrase& p) { return p.words[0]; });
  return {begin, end};
}

}  // namespace nucong::directive

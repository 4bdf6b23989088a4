#include "target/binding.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"

namespace nucong::target {

namespace {

using directive::Quantity;
using indicator::Indicator;
using indicator::ValueUnit;

using Weights = std::map<std::string, double>;

// Words without marks, and pairs of neighbours: most Vietnamese words are two syllables.
std::vector<std::string> terms(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  std::string before;
  const auto end_word = [&] {
    if (word.empty()) return;
    found.push_back(word);
    if (!before.empty()) found.push_back(before + " " + word);
    before = std::exchange(word, {});
  };
  for (const char c : folded(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      word += c;
    else
      end_word();
  }
  end_word();
  return found;
}

bool same_unit(const directive::ProposedTarget& target, const Indicator& indicator) {
  if (indicator.formula.per_unit() != nullptr) return target.per_unit;
  switch (target.unit) {
    case Quantity::percent:
      return indicator.unit == ValueUnit::percent;
    case Quantity::money_vnd:
      return indicator.unit == ValueUnit::money_vnd;
    case Quantity::times:
      return indicator.unit == ValueUnit::times;
    case Quantity::ratio:
      return indicator.unit == ValueUnit::ratio;
    case Quantity::count:
      return indicator.unit == ValueUnit::count && !target.per_unit;
    case Quantity::other:
      return indicator.unit == ValueUnit::other || indicator.unit == ValueUnit::hours;
  }
  return false;
}

bool is_change(const Indicator& indicator) {
  return std::ranges::any_of(indicator.formula.aggregates(),
                             [](const indicator::Aggregate& a) { return a.years_back > 0; });
}

}  // namespace

struct Binder::Words {
  struct Phrase {
    const Indicator* indicator;
    Weights weights;  // of length 1
  };
  std::vector<Phrase> phrases;
  Weights rarity;
  double unseen = 1;

  [[nodiscard]] Weights weigh(std::string_view text) const {
    Weights weights;
    for (const auto& term : terms(text)) {
      const auto known = rarity.find(term);
      weights[term] = known == rarity.end() ? unseen : known->second;
    }
    double squares = 0;
    for (const auto& [term, weight] : weights) squares += weight * weight;
    for (auto& [term, weight] : weights) weight /= std::sqrt(squares);
    return weights;
  }
};

Binder::Binder(const indicator::Catalogue& catalogue) {
  auto words = std::make_unique<Words>();
  std::vector<std::pair<const Indicator*, std::string>> texts;
  for (const auto& indicator : catalogue.indicators()) {
    texts.emplace_back(&indicator, indicator.title_vi);
    for (const auto& phrase : indicator.phrases) texts.emplace_back(&indicator, phrase);
  }
  std::map<std::string, std::set<const Indicator*>> seen;
  for (const auto& [indicator, text] : texts)
    for (const auto& term : terms(text)) seen[term].insert(indicator);
  const auto all = static_cast<double>(catalogue.indicators().size());
  for (const auto& [term, in] : seen)
    words->rarity[term] = std::log(1 + all / static_cast<double>(in.size()));
  // A word that no indicator knows (a unit's name, an abbreviation) speaks against none in particular.
  words->unseen = 0.5;
  for (const auto& [indicator, text] : texts) words->phrases.push_back({indicator, words->weigh(text)});
  words_ = std::move(words);
}

Binder::~Binder() = default;
Binder::Binder(Binder&&) noexcept = default;
Binder& Binder::operator=(Binder&&) noexcept = default;

namespace {

// "Giảm 10 % số vụ": the catalogue's indicators of change tell a rise.
bool asks_for_less(const directive::ProposedTarget& target) {
  return target.baseline_change && folded(target.quote).find("giam") != std::string::npos;
}

}  // namespace

std::vector<Candidate> Binder::candidates(const directive::ProposedTarget& target, std::size_t most) const {
  if (asks_for_less(target)) return {};
  const Weights wanted = words_->weigh(target.subject + " " + target.noun + " " + target.measure);
  std::vector<Candidate> found;
  for (const auto& phrase : words_->phrases) {
    if (!same_unit(target, *phrase.indicator) || is_change(*phrase.indicator) != target.baseline_change)
      continue;
    double likeness = 0;
    for (const auto& [term, weight] : phrase.weights)
      if (const auto in_target = wanted.find(term); in_target != wanted.end())
        likeness += weight * in_target->second;
    const auto known = std::ranges::find(found, phrase.indicator, &Candidate::indicator);
    if (known == found.end())
      found.push_back({phrase.indicator, likeness});
    else
      known->likeness = std::max(known->likeness, likeness);
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::likeness);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace nucong::target

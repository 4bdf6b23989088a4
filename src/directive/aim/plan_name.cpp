#include "directive/aim/plan_name.hpp"

#include <algorithm>
#include <array>

namespace nucong::directive {
namespace {

struct KnownName {
  Key first;
  Key second;
  bool for_a_year;
};

constexpr std::array known_names = {
    KnownName{"kế"_w, "hoạch"_w, true},
    KnownName{"chương"_w, "trình"_w, true},
    KnownName{"hướng"_w, "dẫn"_w, true},
    KnownName{"chỉ"_w, "thị"_w, false},
};

}  // namespace

std::optional<PlanName> plan_name_at(const Tokens& tokens, std::size_t at, std::size_t last) {
  if (at >= last) return std::nullopt;
  // "hướng dẫn các đơn vị …": the lexicon knows the verb, so outside citations it comes as one token, which
  // is the paper only where it is written as a name.
  const Token& token = tokens[at];
  if (token.words == 2 && token.begins("hướng"_w) && token.plays(role::causative))
    return token.capital ? std::optional(PlanName{.tokens = 1}) : std::nullopt;
  if (at + 1 >= last) return std::nullopt;
  const auto known = std::ranges::find_if(known_names, [&](const KnownName& name) {
    return token.is(name.first) && tokens[at + 1].is(name.second);
  });
  if (known == known_names.end()) return std::nullopt;
  return PlanName{.tokens = 2, .for_a_year = known->for_a_year};
}

}  // namespace nucong::directive

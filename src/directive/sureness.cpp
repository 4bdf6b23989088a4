#include "directive/sureness.hpp"

#include <algorithm>
#include <array>

namespace nucong::directive {
namespace {

// How often a proposal of this weight was right on texts labelled by hand, in percent, from `enough` on.
constexpr std::array<int, 8> right_by_margin{60, 85, 88, 90, 93, 96, 97, 97};
constexpr int sure_enough = 80;  // below this the first question is whether it is an aim at all

int by_margin(int weight) {
  const int margin = std::clamp(weight - enough, 0, static_cast<int>(right_by_margin.size()) - 1);
  return right_by_margin.at(static_cast<std::size_t>(margin));
}

std::optional<Question> question_of(const ProposedTarget& target) {
  if (target.sureness < sure_enough) return Question::is_it_an_aim;
  if (target.subject.empty()) return Question::whose_is_it;
  if (!target.deadline) return Question::by_when;
  if (target.deadline_from == DeadlineFrom::whole_text) return Question::which_year;
  return std::nullopt;
}

}  // namespace

void judge(ProposedTarget& target, int weight) {
  target.sureness = by_margin(weight);
  target.question = question_of(target);
}

}  // namespace nucong::directive

#include "directive/aim.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

// What a reader weighs, in steps of one. Three is enough for an aim: a heading that says so, the word "phấn
// đấu", or two lesser signs together (a year to come, a duty, a floor, an act to carry out).
constexpr int enough = 3;
constexpr int strong = 3;
constexpr int fair = 2;
constexpr int slight = 1;
constexpr int report = -4;

int weight_of(Mood mood) {
  switch (mood) {
    case Mood::aim:
      return strong;
    case Mood::task:
      return slight;
    case Mood::report:
      return -fair;
    case Mood::norm:
      return -5;
    case Mood::none:
      return 0;
  }
  return 0;
}

}  // namespace

Evidence::Evidence(const Tokens& tokens, const Block& block, const Sentence& sentence, bool after_aim,
                   std::optional<int> text_year)
    : tokens_(tokens),
      block_(block),
      sentence_(sentence.range),
      segment_(sentence.range),
      text_year_(text_year),
      seen_(sentence.range.first),
      after_aim_(after_aim) {
  const std::size_t head = std::min(sentence_.last, sentence_.first + 3);
  for (std::size_t i = sentence_.first; i < head; ++i)
    connected_ = connected_ || tokens_[i].plays(role::connective);
  account_ = sentence_.first < sentence_.last && tokens_[sentence_.first].plays(role::review);
}

void Evidence::enter_segment(Range segment) {
  advance(segment.first);
  segment_ = segment;
  done_before_ = done_before_ || done_here_;
  done_here_ = false;
  // What is today may be told in passing ("bảo vệ diện tích hiện có …; trồng mới …"): the aim goes on after
  // it.
  if (present_ && (aim_told_ || future_)) {
    present_ = false;
    aim_ = aim_told_;
  }
}

void Evidence::advance(std::size_t at) {
  for (; seen_ < at; ++seen_) {
    const Token& token = tokens_[seen_];
    if (token.roles == 0) continue;
    if (token.plays(role::aim)) {
      aim_ = aim_told_ = true;
      done_here_ = done_before_ = present_ = account_ = false;
    }
    if (token.plays(role::duty)) duty_ = true;
    if (token.plays(role::task)) task_ = true;
    if (token.plays(role::purpose)) purpose_ = true;
    if (token.plays(role::norm) && !token.plays(role::preposition)) norm_ = true;
    if (token.plays(role::wage)) wage_ = true;
    if (token.plays(role::done)) done_here_ = true;
    if (token.plays(role::present)) present_ = true;
    if (token.plays(role::account)) account_ = true;
    if (token.plays(role::done | role::present | role::account)) aim_ = listed_ = duty_ = false;
  }
}

void Evidence::see_time(const TimePhrase& time) {
  if (time.form == TimeForm::tied) return;
  if (text_year_ && time.year < *text_year_) past_ = true;
  // A period alone promises nothing: congresses and plans carry theirs in their names.
  const bool ahead = time.form == TimeForm::until || time.form == TimeForm::at || time.form == TimeForm::from;
  if (ahead && (!text_year_ || time.year >= *text_year_)) future_ = true;
}

// An order opens with the act itself: "Tổ chức …", "Phấn đấu giảm …", "Tăng tỷ lệ … lên …".
bool Evidence::begins_with_act(const Measured& quantity) const {
  std::size_t at = segment_.first;
  while (at < quantity.first &&
         (tokens_[at].timed ||
          tokens_[at].plays(role::connective | role::annual | role::aim | role::duty | role::conj) ||
          tokens_[at].is(U',') || tokens_[at].is(U'-') || tokens_[at].is(U':')))
    ++at;
  return at < quantity.first && tokens_[at].plays(role::output | role::rise | role::fall | role::lift);
}

// "Mỗi công đoàn cơ sở tổ chức ít nhất …": a floor for each of many is a rule to follow, not news of them.
bool Evidence::sets_floor_for_each(const Measured& quantity) const {
  constexpr std::size_t reach_back = 24;  // tokens; keeps the work linear in a segment without end
  if (!quantity.stated || quantity.comparator != Comparator::at_least) return false;
  const std::size_t from =
      std::max(segment_.first, quantity.first - std::min(quantity.first, reach_back));
  for (std::size_t at = from; at < quantity.first; ++at)
    if (tokens_[at].plays(role::each)) return true;
  return false;
}

int Evidence::words_before(const Measured& quantity) const {
  int weight = 0;
  if (aim_) weight += strong;
  if (listed_) weight += strong;
  if (duty_) weight += fair;
  if (purpose_) weight += slight;
  if (task_) weight += slight;
  if (future_) weight += fair;
  if (past_ && !future_) weight += report;
  if (done_here_) weight += report;
  if (done_before_) weight -= fair;
  if (present_) weight += -strong;
  if (account_) weight += report;
  if (norm_ && !aim_) weight += report;
  if (wage_ && !aim_ && block_.mood != Mood::aim) weight += report;
  if (quantity.stated) weight += slight;
  if (sets_floor_for_each(quantity)) weight += fair;
  if (begins_with_act(quantity)) {
    weight += slight;
    const bool event = quantity.unit == Quantity::count && tokens_[quantity.noun].plays(role::event);
    if (event && block_.mood == Mood::task)
      weight += slight;  // "Mở 05 lớp tập huấn" among the tasks of a plan
  }
  if (after_aim_) weight += (connected_ ? fair : slight) + (quantity.levelled ? slight : 0);
  return weight;
}

// What follows the number within its segment: a duty ("100% … phải …"), or the marks of a report.
int Evidence::words_after(const Measured& quantity) const {
  int weight = 0;
  const bool aim_known = aim_ || block_.mood == Mood::aim;
  for (std::size_t i = quantity.last; i < segment_.last; ++i) {
    const Token& token = tokens_[i];
    if (token.roles == 0) continue;
    if (token.plays(role::aim)) break;
    if (token.is("phải"_w) || token.is("sẽ"_w) || (token.plays(role::duty) && token.plays(role::passive)))
      return weight + (weight < fair ? fair : 0);
    if (token.plays(role::account) && i - quantity.last < 14) return weight + report;
    if (aim_known) continue;
    if (token.plays(role::done)) return weight + report;
    if (token.plays(role::wage) && i - quantity.last < 5) return weight + report;
    if (token.plays(role::present) && !token.is("đang"_w)) return weight - fair;
  }
  return weight;
}

bool Evidence::sets_aim(const Measured& quantity) const {
  return weight_of(block_.mood) + words_before(quantity) + words_after(quantity) >= enough;
}

}  // namespace nucong::directive

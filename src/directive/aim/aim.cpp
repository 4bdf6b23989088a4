#include "directive/aim/aim.hpp"

#include <algorithm>
#include <span>

#include "directive/aim/plan_name.hpp"
#include "directive/aim/predicate.hpp"

namespace nucong::directive {
namespace {

void add(Verdict& verdict, Sign sign, std::size_t at) {
  verdict.signs.push_back({sign, at});
  verdict.weight += weight_of(sign);
}

// "Thứ nhất, …", "Một là, …": an item of what was announced.
bool is_ordinal(const Tokens& tokens, std::size_t at, std::size_t last) {
  if (at + 1 >= last) return false;
  const bool first = tokens[at].is("thứ"_w) && tokens[at + 1].kind == TokenKind::word;
  return first || (tokens[at].capital && tokens[at + 1].is("là"_w));
}

// "KẾ HOẠCH", "CHỈ THỊ", "HƯỚNG DẪN …" on a line of capitals.
bool is_title_of_plan(const Tokens& tokens, const Block& block) {
  const auto name = plan_name_at(tokens, block.content, block.last);
  return name &&
         std::ranges::all_of(std::span(tokens).subspan(block.content, name->tokens), &Token::shouting);
}

// "Nghị quyết Đại hội …" as the first line, and a list below it: what was resolved, not news of it.
bool is_resolution_in_items(const Tokens& tokens, const std::vector<Block>& blocks) {
  constexpr std::ptrdiff_t items_min = 4;
  if (blocks.empty() || !blocks.front().heading) return false;
  const std::size_t at = blocks.front().content;
  const bool named = at + 1 < blocks.front().last && tokens[at].is("nghị"_w) && tokens[at + 1].is("quyết"_w);
  return named && std::ranges::count_if(blocks, &Block::item) >= items_min;
}

}  // namespace

std::optional<Sign> plans_of(const Tokens& tokens, const std::vector<Block>& blocks) {
  constexpr std::size_t title_blocks = 14;
  if (is_resolution_in_items(tokens, blocks)) return Sign::plan_by_title;
  for (std::size_t b = 0; b < std::min(blocks.size(), title_blocks); ++b)
    if (is_title_of_plan(tokens, blocks[b])) return Sign::plan_by_title;
  std::size_t plans = 0;
  std::size_t reports = 0;
  for (const Token& token : tokens) {
    if (token.roles == 0 || token.cited) continue;
    if (token.plays(role::aim | role::duty)) ++plans;
    if (token.plays(role::done | role::account | role::present)) ++reports;
  }
  return plans > 0 && reports * 4 <= plans ? std::optional(Sign::text_of_plans) : std::nullopt;
}

Evidence::Evidence(const Tokens& tokens, const Block& block, const Sentence& sentence, Lead lead,
                   const TextMood& text)
    : tokens_(tokens),
      block_(block),
      sentence_(sentence.range),
      segment_(sentence.range),
      text_(text),
      next_(sentence.range.first),
      lead_(lead) {
  at_.fill(nowhere);
  const std::size_t head = std::min(sentence_.last, sentence_.first + 3);
  for (std::size_t i = sentence_.first; i < head; ++i)
    connected_ = connected_ || tokens_[i].plays(role::connective) || is_ordinal(tokens_, i, sentence_.last);
  if (sentence_.first < sentence_.last && tokens_[sentence_.first].plays(role::review))
    at_[index(Sign::account)] = sentence_.first;
  if (scores_points()) at_[index(Sign::rule)] = sentence_.first;
}

// "Hoàn thành 100% trở lên: 10 điểm": what the figures of a sentence like this earn.
bool Evidence::scores_points() const {
  for (std::size_t i = sentence_.first + 1; i + 1 < sentence_.last; ++i) {
    const bool points = tokens_[i].kind == TokenKind::number && tokens_[i + 1].is("điểm"_w) &&
                        !(i + 2 < sentence_.last && tokens_[i + 2].is(U'%'));
    const Token& before = tokens_[i - 1];
    if (points && (before.is(U':') || before.is(U'(') || before.is(U'|') || before.is("được"_w) ||
                   before.is("cộng"_w) || before.is("trừ"_w)))
      return true;
  }
  return false;
}

void Evidence::enter_segment(Range segment) {
  advance(segment.first);
  segment_ = segment;
  const std::size_t aim = at_[index(Sign::word_of_aim)];
  lists_aims_ = lists_aims_ ||
                (aim != nowhere && segment.first > sentence_.first && tokens_[segment.first - 1].is(U':'));
  if (lists_aims_) {  // each item stands for itself
    for (const Sign sign : {Sign::result, Sign::present_state, Sign::account}) forget(sign);
    if (aim == nowhere) at_[index(Sign::word_of_aim)] = sentence_.first;
    return;
  }
  if (has(Sign::result)) at_[index(Sign::result_before)] = at_[index(Sign::result)];
  forget(Sign::result);
  // What is today may be told in passing ("bảo vệ diện tích hiện có …; trồng mới …"): the aim goes on after
  // it.
  if (has(Sign::present_state) && (aim_told_ || has(Sign::year_ahead))) {
    if (aim_told_) at_[index(Sign::word_of_aim)] = at_[index(Sign::present_state)];
    forget(Sign::present_state);
  }
}

// "đạt 11/12 chỉ tiêu", "hoàn thành 8 chỉ tiêu": aims that have been reached.
bool Evidence::counts_aims_reached(std::size_t at) const {
  constexpr std::size_t reach_back = 6;
  if (!tokens_[at].plays(role::label) || at == sentence_.first || tokens_[at - 1].kind != TokenKind::number)
    return false;
  const std::size_t from = std::max(sentence_.first, at - std::min(at, reach_back));
  for (std::size_t i = from; i + 1 < at; ++i)
    if (tokens_[i].plays(role::reach | role::more_than) || tokens_[i].begins("hoàn"_w)) return true;
  return false;
}

Lead Evidence::leaves(bool aimed) const {
  if (aimed) return Lead::set;
  if (has(Sign::word_of_aim)) return Lead::announced;
  return has(Sign::result) || has(Sign::result_before) || has(Sign::account) ? Lead::reported : Lead::none;
}

void Evidence::advance(std::size_t at) {
  while (next_ < at) {
    // What stands in parentheses speaks of what stands there only.
    if (const std::size_t past = past_parentheses(tokens_, next_, segment_.last); past > next_) {
      aside_ = {next_ + 1, past};
      next_ = past;
      continue;
    }
    take_in(next_++);
  }
}

void Evidence::take_in(std::size_t at) {
  const auto see = [&](Sign sign) { at_[index(sign)] = at; };
  const Token& token = tokens_[at];
  if (token.roles == 0) return;
  const bool reached = token.plays(role::aim) && counts_aims_reached(at);
  if (token.plays(role::aim) && !reached) {
    see(Sign::word_of_aim);
    aim_told_ = true;
    for (const Sign sign : {Sign::result, Sign::result_before, Sign::present_state, Sign::account})
      forget(sign);
  }
  if (tells_level(token)) return;
  if (token.plays(role::duty)) see(Sign::duty);
  if (token.is("sẽ"_w)) see(Sign::definite_plan);
  if (token.plays(role::task)) see(Sign::word_of_task);
  if (token.plays(role::purpose)) see(Sign::purpose);
  if (token.plays(role::norm) && !token.plays(role::preposition)) see(Sign::rule);
  if (token.plays(role::wage)) see(Sign::pay);
  if (token.plays(role::done)) see(Sign::result);
  if (token.plays(role::present)) see(Sign::present_state);
  if (token.plays(role::account) || reached) see(Sign::account);
  if (token.plays(role::annual)) see(Sign::every_year);
  if (reached || token.plays(role::done | role::present | role::account))
    for (const Sign sign : {Sign::word_of_aim, Sign::list_of_aims, Sign::duty, Sign::definite_plan})
      forget(sign);
}

// "chiếm", "đều" and "đang" tell a state, or the level and the bearers of an aim: "phấn đấu … chiếm trên
// 50%".
bool Evidence::tells_level(const Token& token) const {
  const bool may = token.begins("có"_w) && token.plays(role::present);  // có thể
  if (!token.is("chiếm"_w) && !token.begins("đều"_w) && !token.is("đang"_w) && !may) return false;
  return has(Sign::word_of_aim) || has(Sign::list_of_aims) || has(Sign::year_ahead) ||
         block_.mood == Mood::aim;
}

void Evidence::see_time(const TimePhrase& time) {
  if (time.form == TimeForm::tied) return;
  constexpr std::size_t opening_tokens = 4;  // "Nhiệm kỳ 2017 - 2022: …"
  const bool past_term = text_.term_start && time.first < sentence_.first + opening_tokens &&
                         time.form == TimeForm::period && time.year <= *text_.term_start;
  if ((text_.year && time.year < *text_.year) || past_term) at_[index(Sign::year_past)] = time.first;
  // A period alone promises nothing: congresses and plans carry theirs in their names.
  const bool opens =
      time.form == TimeForm::period && time.first < sentence_.first + opening_tokens && text_.year;
  const bool ahead =
      opens || time.form == TimeForm::until || time.form == TimeForm::at || time.form == TimeForm::from;
  if (ahead && !past_term && (!text_.year || time.year >= *text_.year))
    at_[index(Sign::year_ahead)] = time.first;
}

// The first token of the clause that is not a time or a word of aim, duty or joint.
std::size_t Evidence::opening(const Measured& quantity) const {
  std::size_t at = segment_.first;
  while (at < quantity.first &&
         (tokens_[at].timed || tokens_[at].kind == TokenKind::symbol ||
          tokens_[at].plays(role::connective | role::annual | role::aim | role::duty | role::conj)))
    ++at;
  return at;
}

std::size_t Evidence::each_before(const Measured& quantity) const {
  constexpr std::size_t reach_back = 24;  // tokens; keeps the work linear in a segment without end
  const std::size_t from = std::max(segment_.first, quantity.first - std::min(quantity.first, reach_back));
  for (std::size_t at = from; at < quantity.first; ++at)
    if (tokens_[at].plays(role::each)) return at;
  return nowhere;
}

bool Evidence::reports_nothing() const {
  return !has(Sign::result) && !has(Sign::result_before) && !has(Sign::present_state) &&
         !has(Sign::account) && !has(Sign::year_past);
}

void Evidence::weigh_section(Verdict& verdict) const {
  switch (block_.mood) {
    case Mood::aim:
      return add(verdict, Sign::heading_of_aims, block_.mood_at);
    case Mood::task:
      return add(verdict, Sign::heading_of_tasks, block_.mood_at);
    case Mood::report:
      return add(verdict, Sign::heading_of_results, block_.mood_at);
    case Mood::norm:
      return add(verdict, Sign::heading_of_rules, block_.mood_at);
    case Mood::none:
      return;
  }
}

void Evidence::weigh_before(const Measured& quantity, Verdict& verdict) const {
  const bool aimed = has(Sign::word_of_aim);
  for (const Sign sign :
       {Sign::word_of_aim, Sign::list_of_aims, Sign::purpose, Sign::word_of_task, Sign::year_ahead,
        Sign::result, Sign::result_before, Sign::present_state, Sign::account})
    if (has(sign)) add(verdict, sign, at_[index(sign)]);
  const std::size_t plan = at_[index(Sign::definite_plan)];
  const bool acts =
      plan != nowhere && std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(plan),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(quantity.number.first),
                                     [](const Token& t) { return t.plays(role::output); });
  if (acts)
    add(verdict, Sign::definite_plan, plan);
  else if (has(Sign::duty))
    add(verdict, Sign::duty, at_[index(Sign::duty)]);
  if (has(Sign::year_past) && !has(Sign::year_ahead))
    add(verdict, Sign::year_past, at_[index(Sign::year_past)]);
  if (has(Sign::rule) && (!aimed || at_[index(Sign::rule)] == sentence_.first))
    add(verdict, Sign::rule, at_[index(Sign::rule)]);
  if (has(Sign::pay) && !aimed && block_.mood != Mood::aim) add(verdict, Sign::pay, at_[index(Sign::pay)]);
}

void Evidence::weigh_wording(const Measured& quantity, Verdict& verdict) const {
  if (quantity.stated) add(verdict, Sign::floor, quantity.first);
  if (quantity.stated && quantity.change && quantity.comparator == Comparator::at_least && reports_nothing())
    add(verdict, Sign::floor_of_change, quantity.first);
  const std::size_t open = opening(quantity);
  // "Mỗi công đoàn cơ sở tổ chức ít nhất …": a floor for each of many is a rule to follow, not news of them.
  if (const std::size_t each = each_before(quantity); each != nowhere) {
    const bool floor = quantity.stated && quantity.comparator == Comparator::at_least;
    if (floor) add(verdict, Sign::floor_for_each, each);
    if (!floor && reports_nothing()) add(verdict, Sign::act_of_each, each);
  }
  if (has(Sign::every_year) && reports_nothing())
    add(verdict, Sign::every_year, at_[index(Sign::every_year)]);
  const bool share = quantity.unit == Quantity::percent;
  if (share && reports_nothing() && (open == quantity.first || tokens_[open].plays(role::having)))
    add(verdict, Sign::figure_first, open);
  if (quantity.unit == Quantity::money_vnd && open < quantity.first && tokens_[open].plays(role::worth) &&
      reports_nothing())
    add(verdict, Sign::figure_first, open);
  if (share && quantity.number.value == Decimal(100) && reports_nothing())
    add(verdict, Sign::all_of_them, quantity.number.first);
  // An order opens with the act itself: "Tổ chức …", "Phấn đấu giảm …", "Tăng tỷ lệ … lên …".
  if (open >= quantity.first || !tokens_[open].plays(role::output | role::rise | role::fall | role::lift))
    return;
  add(verdict, Sign::act_first, open);
  const bool event = quantity.unit == Quantity::count && tokens_[quantity.noun].plays(role::event);
  if (event && block_.mood == Mood::task) add(verdict, Sign::event_of_task, quantity.noun);
}

void Evidence::weigh_lead(const Measured& quantity, Verdict& verdict) const {
  if (text_.plans && reports_nothing()) add(verdict, *text_.plans, nowhere);
  if (lead_ == Lead::none) return;
  if (lead_ == Lead::reported) {
    if (!has(Sign::word_of_aim) && !has(Sign::year_ahead)) add(verdict, Sign::after_results, nowhere);
    return;
  }
  add(verdict, lead_ == Lead::earlier ? Sign::aims_above : Sign::after_aims, nowhere);
  if (connected_) add(verdict, Sign::goes_on, sentence_.first);
  if (quantity.levelled) add(verdict, Sign::level_after_aims, quantity.first);
}

// What follows the number within its segment: a duty ("100% … phải …"), or the marks of a report.
void Evidence::weigh_after(const Measured& quantity, Verdict& verdict) const {
  const bool aim_known = has(Sign::word_of_aim) || block_.mood == Mood::aim;
  for (std::size_t i = quantity.last; i < segment_.last; ++i) {
    const Token& token = tokens_[i];
    if (token.roles == 0) continue;
    if (token.plays(role::aim)) return;
    if (token.is("phải"_w) || token.is("sẽ"_w) || (token.plays(role::duty) && token.plays(role::passive)))
      return add(verdict, Sign::duty_after, i);
    if (token.plays(role::account) && i - quantity.last < 14) return add(verdict, Sign::account_after, i);
    if (aim_known) continue;
    if (token.plays(role::done) && !token.is("chưa"_w)) return add(verdict, Sign::result_after, i);
    if (token.plays(role::wage) && i - quantity.last < 5) return add(verdict, Sign::pay_after, i);
    if (token.plays(role::present) && !token.is("đang"_w)) return add(verdict, Sign::present_after, i);
  }
}

Verdict Evidence::weigh(const Measured& quantity) const {
  if (quantity.first < aside_.first || quantity.first >= aside_.last) return weigh_here(quantity);
  // "kết nạp 236 hội viên (chỉ tiêu là 200)": the aim that a result is held against; within an aim it is
  // another.
  const bool within_aim = has(Sign::word_of_aim) || has(Sign::list_of_aims) || block_.mood == Mood::aim;
  Evidence inside = *this;
  inside.aside_ = {};
  for (std::size_t at = aside_.first; at < quantity.first; ++at) {
    const bool yardstick = tokens_[at].plays(role::aim) && tokens_[at].plays(role::label) && !within_aim;
    if (!yardstick) inside.take_in(at);
  }
  return inside.weigh_here(quantity);
}

Verdict Evidence::weigh_here(const Measured& quantity) const {
  Verdict verdict;
  weigh_section(verdict);
  weigh_before(quantity, verdict);
  weigh_wording(quantity, verdict);
  weigh_lead(quantity, verdict);
  weigh_after(quantity, verdict);
  return verdict;
}

}  // namespace nucong::directive

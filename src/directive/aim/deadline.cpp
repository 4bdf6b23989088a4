#include "directive/aim/deadline.hpp"

#include <algorithm>

#include "directive/aim/plan_name.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t title_blocks_max = 6;
constexpr std::size_t dateline_blocks_max = 40;
constexpr int dateline_year_min = 2000;  // texts on the web; an older date is what they tell of

bool is_work_word(const Tokens& tokens, std::size_t at) {
  return tokens[at].plays(role::task | role::aim) ||
         (tokens[at].is("công"_w) && at + 1 < tokens.size() && tokens[at + 1].is("tác"_w));
}

// "năm 2025" that follows the name of a plan in one block is the plan's year, also within a citation; after
// other words of work ("nhiệm vụ công tác năm 2025") only outside one: a paper's own year is no deadline.
std::optional<int> plan_year(const Tokens& tokens, const std::vector<Block>& blocks, std::size_t blocks_max,
                             std::optional<int> year, std::string_view text) {
  const std::size_t count = std::min(blocks.size(), blocks_max);
  for (std::size_t b = 0; b < count; ++b) {
    bool plan = false;
    bool work = false;
    for (std::size_t i = blocks[b].first; i + 1 < blocks[b].last; ++i) {
      const auto name = plan_name_at(tokens, i, blocks[b].last);
      plan = plan || (name && name->for_a_year);
      work = work || is_work_word(tokens, i);
      const bool named =
          tokens[i].is("năm"_w) && (i == 0 || !(tokens[i - 1].plays(role::tied | role::until | role::from) ||
                                                tokens[i - 1].is("vào"_w)));
      if (!named || !(plan || (work && !tokens[i].cited))) continue;
      const auto found = year_at(tokens, i + 1, text);
      if (i + 2 < tokens.size() && tokens[i + 2].is(U'-')) continue;  // a period's first year
      if (found && (!year || *found >= *year) && !(i >= 2 && tokens[i - 2].is("tháng"_w))) return found;
    }
  }
  return std::nullopt;
}

// A heading in capitals that names the plan and its time: "KẾ HOẠCH … NĂM 2026", "… GIAI ĐOẠN 2011-2015". The
// last time outside parentheses counts; the year of a congress ("NHIỆM KỲ") only where nothing else is said.
std::optional<Horizon> planned_in_title(const Tokens& tokens, const std::vector<TimePhrase>& times,
                                        const std::vector<Block>& blocks, std::optional<int> year) {
  for (std::size_t b = 0; b < std::min(blocks.size(), title_blocks_max); ++b) {
    const bool titles = blocks[b].content < blocks[b].last && tokens[blocks[b].content].shouting;
    if (!titles || blocks[b].item || blocks[b].mood == Mood::report) continue;
    std::optional<Horizon> found;
    auto time = std::ranges::lower_bound(times, blocks[b].first, {}, &TimePhrase::first);
    for (; time != times.end() && time->first < blocks[b].last; ++time) {
      const bool shouted =
          time->first > 0 && (tokens[time->first].shouting || tokens[time->first - 1].shouting);
      const bool aside = time->first > 0 && tokens[time->first - 1].is(U'(');
      const bool weaker = found && found->start != found->year && time->form != TimeForm::period;
      if (shouted && !aside && !weaker && time->form != TimeForm::tied && time->last - time->first < 5)
        found = Horizon{time->year, time->start};
    }
    if (found && (!year || found->year >= *year)) return found;
  }
  return std::nullopt;
}

// "Khởi động Tháng Thanh niên 2018": a year that a title ends a name with.
std::optional<Horizon> year_of_title(const Tokens& tokens, const std::vector<Block>& blocks,
                                     std::optional<int> year, std::string_view text) {
  constexpr std::size_t title_blocks = 2;
  for (std::size_t b = 0; b < std::min(blocks.size(), title_blocks); ++b) {
    if (!blocks[b].heading && blocks[b].closed) continue;
    for (std::size_t i = blocks[b].first + 1; i < blocks[b].last; ++i) {
      const auto named = year_at(tokens, i, text);
      const bool ends_name = tokens[i - 1].kind == TokenKind::word && !tokens[i].cited;
      if (named && ends_name && (!year || *named >= *year)) return Horizon{*named, *named};
    }
  }
  return std::nullopt;
}

// The term in the name of the paper itself: "Nghị quyết Đại hội …, nhiệm kỳ 2025 - 2030". It was read as a
// citation.
std::optional<Horizon> term_in_name(const Tokens& tokens, const std::vector<Block>& blocks,
                                    std::string_view text) {
  constexpr std::size_t name_blocks = 2;
  for (std::size_t b = 0; b < std::min(blocks.size(), name_blocks); ++b) {
    if (!blocks[b].heading) continue;
    for (std::size_t i = blocks[b].first + 1; i + 2 < blocks[b].last; ++i) {
      const auto start = year_at(tokens, i, text);
      const auto end = year_at(tokens, i + 2, text);
      if (start && end && tokens[i + 1].is(U'-') && *end > *start && tokens[i - 1].is("kỳ"_w))
        return Horizon{*end, *start};
    }
  }
  return std::nullopt;
}

// A period that the head of a text names is its own, whatever year the page around it shows.
std::optional<Horizon> period_of_head(const std::vector<TimePhrase>& times,
                                      const std::vector<Block>& blocks) {
  for (const TimePhrase& time : times) {
    if (time.first >= blocks[std::min(blocks.size(), title_blocks_max) - 1].last) break;
    if (time.form == TimeForm::period) return Horizon{time.year, time.start};
  }
  return std::nullopt;
}

// "Đến năm 2030, 95% … và đạt 100% vào năm 2035": the second figure has its own year behind it.
bool follows(const TimePhrase& time, const Candidate& candidate, std::span<const Candidate> all) {
  if (time.form != TimeForm::at || time.first < candidate.quantity.last) return false;
  return std::ranges::none_of(all, [&](const Candidate& other) {
    return other.quantity.number.first > candidate.quantity.number.first &&
           other.quantity.number.first < time.first;
  });
}

}  // namespace

std::optional<int> year_of_text(const Tokens& tokens, const std::vector<TimePhrase>& times,
                                std::string_view text) {
  for (const TimePhrase& time : times) {
    const bool full_date = time.form == TimeForm::bare && time.last - time.first >= 5;
    const bool told_of =
        time.first > 0 && (tokens[time.first - 1].is(U'(') || tokens[time.first - 1].is(U'-'));
    if (full_date && !told_of && time.year >= dateline_year_min) return time.year;
  }
  std::optional<int> latest;
  for (std::size_t i = 2; i < tokens.size(); ++i) {
    if (!tokens[i].cited) continue;
    const Token& before = tokens[i - 1];
    const bool dates_it =
        before.is(U'/') ||
        (before.is("năm"_w) && (tokens[i - 2].capital || tokens[i - 2].kind == TokenKind::number));
    const auto year = dates_it ? year_at(tokens, i, text) : std::nullopt;
    if (year && (!latest || *year > *latest)) latest = year;
  }
  if (latest) return latest;
  for (const TimePhrase& time : times)
    if (time.form == TimeForm::bare && time.year >= dateline_year_min && time.last - time.first < 5)
      return time.year;
  return std::nullopt;
}

std::optional<Horizon> horizon_of(const Tokens& tokens, const std::vector<TimePhrase>& times,
                                  const std::vector<Block>& blocks, std::optional<int> year,
                                  std::string_view text) {
  if (blocks.empty()) return std::nullopt;
  const auto latest = [&](TimeForm form) {
    std::optional<Horizon> found;
    for (const TimePhrase& time : times)
      if (time.form == form && (!year || time.year >= *year) && (!found || time.year > found->year))
        found = Horizon{time.year, time.start};
    return found;
  };
  if (const auto titled = planned_in_title(tokens, times, blocks, year)) return titled;
  if (const auto planned = plan_year(tokens, blocks, title_blocks_max, year, text))
    return Horizon{*planned, *planned};
  if (const auto term = term_in_name(tokens, blocks, text)) return term;
  if (const auto period = latest(TimeForm::period)) return period;
  if (const auto period = period_of_head(times, blocks)) return period;
  for (const TimePhrase& time : times)
    if (time.form == TimeForm::until && (!year || time.year >= *year)) return Horizon{time.year, time.year};
  if (const auto at = latest(TimeForm::at)) return at;
  if (const auto planned = plan_year(tokens, blocks, dateline_blocks_max, year, text))
    return Horizon{*planned, *planned};
  return year_of_title(tokens, blocks, year, text);
}

namespace {

Due due(const TimePhrase& time) {
  return {time.year, day_of(time)};
}

bool is_aside(const Tokens& tokens, const TimePhrase& time) {
  return time.first > 0 && tokens[time.first - 1].is("riêng"_w);
}

void assign_by_sentence(std::span<Candidate> candidates, const std::vector<TimePhrase>& useful,
                        const Tokens& tokens, std::optional<Due>& carried) {
  if (useful.empty()) {
    if (carried)
      for (Candidate& c : candidates) c.deadlines = {*carried};
    return;
  }
  const bool leads = candidates.empty() || useful.front().first < candidates.front().quantity.number.first;
  if (leads) {
    for (Candidate& c : candidates) {
      for (const TimePhrase& time : useful)
        if (time.first < c.quantity.number.first || follows(time, c, candidates)) c.deadlines = {due(time)};
    }
    carried = useful.back().form == TimeForm::bare && candidates.empty() ? carried
                                                                         : std::optional(due(useful.back()));
    if (candidates.empty() && !carried) carried = due(useful.back());
    return;
  }
  // The years follow their numbers: each goes to the numbers before it that have none yet, and years joined
  // by "và" with no number between all go to them: "dưới 5% … và dưới 10% … vào năm 2025 và năm 2030".
  std::size_t open = 0;
  std::size_t t = 0;
  while (t < useful.size()) {
    std::size_t upto = open;
    while (upto < candidates.size() && candidates[upto].quantity.number.first < useful[t].first) ++upto;
    std::size_t next = t + 1;
    while (next < useful.size() && useful[next].first <= useful[next - 1].last + 1 &&
           (useful[next].first == useful[next - 1].last || tokens[useful[next].first - 1].plays(role::conj)))
      ++next;
    for (std::size_t c = open; c < upto; ++c)
      for (std::size_t y = t; y < next; ++y) candidates[c].deadlines.push_back(due(useful[y]));
    open = std::max(open, upto);
    t = next;
  }
  for (; open < candidates.size(); ++open)
    if (carried) candidates[open].deadlines = {*carried};
}

}  // namespace

void assign_deadlines(std::span<Candidate> candidates, std::span<const TimePhrase> times,
                      const Tokens& tokens, std::optional<Due>& carried) {
  std::vector<TimePhrase> useful;
  for (const TimePhrase& time : times)
    if (time.form != TimeForm::tied && !is_aside(tokens, time)) useful.push_back(time);
  assign_by_sentence(candidates, useful, tokens, carried);
  // "xóa bỏ 1.200 lối đi, riêng năm 2026 là 250 lối": that year is for that figure alone.
  for (const TimePhrase& time : times) {
    if (time.form == TimeForm::tied || !is_aside(tokens, time)) continue;
    const auto next = std::ranges::find_if(
        candidates, [&](const Candidate& c) { return c.quantity.number.first >= time.last; });
    if (next != candidates.end()) next->deadlines = {due(time)};
  }
}

}  // namespace nucong::directive

#include "directive/text/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nucong::directive {
namespace {

constexpr int year_min = 1930;
constexpr int year_max = 2100;

std::string_view words_of(const Token& token, std::string_view text) {
  return text.substr(token.begin, token.end - token.begin);
}

// A number of digits only, at most `digits_max` of them.
std::optional<int> plain_number(const Tokens& tokens, std::size_t at, std::string_view text,
                                std::size_t digits_max) {
  if (at >= tokens.size() || tokens[at].kind != TokenKind::number) return std::nullopt;
  const std::string_view digits = words_of(tokens[at], text);
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.size() > digits_max || error != std::errc{} || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

bool is_word(const Tokens& tokens, std::size_t at, Key toned, Key folded) {
  return at < tokens.size() &&
         (tokens[at].is(toned) || (tokens[at].words == 1 && tokens[at].folded == folded));
}
bool is_sign(const Tokens& tokens, std::size_t at, char32_t sign) {
  return at < tokens.size() && tokens[at].is(sign);
}

// Typists drop the marks of these three words more often than of any other: "ngay 24 tháng 05".
bool is_day(const Tokens& t, std::size_t at) {
  return is_word(t, at, "ngày"_w, "ngay"_w);
}
bool is_month(const Tokens& t, std::size_t at) {
  return is_word(t, at, "tháng"_w, "thang"_w);
}
bool is_year(const Tokens& t, std::size_t at) {
  return is_word(t, at, "năm"_w, "nam"_w);
}

std::optional<Date> calendar_day(int year, int month, int day) {
  const std::chrono::year_month_day made{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!made.ok() || year < year_min || year > year_max) return std::nullopt;
  return std::chrono::sys_days{made};
}

// "10.04.2025" comes as one number.
std::optional<Date> dotted_date(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second == std::string_view::npos || first > 2 || second - first > 3 || text.size() - second != 5)
    return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t to) {
    int value = 0;
    std::from_chars(text.data() + from, text.data() + to, value);
    return value;
  };
  return calendar_day(part(second + 1, text.size()), part(first + 1, second), part(0, first));
}

class TimeFinder {
 public:
  TimeFinder(Tokens& tokens, std::string_view text) : tokens_(tokens), text_(text) {}

  std::vector<TimePhrase> run() {
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t next = tokens_[at].cited ? at + 1 : step(at);
      at = next > at ? next : at + 1;
    }
    return std::move(found_);
  }

 private:
  // Returns the first token after what was read at `at`, or `at`.
  std::size_t step(std::size_t at) {
    if (const auto date = read_date(tokens_, at, text_)) {
      const std::chrono::year_month_day day{date->date};
      return add(at, date->next, year_of(date->date), {}, 0, day.month() / day.day());
    }
    if (is_year(tokens_, at)) {
      if (const auto year = year_at(tokens_, at + 1, text_)) return period_or_year(at, at + 1, *year);
      return at;
    }
    if (is_month(tokens_, at) || tokens_[at].begins("quý"_w)) return month(at);
    if (const auto year = year_at(tokens_, at, text_)) return lone_year(at, *year);
    return day_and_month(at);
  }

  std::size_t period_or_year(std::size_t first, std::size_t year_token, int year) {
    std::size_t next = year_token + 1;
    const bool joined =
        is_sign(tokens_, next, U'-') || (next < tokens_.size() && tokens_[next].plays(role::until));
    if (joined) {
      const std::size_t second = is_year(tokens_, next + 1) ? next + 2 : next + 1;
      if (const auto end = year_at(tokens_, second, text_); end && *end >= year)
        return add(first, second + 1, *end, TimeForm::period, year);
    }
    return add(first, next, year, {});
  }

  // A year with no "năm": only in a period, after "đến", "giai đoạn", "nhiệm kỳ", or as one more year of a
  // list.
  std::size_t lone_year(std::size_t at, int year) {
    const std::size_t next = period_or_year_end(at, year);
    if (next > at + 1) return next;
    const bool after_word = at > 0 && (tokens_[at - 1].plays(role::until) || tokens_[at - 1].is("khóa"_w) ||
                                       tokens_[at - 1].is("hết"_w));
    const bool listed = at > 1 && tokens_[at - 1].plays(role::conj) && tokens_[at - 2].timed;
    if (after_word || listed) return add(at, at + 1, year, {});
    const bool slashed = at > 0 && tokens_[at - 1].is(U'/');
    if (!slashed && is_sign(tokens_, at + 1, U'|')) return add(at, at + 1, year, {});
    return at;
  }

  std::size_t period_or_year_end(std::size_t at, int year) {
    if (!is_sign(tokens_, at + 1, U'-') && !(at + 1 < tokens_.size() && tokens_[at + 1].plays(role::until)))
      return at;
    const std::size_t second = is_year(tokens_, at + 2) ? at + 3 : at + 2;
    const auto end = year_at(tokens_, second, text_);
    return end && *end >= year ? add(at, second + 1, *end, TimeForm::period, year) : at;
  }

  std::size_t month(std::size_t at) {
    std::size_t next = at + 1;
    const bool roman =
        next < tokens_.size() && tokens_[next].kind == TokenKind::word && tokens_[next].shouting;
    const auto number = plain_number(tokens_, next, text_, 2);
    if (!roman && !number) return at;
    const auto last = last_day(tokens_[at], roman ? roman_number(next) : number);
    ++next;
    if (is_sign(tokens_, next, U'/') || is_year(tokens_, next)) {
      if (const auto year = year_at(tokens_, next + 1, text_)) return add(at, next + 2, *year, {}, 0, last);
    }
    if (last && ends_by(at)) return add(at, next, 0, TimeForm::until, 0, last);
    mark(at, next);
    return next;
  }

  [[nodiscard]] std::optional<int> roman_number(std::size_t at) const {
    constexpr auto quarters = std::to_array<Key>({"i"_w, "ii"_w, "iii"_w, "iv"_w});
    const auto found = std::ranges::find(quarters, tokens_[at].toned);
    return found == quarters.end() ? std::nullopt
                                   : std::optional(static_cast<int>(found - quarters.begin()) + 1);
  }

  // The last day of a month, or of a quarter.
  [[nodiscard]] static std::optional<std::chrono::month_day> last_day(const Token& word,
                                                                      std::optional<int> number) {
    const bool quarter = word.begins("quý"_w);
    if (!number || *number < 1 || *number > (quarter ? 4 : 12)) return std::nullopt;
    constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const auto month = static_cast<unsigned>(quarter ? *number * 3 : *number);
    return std::chrono::month{month} / std::chrono::day{days.at(month - 1)};
  }

  // "trước ngày 30/6", "đến hết tháng 9", "chậm nhất quý III": something is to be done by then.
  [[nodiscard]] bool ends_by(std::size_t at) const {
    while (at > 0 && (is_day(tokens_, at - 1) || tokens_[at - 1].is("hết"_w) || tokens_[at - 1].is("cuối"_w)))
      --at;
    if (at == 0) return false;
    const Token& word = tokens_[at - 1];
    return word.is("trước"_w) || word.is("đến"_w) || word.is("nhất"_w);
  }

  // "8/3", "20/10", "29-6": a day of the calendar unless a whole follows of which it is a part ("2/3 số
  // phiếu").
  std::size_t day_and_month(std::size_t at) {
    const auto day = plain_number(tokens_, at, text_, 2);
    if (!day || at + 2 >= tokens_.size()) return at;
    // "ít nhất 1/4", "giảm 1/5", "chiếm 2/3": parts, not days.
    constexpr Roles parts = role::at_least | role::more_than | role::fall | role::rise | role::reach;
    if (at > 0 && (tokens_[at - 1].plays(parts) || tokens_[at - 1].is("chiếm"_w))) return at;
    const bool slash = tokens_[at + 1].is(U'/');
    if (!slash && !(tokens_[at + 1].is(U'-') && tokens_[at + 1].glued)) return at;
    const auto month = plain_number(tokens_, at + 2, text_, 2);
    if (!month || *day < 1 || *day > 31 || *month < 1 || *month > 12) return at;
    if (!slash && !(at > 0 && (is_day(tokens_, at - 1) || tokens_[at - 1].is("sáng"_w) ||
                               tokens_[at - 1].is("chiều"_w))))
      return at;
    const bool of_something =
        at + 3 < tokens_.size() &&
        (tokens_[at + 3].plays(role::whole | role::structure | role::people) || tokens_[at + 3].is(U'%'));
    if (slash && of_something) return at;
    if (ends_by(at) && calendar_day(2024, *month, *day))
      return add(
          at, at + 3, 0, TimeForm::until, 0,
          std::chrono::month{static_cast<unsigned>(*month)} / std::chrono::day{static_cast<unsigned>(*day)});
    mark(at, at + 3);
    return at + 3;
  }

  void mark(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) tokens_[i].timed = true;
  }

  // "so với dự toán năm 2024", "gấp 2 lần năm 2010": the year of a base, with the base named before it.
  [[nodiscard]] bool measures_from(std::size_t at) const {
    constexpr std::size_t base_words_max = 6;
    if (at >= 3 && tokens_[at - 1].is("lần"_w) && tokens_[at - 3].is("gấp"_w)) return true;
    for (std::size_t i = at; i > 0 && at - i < base_words_max; --i) {
      const Token& token = tokens_[i - 1];
      if (token.plays(role::tied)) return true;
      if (token.kind != TokenKind::word || token.timed) return false;
    }
    return false;
  }

  std::size_t add(std::size_t first, std::size_t last, int year, std::optional<TimeForm> known, int start = 0,
                  std::optional<std::chrono::month_day> day = {}) {
    if (start == 0) start = year;
    std::size_t begin = first;
    const auto before = [&] {
      return begin > 0 && tokens_[begin - 1].kind != TokenKind::line_break ? &tokens_[begin - 1] : nullptr;
    };
    const auto is = [&](const Token* token, Key word) { return token != nullptr && token->is(word); };
    while (is(before(), "cuối"_w) || is(before(), "hết"_w) || is(before(), "đầu"_w) ||
           is(before(), "ngày"_w) || is(before(), "hoặc"_w))
      --begin;
    TimeForm form = known.value_or(TimeForm::bare);
    const Token* word = before();
    if (word != nullptr && !known) {
      if (word->plays(role::until) || is(word, "trước"_w))
        form = TimeForm::until;
      else if (is(word, "vào"_w) || is(word, "trong"_w))
        form = TimeForm::at;
      else if (word->plays(role::from))
        form = TimeForm::from;
      else if (word->plays(role::tied) || is(word, "hơn"_w))
        form = TimeForm::tied;
      else if (word->plays(role::conj) && !found_.empty() && found_.back().last + 1 == begin &&
               found_.back().form != TimeForm::period)
        form = found_.back().form;  // "vào năm 2027 và năm 2030"
    }
    if (form == TimeForm::bare && measures_from(begin)) form = TimeForm::tied;
    // "so với giai đoạn 2011-2015"
    if (word != nullptr && word->begins("giai"_w) && begin > 1 && tokens_[begin - 2].plays(role::tied))
      form = TimeForm::tied;
    const bool part_of_it =
        word != nullptr && (form != TimeForm::bare &&
                            (word->plays(role::until | role::from | role::tied) || is(word, "trước"_w) ||
                             is(word, "vào"_w) || is(word, "trong"_w) || is(word, "đoạn"_w)));
    if (part_of_it) --begin;
    // "từ năm 2025 đến năm 2030" and "cuối năm 2025 hoặc đầu năm 2026": one time, its later end.
    if (!found_.empty() && found_.back().last == begin && form == TimeForm::until &&
        found_.back().form == TimeForm::from) {
      begin = found_.back().first;
      start = found_.back().year;
      form = TimeForm::period;
      found_.pop_back();
    }
    if (last < tokens_.size() && tokens_[last].words == 2 && tokens_[last].plays(role::annual))
      ++last;  // trở đi
    mark(begin, last);
    found_.push_back({begin, last, year, start, form, day});
    return last;
  }

  Tokens& tokens_;
  std::string_view text_;
  std::vector<TimePhrase> found_;
};

}  // namespace

std::optional<int> year_at(const Tokens& tokens, std::size_t at, std::string_view text) {
  const auto year = plain_number(tokens, at, text, 4);
  return year && *year >= year_min && *year <= year_max ? year : std::nullopt;
}

std::optional<DateRead> read_date(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (is_day(tokens, at)) ++at;
  if (at < tokens.size() && tokens[at].kind == TokenKind::number) {
    if (const auto date = dotted_date(words_of(tokens[at], text))) return DateRead{*date, at + 1};
  }
  const auto day = plain_number(tokens, at, text, 2);
  const auto month = plain_number(tokens, at + 2, text, 2);
  if (!day || !month) return std::nullopt;
  const bool written = is_month(tokens, at + 1) && is_year(tokens, at + 3);
  const bool signs = (is_sign(tokens, at + 1, U'/') && is_sign(tokens, at + 3, U'/')) ||
                     (is_sign(tokens, at + 1, U'-') && is_sign(tokens, at + 3, U'-'));
  const auto year = year_at(tokens, at + 4, text);
  if ((!written && !signs) || !year) return std::nullopt;
  const auto date = calendar_day(*year, *month, *day);
  return date ? std::optional(DateRead{*date, at + 5}) : std::nullopt;
}

void date_days(std::vector<TimePhrase>& times, std::optional<int> year) {
  for (TimePhrase& time : times)
    if (time.year == 0 && year) time.year = time.start = *year;
  std::erase_if(times, [](const TimePhrase& time) { return time.year == 0; });
}

std::optional<Date> day_of(const TimePhrase& time) {
  if (!time.day) return std::nullopt;
  const std::chrono::year_month_day day = std::chrono::year{time.year} / *time.day;
  return day.ok() ? std::optional<Date>(day) : std::nullopt;
}

std::vector<TimePhrase> find_times(Tokens& tokens, std::string_view text) {
  return TimeFinder(tokens, text).run();
}

}  // namespace nucong::directive

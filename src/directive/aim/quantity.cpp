#include "directive/aim/quantity.hpp"

#include <algorithm>

#include "directive/text/calendar.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t look_back_max = 7;     // words between a comparator and its number
constexpr std::size_t change_back_max = 30;  // words between "tăng" and its number
constexpr std::size_t noun_tokens_max = 4;

class QuantityReading {
 public:
  QuantityReading(const Tokens& tokens, std::size_t from, std::size_t to, std::string_view text)
      : tokens_(tokens), from_(from), to_(to), text_(text) {}

  std::optional<Measured> run(std::size_t at) {
    auto number = read_number(tokens_, at, text_);
    if (!number || number->last > to_) return std::nullopt;
    out_.number = *number;
    out_.first = at;
    out_.last = number->last;
    if (!read_unit()) return std::nullopt;
    if (is_name(at) || is_base() || is_denominator(at)) return std::nullopt;
    read_before(at);
    if (out_.number.spelled && !out_.stated && !spelled_counts(at)) return std::nullopt;
    read_after();
    decide();
    read_change();
    return out_;
  }

 private:
  [[nodiscard]] const Token* token(std::size_t at) const { return at < to_ ? &tokens_[at] : nullptr; }
  [[nodiscard]] bool plays(std::size_t at, Roles roles) const { return at < to_ && tokens_[at].plays(roles); }
  [[nodiscard]] bool sign(std::size_t at, char32_t s) const { return at < to_ && tokens_[at].is(s); }
  [[nodiscard]] bool before(std::size_t at, Roles roles) const {
    return at > from_ && tokens_[at - 1].plays(roles);
  }

  bool read_unit() {
    std::size_t at = out_.number.last;
    const auto take = [&](Quantity unit) {
      out_.unit = unit;
      out_.last = at + 1;
      return true;
    };
    if (out_.number.multiple) {
      out_.unit = Quantity::times;
      return true;
    }
    if (out_.number.shape == NumberShape::per_many || out_.number.shape == NumberShape::fraction) {
      out_.unit = Quantity::ratio;
      out_.last = at;
      return true;
    }
    if (sign(at, U'%') && is_zero(at + 1)) {  // "0,5%0": a per mille sign as typewriters make it
      out_.unit = Quantity::ratio;
      out_.last = at + 2;
      return true;
    }
    if (sign(at, U'%') || plays(at, role::percent)) return take(Quantity::percent);
    if (plays_word(at, "điểm"_w) && sign(at + 1, U'%')) {
      ++at;
      return take(Quantity::percent);
    }
    if (plays(at, role::times) && !sign(at + 1, U'|')) return take(Quantity::times);
    if (plays(at, role::dong)) return take(Quantity::money_vnd);
    // "1 điểm vui chơi" is a place, "90 điểm" are points.
    const bool place = plays_word(at, "điểm"_w) && at + 1 < to_ && tokens_[at + 1].kind == TokenKind::word &&
                       !tokens_[at + 1].timed && tokens_[at + 1].roles == 0;
    if (plays(at, role::measure) && !place) {
      out_.physical = true;
      return take(Quantity::other);
    }
    if (plays(at, role::time_unit)) {
      out_.time = true;
      return take(Quantity::other);
    }
    if (sign(at, U'‰')) return take(Quantity::ratio);
    return read_noun_or_table_unit(at);
  }

  [[nodiscard]] bool is_zero(std::size_t at) const {
    return at < to_ && tokens_[at].kind == TokenKind::number && tokens_[at].glued &&
           text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin) == "0";
  }

  // A table gives the unit in the cell before the value: "% | 95".
  bool read_noun_or_table_unit(std::size_t at) {
    const std::size_t number = out_.number.first;
    if (number >= from_ + 2 && tokens_[number - 1].is(U'|') && tokens_[number - 2].is(U'%')) {
      out_.unit = Quantity::percent;
      return true;
    }
    // "115 tỷ" with nothing after it is money; "40 triệu người" is people.
    if (sign(at, U'“') || sign(at, U'"')) ++at;  // 02 “Mái ấm Công đoàn”
    const Token* next = token(at);
    const bool noun = next != nullptr && next->kind == TokenKind::word && !next->timed && !next->cited &&
                      !next->plays(role::conj | role::preposition | role::or_more | role::until |
                                   role::come_down | role::reach | role::aim | role::duty | role::done |
                                   role::passive | role::exactly | role::tied | role::from);
    if (noun && next->glued && !counts_something(*next)) return false;  // "5G", "8h"
    if (noun && looks_like_year() && !counts_something(*next)) return false;
    if (!noun) {
      const bool billions = out_.number.scaled && tokens_[out_.number.last - 1].plays(role::magnitude);
      if (!billions && looks_like_year()) return false;
      out_.unit = billions ? Quantity::money_vnd : rate_before() ? Quantity::ratio : Quantity::other;
      out_.bare = !billions;
      return true;
    }
    out_.unit = counted_in_many() ? Quantity::ratio : Quantity::count;
    out_.noun = at;
    read_noun(at);
    return read_people_per(at);
  }

  [[nodiscard]] static bool counts_something(const Token& noun) {
    return noun.plays(role::event | role::people | role::whole);
  }

  [[nodiscard]] bool looks_like_year() const {
    return year_at(tokens_, out_.number.first, text_).has_value();
  }

  // "tỷ suất … trên 1.000 trẻ đẻ sống xuống 12,5": the figure of a rate needs no unit.
  [[nodiscard]] bool rate_before() const {
    for (std::size_t i = from_; i < out_.number.first; ++i) {
      if (tokens_[i].plays(role::rate)) return true;
      if (tokens_[i].is(U'/') && i + 1 < out_.number.first && tokens_[i + 1].is("vạn"_w)) return true;
    }
    return false;
  }

  // "Số bác sĩ trên 1 vạn dân đạt 15,3 bác sĩ"
  [[nodiscard]] bool counted_in_many() const {
    for (std::size_t i = from_; i + 2 < out_.number.first; ++i)
      if ((tokens_[i].is("trên"_w) || tokens_[i].is(U'/')) &&
          (plays_word(i + 2, "vạn"_w) || plays_word(i + 1, "vạn"_w)))
        return true;
    return false;
  }

  void read_noun(std::size_t at) {
    std::size_t end = at;
    while (end < to_ && end - at < noun_tokens_max) {
      const Token& t = tokens_[end];
      const bool goes_on =
          t.kind == TokenKind::word && !t.timed && !t.cited &&
          (end == at ||
           !t.plays(role::conj | role::preposition | role::passive | role::having | role::or_more |
                    role::predicate | role::duty | role::reach | role::until | role::from | role::exactly));
      if (!goes_on) break;
      ++end;
      if (t.words > 1 && end - at >= 1) break;
      if (end - at == 2) break;
    }
    out_.noun_end = std::max(end, at + 1);
    out_.last = at;
  }

  // "111 bé trai/100 bé gái", "18 ca sinh/1.000 phụ nữ", "12 bác sĩ/vạn dân".
  bool read_people_per(std::size_t at) {
    for (std::size_t i = at; i < to_ && i < at + 5; ++i) {
      if (!tokens_[i].is(U'/')) {
        if (tokens_[i].kind != TokenKind::word) break;
        continue;
      }
      const Token* many = token(i + 1);
      // "2,1 con/phụ nữ"
      const bool people = many != nullptr && many->plays(role::people) && rate_before();
      const bool number = many != nullptr && many->kind == TokenKind::number;
      const bool ten_thousand = many != nullptr && (many->is("vạn"_w) || many->plays(role::magnitude));
      if (!number && !ten_thousand && !people) break;
      out_.unit = Quantity::ratio;
      out_.last = i + 2;
      break;
    }
    return true;
  }

  // Number words are mostly no numbers ("một số", "hai giới"): they count in percent, after a verb whose
  // object is counted ("tổ chức hai lớp", "thành lập thêm một đảng bộ"), and where the text says how to
  // compare.
  [[nodiscard]] bool spelled_counts(std::size_t at) const {
    if (out_.unit == Quantity::percent) return true;
    if (out_.unit != Quantity::count || !before(at, role::output)) return false;
    const bool more = tokens_[at - 1].is("thêm"_w) || tokens_[at - 1].plays(role::output);
    return more && (tokens_[at - 1].is("thêm"_w) || plays(out_.noun, role::event));
  }

  // Điều 5, khóa 10, "xã Quế Xuân 2": the number belongs to the name before it.
  [[nodiscard]] bool is_name(std::size_t at) const {
    if (out_.unit != Quantity::count && !out_.bare) return false;
    if (at == from_) return false;
    const Token& previous = tokens_[at - 1];
    const bool counts_well =
        out_.unit == Quantity::count && plays(out_.noun, role::event | role::people | role::whole);
    if (previous.plays(role::label)) {
      if (previous.plays(role::aim) && out_.unit == Quantity::count) return false;
      return !(counts_well && !previous.plays(role::event)) || previous.plays(role::whole);
    }
    if (previous.is(U'/') || previous.is(U'.')) return previous.glued || tokens_[at].glued;
    if (previous.is(U'-') && tokens_[at].glued && previous.glued) return true;
    return previous.kind == TokenKind::word && previous.capital && at - 1 > from_ && previous.roles == 0 &&
           !counts_well && !previous.timed;
  }

  // "từ 6% … lên 9%": the first number is where things stand.
  [[nodiscard]] bool is_base() const {
    const std::size_t number = out_.number.first;
    if (out_.number.shape == NumberShape::range || !before(number, role::from)) return false;
    const std::size_t stop = std::min(to_, out_.last + 14);
    for (std::size_t i = out_.last; i < stop; ++i) {
      if (tokens_[i].is(U';') || tokens_[i].is(U',') || tokens_[i].plays(role::or_more)) return false;
      if (tokens_[i].plays(role::reach | role::come_down) && i + 1 < to_ && !tokens_[i].is("đạt"_w)) {
        for (std::size_t j = i + 1; j < std::min(to_, i + 4); ++j)
          if (tokens_[j].kind == TokenKind::number && !tokens_[j].timed) return true;
      }
    }
    return false;
  }

  // "tỷ suất … trên 1.000 trẻ đẻ sống": what the rate is counted in.
  [[nodiscard]] bool is_denominator(std::size_t at) const {
    if (plays_word(out_.number.last, "vạn"_w)) return true;
    // "2,1 con trên một phụ nữ"
    if (out_.number.spelled && at > from_ && tokens_[at - 1].is("trên"_w)) {
      for (std::size_t i = at - 1; i > from_ && at - i < look_back_max; --i)
        if (tokens_[i - 1].kind == TokenKind::number) return true;
    }
    const Decimal value = out_.number.value;
    const bool round = value == Decimal(100) || value == Decimal(1000) || value == Decimal(10000) ||
                       value == Decimal(100000);
    if (!round || at == from_) return false;
    if (tokens_[at - 1].is(U'/')) return true;
    if (!tokens_[at - 1].is("trên"_w)) return false;
    const std::size_t begin = at - from_ > change_back_max ? at - change_back_max : from_;
    for (std::size_t i = begin; i < at; ++i)
      if (tokens_[i].plays(role::rate)) return true;
    return false;
  }

  [[nodiscard]] bool plays_word(std::size_t at, Key word) const { return at < to_ && tokens_[at].is(word); }

  void read_before(std::size_t at) {
    const std::size_t begin = at - from_ > look_back_max ? at - look_back_max : from_;
    for (std::size_t i = at; i > begin; --i) {
      const Token& t = tokens_[i - 1];
      if (t.is(U'≥') || t.is(U'≤') || t.is(U'>') || t.is(U'<') || t.is(U'=')) {
        const bool equal_too = t.is(U'=') && i - 1 > begin;
        if (equal_too && (tokens_[i - 2].is(U'>') || tokens_[i - 2].is(U'<'))) {  // ">= 78%"
          before_ |= tokens_[i - 2].is(U'>') ? role::at_least : role::at_most;
          out_.first = i - 2;
          --i;
          continue;
        }
        before_ |= t.is(U'≥')   ? role::at_least
                   : t.is(U'≤') ? role::at_most
                   : t.is(U'>') ? role::more_than
                   : t.is(U'=') ? role::exactly
                                : role::less_than;
        out_.first = i - 1;
        continue;
      }
      constexpr Roles compares = role::at_least | role::more_than | role::at_most | role::less_than |
                                 role::about | role::exactly | role::reach | role::come_down | role::from |
                                 role::rise | role::fall | role::growth | role::rank;
      if (t.kind != TokenKind::word || t.timed || t.cited) break;
      if (t.plays(compares)) {
        before_ |= t.roles & compares;
        out_.first = i - 1;
        // What stands before "đạt" says no more how to compare: "hoặc tương đương đạt 10%".
        if (t.plays(role::rise | role::fall | role::growth | role::rank | role::reach)) break;
        continue;
      }
      if (t.words > 1 && t.plays(role::annual | role::share)) continue;  // "ít nhất mỗi năm 1 lần"
      if (t.is("mức"_w) || t.is("thêm"_w) || t.is("được"_w) || t.is("có"_w)) continue;
      break;
    }
    out_.stated = (before_ & (role::at_least | role::more_than | role::at_most | role::less_than)) != 0;
    out_.levelled = (before_ & (role::reach | role::come_down)) != 0;
    out_.equated = out_.first < at && tokens_[out_.first].is(U'=');
    out_.ranked = (before_ & role::rank) != 0 && out_.unit == Quantity::count;
  }

  void read_after() {
    std::size_t at = out_.last;
    if (plays(at, role::or_more | role::or_less)) {
      after_ = tokens_[at].roles & (role::or_more | role::or_less);
      out_.last = at + 1;
    } else if (out_.unit == Quantity::count && plays(out_.noun_end, role::or_more | role::or_less)) {
      after_ = tokens_[out_.noun_end].roles & (role::or_more | role::or_less);
    }
    if (after_ != 0) out_.stated = true;
  }

  void decide() {
    const bool hundred = out_.unit == Quantity::percent && out_.number.value == Decimal(100);
    const auto has = [&](Roles roles) { return (before_ & roles) != 0; };
    if (out_.number.shape == NumberShape::range)
      out_.comparator = Comparator::range;
    else if (has(role::at_least))
      out_.comparator = Comparator::at_least;
    else if (has(role::at_most))
      out_.comparator = Comparator::at_most;
    else if (has(role::more_than))
      out_.comparator = Comparator::more_than;
    else if (has(role::less_than))
      out_.comparator = Comparator::less_than;
    else if ((after_ & role::or_more) != 0)
      out_.comparator = Comparator::at_least;
    else if ((after_ & role::or_less) != 0)
      out_.comparator = Comparator::at_most;
    else if (hundred)
      out_.comparator = Comparator::equal;
    else if (has(role::about))
      out_.comparator = Comparator::equal;
    else if (has(role::come_down))
      out_.comparator = Comparator::at_most;
    else if (out_.ranked)
      out_.comparator = Comparator::at_most;
    else if (has(role::from))
      out_.comparator = Comparator::at_least;
    else if (has(role::exactly))
      out_.comparator = Comparator::equal;
    else if (out_.number.shape == NumberShape::of_total && out_.number.complete)
      out_.comparator = Comparator::equal;
    if (out_.ranked) out_.unit = Quantity::other;
  }

  // A change is named by tăng or giảm with no level (lên, xuống, đạt, dưới) between it and the number.
  void read_change() {
    if (out_.unit == Quantity::times) {
      out_.change = (before_ & (role::rise | role::fall)) != 0;
      return;
    }
    if (out_.comparator == Comparator::less_than || out_.comparator == Comparator::at_most) return;
    if ((before_ & (role::rise | role::fall | role::growth)) != 0) {
      out_.change = (before_ & (role::reach | role::come_down)) == 0 || (before_ & role::growth) != 0;
      return;
    }
    // "Tốc độ tăng trưởng công nghiệp, dịch vụ nông thôn … 10%": the whole clause tells a rate of change.
    if (from_ < out_.first && tokens_[from_].plays(role::growth) && out_.unit == Quantity::percent) {
      out_.change = true;
      return;
    }
    const std::size_t at = out_.first;
    const std::size_t begin = at - from_ > change_back_max ? at - change_back_max : from_;
    bool levelled = out_.levelled;
    for (std::size_t i = at; i > begin; --i) {
      const Token& t = tokens_[i - 1];
      if (t.is(U',') || t.is(U';') || t.is(U':') || t.is(U'|')) return;
      if (t.plays(role::growth)) {
        out_.change = !(t.plays(role::share) && levelled);
        return;
      }
      if (t.plays(role::rise | role::fall)) {
        out_.change = !levelled;
        return;
      }
      if (t.plays(role::reach | role::come_down | role::lift)) levelled = true;
      const bool other_object = t.plays(role::output) && !t.is("thêm"_w) && !t.is("mới"_w);
      if (other_object || (t.is(U'%'))) return;
    }
  }

  const Tokens& tokens_;
  std::size_t from_;
  std::size_t to_;
  std::string_view text_;
  Measured out_;
  Roles before_ = 0;
  Roles after_ = 0;
};

}  // namespace

std::optional<Measured> read_quantity(const Tokens& tokens, std::size_t at, std::size_t from, std::size_t to,
                                      std::string_view text) {
  return QuantityReading(tokens, from, to, text).run(at);
}

}  // namespace nucong::directive

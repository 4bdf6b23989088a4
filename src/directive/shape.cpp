#include "directive/shape.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

class Shape {
 public:
  Shape(const Tokens& tokens, const Measured& quantity, const Nesting& nesting)
      : tokens_(tokens), q_(quantity), n_(nesting) {}

  [[nodiscard]] bool fits() const {
    if (n_.in_name || (n_.in_parentheses && !n_.aim_inside)) return false;
    if (q_.number.value.is_zero() && !q_.number.value_max) return false;
    if (q_.ranked) return true;
    switch (q_.unit) {
      case Quantity::percent:
        return share_fits();
      case Quantity::ratio:
        return before_any(role::rate | role::share | role::each | role::output | role::reach) ||
               n_.coverage_end == 0;
      case Quantity::times:
        return q_.stated || q_.levelled || before_any(role::annual | role::rise | role::reach) ||
               after_any(role::annual);
      case Quantity::money_vnd:
        return money_fits();
      case Quantity::count:
        return count_fits();
      case Quantity::other:
        return q_.time ? time_fits() : q_.bare ? bare_fits() : physical_fits();
    }
    return false;
  }

 private:
  [[nodiscard]] bool before_any(Roles roles) const { return any(n_.segment.first, q_.number.first, roles); }
  [[nodiscard]] bool after_any(Roles roles) const {
    return any(q_.last, std::min(n_.segment.last, q_.last + 4), roles);
  }
  [[nodiscard]] bool any(std::size_t first, std::size_t last, Roles roles) const {
    for (std::size_t i = first; i < last; ++i)
      if (tokens_[i].plays(roles)) return true;
    return false;
  }
  [[nodiscard]] const Token* governor() const {
    return q_.first > n_.segment.first ? &tokens_[q_.first - 1] : nullptr;
  }

  [[nodiscard]] bool percent_follows() const {
    for (std::size_t i = q_.last; i < n_.segment.last; ++i)
      if (tokens_[i].is(U'%')) return true;
    return false;
  }

  // A percentage with nothing said around it is a widget or a cell of somebody's chart.
  [[nodiscard]] bool share_fits() const {
    std::size_t words = 0;
    for (std::size_t i = n_.segment.first; i < n_.segment.last; ++i)
      words += tokens_[i].kind == TokenKind::word ? std::size_t{tokens_[i].words} : 0;
    if (words < 2) return false;
    // "chiếm 50% trở lên so với tổng số" defines; "bằng 111% so với nghị quyết" compares.
    const bool compared = q_.last < n_.segment.last && tokens_[q_.last].plays(role::tied);
    if (compared && !q_.change && !q_.levelled && !before_any(role::aim)) return false;
    return !is_condition();
  }

  // "cơ quan có tỷ lệ nữ từ 30% trở lên, nhất thiết có …": which ones are meant.
  [[nodiscard]] bool is_condition() const {
    const bool floor =
        any(q_.first, q_.number.first, role::from) && any(q_.number.first, q_.last, role::or_more);
    const std::size_t near = q_.first > n_.segment.first + 5 ? q_.first - 5 : n_.segment.first;
    for (std::size_t i = near + 2; floor && i < q_.first; ++i) {
      const bool has_share = tokens_[i].plays(role::share) && tokens_[i - 1].is("có"_w);
      if (has_share && !tokens_[i - 2].plays(role::aim | role::duty) && !tokens_[i - 2].timed) return true;
    }
    return false;
  }

  [[nodiscard]] bool money_fits() const {
    const bool priced = before_any(role::budget | role::wage) && !before_any(role::worth);
    if (priced) return false;
    if (before_any(role::worth)) return true;
    const bool per_head = q_.last < n_.segment.last && tokens_[q_.last].is(U'/');
    return q_.stated && !per_head && (q_.levelled || before_any(role::fund));
  }

  [[nodiscard]] bool time_fits() const {
    return before_any(role::span_of_life) && (q_.levelled || q_.stated || q_.change);
  }

  [[nodiscard]] bool physical_fits() const {
    const Token* before = governor();
    if (before != nullptr && before->plays(role::budget | role::present)) return false;
    // "1 vườn ươm, diện tích 3 ha", "công suất 3.000 m3": what a thing is like, not what is asked.
    const std::size_t near = q_.first > n_.segment.first + 3 ? q_.first - 3 : n_.segment.first;
    if (any(near, q_.first, role::budget)) return false;
    if (before != nullptr && before->plays(role::property) && q_.first >= n_.segment.first + 2 &&
        tokens_[q_.first - 2].is(U','))
      return false;
    return q_.levelled || q_.change ||
           before_any(role::output | role::reach | role::rise | role::fall | role::worth);
  }

  [[nodiscard]] bool bare_fits() const {
    if (before_any(role::rate)) return true;
    return q_.levelled && before_any(role::share | role::whole);
  }

  [[nodiscard]] bool count_fits() const {
    const Token& noun = tokens_[q_.noun];
    if (q_.number.shape == NumberShape::of_total) return true;
    if (noun.plays(role::structure)) return false;
    const Token* before = governor();
    // "Tỷ lệ các tỉnh có ít nhất một cơ sở … đạt 40%": the count says which ones make up the share.
    if (before_any(role::share) && percent_follows()) return false;
    if (n_.coverage_end != 0) return inner_count_fits(before);
    if (q_.comparator == Comparator::at_least && is_threshold(before)) return false;
    if (before == nullptr) return true;
    if (before->plays(role::preposition)) return false;
    constexpr Roles governs = role::output | role::having | role::reach | role::aim | role::duty |
                              role::each | role::rise | role::annual | role::conj | role::exactly |
                              role::fall;
    return before->plays(governs) || noun.plays(role::event | role::people) || q_.stated || q_.levelled ||
           before_any(role::output | role::reach | role::having | role::rise);
  }

  // "doanh nghiệp từ 25 lao động trở lên": which ones are meant.
  [[nodiscard]] bool is_threshold(const Token* before) const {
    const bool from = any(q_.first, q_.number.first, role::from);
    const bool open_end = any(q_.last, std::min(n_.segment.last, q_.last + 5), role::or_more);
    if (!from || !open_end || before_any(role::each)) return false;
    return before == nullptr ||
           !before->plays(role::output | role::reach | role::aim | role::duty | role::annual);
  }

  // After a share, a count is an aim of its own when each is to have or do so many; a minimum that only says
  // what they are to receive ("được tiếp cận ít nhất một dịch vụ") is part of the first aim.
  [[nodiscard]] bool inner_count_fits(const Token* before) const {
    if (!q_.stated && q_.comparator != Comparator::range) return false;
    if (any(n_.coverage_end, q_.first, role::passive)) return false;
    const bool governed = any(q_.first, q_.number.first, role::having) ||
                          (before != nullptr && before->plays(role::having | role::output | role::annual));
    return governed && !is_threshold(nullptr);
  }

  const Tokens& tokens_;
  const Measured& q_;
  const Nesting& n_;
};

}  // namespace

bool can_be_aim(const Tokens& tokens, const Measured& quantity, const Nesting& nesting) {
  return Shape(tokens, quantity, nesting).fits();
}

}  // namespace nucong::directive

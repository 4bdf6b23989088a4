#include "directive/aim/shape.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

class Shape {
 public:
  Shape(const Tokens& tokens, const Measured& quantity, const Nesting& nesting)
      : tokens_(tokens), q_(quantity), n_(nesting) {}

  [[nodiscard]] bool fits() const {
    if (n_.in_name || q_.number.band || (n_.in_parentheses && !n_.aim_inside && !floor_in_parentheses()))
      return false;
    if (q_.number.value.is_zero() && !q_.number.value_max && !q_.equated) return false;
    if (q_.ranked) return !n_.counted_aim;  // "8 đại học thuộc nhóm 200 đại học hàng đầu châu Á"
    switch (q_.unit) {
      case Quantity::percent:
        return share_fits();
      case Quantity::ratio:
        return before_any(role::rate | role::share | role::each | role::output | role::reach) ||
               n_.coverage_end == 0 || q_.stated || q_.change;
      case Quantity::times:
        if (before_any(role::share) && percent_follows()) return false;
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

  // "4 đảng viên mới (ít nhất 50% là nữ)"
  [[nodiscard]] bool floor_in_parentheses() const {
    return q_.unit == Quantity::percent && q_.stated && q_.comparator == Comparator::at_least;
  }

  // A percentage with nothing said around it is a widget or a cell of somebody's chart.
  [[nodiscard]] bool share_fits() const {
    // More than all of them is how far a plan was outdone: "vượt 141%".
    if (q_.number.value > Decimal(100) && !q_.change) return false;
    std::size_t words = 0;
    for (std::size_t i = n_.segment.first; i < n_.segment.last; ++i)
      words += tokens_[i].kind == TokenKind::word ? std::size_t{tokens_[i].words} : 0;
    if (words < 2) return false;
    // "chiếm 50% trở lên so với tổng số" defines; "bằng 111% so với nghị quyết" compares.
    const bool compared = q_.last < n_.segment.last && tokens_[q_.last].plays(role::tied);
    if (compared && !q_.change && !q_.levelled && !before_any(role::aim | role::output)) return false;
    return !is_condition();
  }

  // "cơ quan có tỷ lệ nữ từ 30% trở lên, nhất thiết có …", "ngành có tỷ lệ nữ thấp dưới 30%": which ones are
  // meant.
  [[nodiscard]] bool is_condition() const {
    const bool floor =
        any(q_.first, q_.number.first, role::from) && any(q_.number.first, q_.last, role::or_more);
    const bool ceiling = q_.comparator == Comparator::less_than && !q_.levelled;
    const std::size_t reach_back = ceiling ? 18 : 5;
    const std::size_t near =
        q_.first > n_.segment.first + reach_back ? q_.first - reach_back : n_.segment.first;
    for (std::size_t i = near + 2; (floor || ceiling) && i < q_.first; ++i) {
      const bool has_share = tokens_[i].plays(role::share) && tokens_[i - 1].is("có"_w);
      if (has_share && !tokens_[i - 2].plays(role::aim | role::duty) && !tokens_[i - 2].timed) return true;
    }
    return false;
  }

  [[nodiscard]] bool money_fits() const {
    const bool priced = before_any(role::budget | role::wage) && !before_any(role::worth);
    if (priced) return false;
    if (before_any(role::worth)) return true;
    const bool per_head =
        q_.last + 1 < n_.segment.last && tokens_[q_.last].is(U'/') && !tokens_[q_.last + 1].is("năm"_w);
    return !per_head &&
           ((q_.stated && q_.levelled) || ((q_.stated || q_.levelled) && before_any(role::fund)));
  }

  [[nodiscard]] bool time_fits() const {
    // "con dưới 12 tháng tuổi": who is meant.
    const bool age = tokens_[q_.last - 1].is("tuổi"_w) || tokens_[q_.last - 1].words == 2;
    return before_any(role::span_of_life) && (q_.levelled || q_.change || (q_.stated && !age));
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
    if (n_.physical_aim || opens_with(role::property)) return true;
    return q_.levelled || q_.change ||
           before_any(role::output | role::reach | role::rise | role::fall | role::worth | role::having);
  }

  [[nodiscard]] bool opens_with(Roles roles) const {
    return n_.segment.first < q_.first && tokens_[n_.segment.first].plays(roles);
  }

  [[nodiscard]] bool bare_fits() const {
    if (before_any(role::rate)) return true;
    return (q_.levelled || q_.equated) && before_any(role::share | role::whole);
  }

  [[nodiscard]] bool count_fits() const {
    const Token& noun = tokens_[q_.noun];
    if (q_.number.shape == NumberShape::of_total) return true;
    const bool recruits = noun.plays(role::people) && q_.stated && q_.comparator == Comparator::at_least &&
                          before_any(role::output | role::having);
    if (noun.plays(role::structure) && !recruits) return false;
    const Token* before = governor();
    // "Tỷ lệ các tỉnh có ít nhất một cơ sở … đạt 40%": the count says which ones make up the share.
    if (before_any(role::share) && percent_follows()) return false;
    if (n_.coverage_end != 0) return inner_count_fits(before);
    if (q_.comparator == Comparator::at_least && is_threshold(before)) return false;
    if (before == nullptr) return true;
    if (before->plays(role::preposition)) return q_.stated && q_.comparator == Comparator::at_least;
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
    if (!from || !open_end || (before_any(role::each) && !another_follows())) return false;
    return before == nullptr ||
           !before->plays(role::output | role::reach | role::aim | role::duty | role::annual);
  }

  // "mỗi bệnh viện có từ 1.000 lao động nữ trở lên có tối thiểu 2 phòng"
  [[nodiscard]] bool another_follows() const {
    for (std::size_t i = q_.last; i < std::min(n_.segment.last, q_.last + 12); ++i)
      if (tokens_[i].plays(role::having | role::at_least)) return true;
    return false;
  }

  // After a share, a count is an aim of its own when each is to have or do so many; a minimum that only says
  // what they are to receive ("được tiếp cận ít nhất một dịch vụ") is part of the first aim.
  [[nodiscard]] bool inner_count_fits(const Token* before) const {
    if (!q_.stated && q_.comparator != Comparator::range) return false;
    if (any(n_.coverage_end, q_.first, role::passive)) return false;
    const bool governed = any(q_.first, q_.number.first, role::having) ||
                          (before != nullptr && (!before->begins("tham"_w) || q_.number.value > Decimal(1)) &&
                           before->plays(role::having | role::output | role::annual));
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

#include "directive/aim/measured_phrase.hpp"

#include <algorithm>

#include "directive/aim/predicate.hpp"

namespace nucong::directive {
namespace {

class MeasuredPhrase {
 public:
  MeasuredPhrase(const Tokens& tokens, Range quote, Range phrase, const Measured& quantity)
      : tokens_(tokens), quote_(quote), phrase_(phrase), q_(quantity) {}

  [[nodiscard]] SubjectAndMeasure run() const {
    SubjectAndMeasure read = parts();
    const bool change =
        q_.change && phrase_.first < phrase_.last && tokens_[phrase_.first].plays(role::rise | role::fall);
    if (read.subject.empty() && !change)
      read.subject = read.measure;  // "tỷ lệ đô thị hóa": nobody else is named
    return read;
  }

 private:
  [[nodiscard]] SubjectAndMeasure parts() const {
    if (stands_after(role::concerning)) return for_whom();
    if (const std::size_t rise = change_at(); q_.change && rise < phrase_.last) return change(rise);
    if (const std::size_t share = first(phrase_, role::share | role::rate); share < phrase_.last)
      return of_share({share, phrase_.last});
    // "số nữ đoàn viên đăng ký: 98%" is a share by its unit.
    if (const std::size_t whole = first(phrase_, role::whole);
        q_.unit == Quantity::percent && whole == phrase_.first && whole < phrase_.last)
      return of_share(phrase_);
    if (stands_after(role::preposition)) return split_by_base();
    if (q_.physical && stands_after_noun()) return {{q_.last, noun_end(q_.last)}, phrase_};
    return of_value();
  }

  [[nodiscard]] std::size_t first(Range range, Roles roles) const {
    std::size_t at = range.first;
    while (at < range.last && !tokens_[at].plays(roles)) ++at;
    return at;
  }
  [[nodiscard]] std::size_t word(Range range, Key key) const {
    std::size_t at = range.first;
    while (at < range.last && !tokens_[at].is(key)) ++at;
    return at;
  }

  [[nodiscard]] std::size_t change_at() const {
    std::size_t found = phrase_.last;
    for (std::size_t at = phrase_.first; at < phrase_.last; ++at)
      if (tokens_[at].plays(role::rise | role::fall | role::growth)) found = at;
    // The word of change may itself have become part of the comparator.
    return found < phrase_.last ? found : q_.first < q_.number.first ? phrase_.last : found;
  }

  // "Tăng [chiều cao của S] thêm 1,5 cm" or "[Số vụ phạm tội được phát hiện] tăng 3%".
  [[nodiscard]] SubjectAndMeasure change(std::size_t rise) const {
    // "Tốc độ tăng [tổng thu ngân sách] tăng bình quân 12%": what the rate is of stands after its first word.
    const bool rate = tokens_[phrase_.first].plays(role::growth);
    if (rate && rise > phrase_.first) return {inner({phrase_.first + 1, rise}), {phrase_.first, rise}};
    // "Tỷ lệ hộ nghèo giảm 2%"
    if (const std::size_t share = first({phrase_.first, rise}, role::share | role::rate); share < rise)
      return {inner({share + 1, rise}), {share, q_.last}};
    if (rise > phrase_.first) return {{phrase_.first, rise}, {rise, q_.last}};
    Range object{rise + 1, phrase_.last};
    while (!object.empty() &&
           (tokens_[object.last - 1].is("thêm"_w) || tokens_[object.last - 1].plays(role::reach)))
      --object.last;
    const bool bare =
        object.empty() || tokens_[object.first].plays(role::annual) || tokens_[object.first].begins("bình"_w);
    if (bare) return {{}, {rise, phrase_.last}};
    return {inner(object), {rise, object.last}};
  }

  [[nodiscard]] SubjectAndMeasure of_share(Range phrase) const {
    const Range rest{phrase.first + 1, phrase.last};
    const Range part{rest.first, whole_at(rest)};
    const std::size_t of = word(part, "của"_w);
    if (tokens_[phrase.first].words > 2 && of < part.last)  // mức độ hài lòng
      return {{of + 1, circumstance(of + 1, part.last)}, {phrase.first, of}};
    if (of < part.last && is_state(part.first, part.first + 1))
      return {{of + 1, circumstance(of + 1, part.last)}, phrase};
    const std::size_t by = word(part, "do"_w);
    const std::size_t passive = std::min(passive_verb(tokens_, part), by);
    if (passive < part.last) return {{part.first, passive}, {passive, part.last}};
    if (part.last < rest.last) return {inner(part), phrase};
    if (is_state(part.first, part.first + 1)) return of_state(phrase, part);
    if (const std::size_t state = first(part, role::state); state < part.last)
      return {{part.first, state}, {state, part.last}};
    const std::size_t verb = main_verb(tokens_, part);
    if (verb < part.last) return {{part.first, verb}, {verb, part.last}};
    return {inner(part), phrase};
  }

  // "tỷ lệ bao phủ bảo hiểm y tế đạt 95% dân số": the whole the rate is counted in follows the number.
  [[nodiscard]] SubjectAndMeasure of_state(Range phrase, Range part) const {
    const bool people_follow =
        q_.last < quote_.last && (tokens_[q_.last].plays(role::people) || tokens_[q_.last].is("dân"_w));
    if (people_follow) return {{q_.last, noun_end(q_.last)}, phrase};
    // "tỷ lệ phủ sóng tại các khu công nghiệp", "tỷ lệ suy dinh dưỡng ở trẻ em"
    const std::size_t place = std::min(word(part, "tại"_w), word(part, "ở"_w));
    if (place + 1 < part.last) return {{place + 1, part.last}, {phrase.first, place}};
    return {inner(part), phrase};
  }

  [[nodiscard]] bool is_state(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < std::min(to, phrase_.last); ++at)
      if (tokens_[at].plays(role::state | role::predicate)) return true;
    return false;
  }

  // "trên tổng số …", "trong tổng số …", "trên 1.000 …": of what whole.
  [[nodiscard]] std::size_t whole_at(Range range) const {
    for (std::size_t at = range.first + 1; at < range.last; ++at) {
      const Token& token = tokens_[at];
      const bool whole = token.plays(role::whole) && (token.plays(role::preposition) ||
                                                      tokens_[at - 1].plays(role::preposition | role::tied));
      if (whole) return token.plays(role::preposition) ? at : at - 1;
      const bool number = at + 1 < range.last && tokens_[at + 1].kind == TokenKind::number;
      if (token.is("trên"_w) && number) return at;
      if (token.is("trong"_w) && at + 1 < range.last && tokens_[at + 1].begins("tổng"_w)) return at;
    }
    return range.last;
  }

  // Of whom a phrase tells: what stands after "của"; after the place of an activity; the people in it.
  [[nodiscard]] Range inner(Range range) const {
    if (const std::size_t of = word(range, "của"_w); of + 1 < range.last)
      return {of + 1, circumstance(of + 1, range.last)};
    if (range.empty() || !tokens_[range.first].plays(role::state | role::predicate | role::span_of_life))
      return range;
    for (std::size_t at = range.first + 1; at < range.last; ++at) {
      if (tokens_[at].plays(role::people) || tokens_[at].is("trẻ"_w)) return {at, range.last};
      if ((tokens_[at].is("tại"_w) || tokens_[at].is("ở"_w)) && at + 1 < range.last)
        return {at + 1, range.last};
    }
    return tokens_[range.first].plays(role::span_of_life) ? range : Range{range.first + 1, range.last};
  }

  // Where "về …", "đối với …", "trong …" begin to tell about what.
  [[nodiscard]] std::size_t circumstance(std::size_t from, std::size_t last) const {
    for (std::size_t at = from + 1; at < last; ++at)
      if (tokens_[at].is("về"_w) || tokens_[at].plays(role::concerning) || tokens_[at].is("khi"_w) ||
          (tokens_[at].plays(role::preposition) && tokens_[at].words == 2))
        return at;
    return last;
  }

  [[nodiscard]] bool stands_after(Roles roles) const {
    return q_.last < quote_.last && tokens_[q_.last].plays(roles);
  }
  [[nodiscard]] bool stands_after_noun() const {
    return q_.last < quote_.last && tokens_[q_.last].kind == TokenKind::word && !tokens_[q_.last].timed &&
           !tokens_[q_.last].plays(role::conj | role::annual | role::preposition | role::until |
                                   role::or_more);
  }
  [[nodiscard]] std::size_t noun_end(std::size_t from) const {
    std::size_t at = from;
    while (
        at < quote_.last && tokens_[at].kind == TokenKind::word && !tokens_[at].timed &&
        (at == from || !tokens_[at].plays(role::conj | role::preposition | role::passive | role::predicate)))
      ++at;
    return at;
  }

  // "Tỷ lệ … dưới 5% đối với nông thôn": those the figure is for.
  [[nodiscard]] SubjectAndMeasure for_whom() const {
    SubjectAndMeasure read;
    if (const std::size_t share = first(phrase_, role::share | role::rate); share < phrase_.last)
      read = of_share({share, phrase_.last});
    read.subject = {q_.last + 1, noun_end(q_.last + 1)};
    return read;
  }

  // "Người ứng cử là phụ nữ, phấn đấu đạt không dưới 35% trong danh sách …".
  [[nodiscard]] SubjectAndMeasure split_by_base() const { return {phrase_, {q_.last, quote_.last}}; }

  // "Giá trị S tham gia xuất khẩu", "trồng rừng trên đất trống": a phrase that is itself what is measured.
  [[nodiscard]] SubjectAndMeasure of_value() const {
    if (phrase_.empty()) return {};
    const Token& head = tokens_[phrase_.first];
    if (head.plays(role::worth | role::whole | role::span_of_life) || head.is("tổng"_w)) {
      std::size_t from = phrase_.first;
      while (from < phrase_.last &&
             (tokens_[from].plays(role::worth | role::whole) || tokens_[from].is("tổng"_w)))
        ++from;
      if (from == phrase_.last) return {phrase_, phrase_};
      const Range object = inner({from, phrase_.last});
      return {{object.first, main_verb(tokens_, object)}, phrase_};
    }
    const bool acts = head.plays(role::output | role::predicate | role::rise | role::fall | role::lift);
    // "Tập huấn kỹ năng số cho người lao động đạt 70%"
    if (const std::size_t to = word(phrase_, "cho"_w); acts && to + 1 < phrase_.last)
      return {{to + 1, phrase_.last}, {phrase_.first, to}};
    if (acts) return {inner({phrase_.first + 1, phrase_.last}), phrase_};
    const std::size_t verb = main_verb(tokens_, phrase_);
    return {{phrase_.first, verb}, verb < phrase_.last ? Range{verb, phrase_.last} : phrase_};
  }

  const Tokens& tokens_;
  Range quote_;
  Range phrase_;
  const Measured& q_;
};

}  // namespace

SubjectAndMeasure read_measured(const Tokens& tokens, Range quote, Range phrase, const Measured& quantity) {
  return MeasuredPhrase(tokens, quote, phrase, quantity).run();
}

}  // namespace nucong::directive

#include "directive/aim/clause.hpp"

#include <algorithm>

#include "directive/aim/measured_phrase.hpp"
#include "directive/aim/predicate.hpp"

namespace nucong::directive {
namespace {

class ClauseReading {
 public:
  ClauseReading(const Tokens& tokens, std::span<const Candidate> candidates, Range& sentence_subject)
      : tokens_(tokens), candidates_(candidates), subject_(sentence_subject) {}

  std::vector<Parts> run() {
    std::vector<Parts> out;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].elliptic && !out.empty()) {
        out.push_back(out.back());
        continue;
      }
      const std::size_t speaker = speaker_of(i);
      out.push_back(parts(i, speaker));
      if (out.size() < 2) {
        if (out.back().subject.empty()) out.back().subject = subject_;
        continue;
      }
      const Parts& before = out[out.size() - 2];
      const bool of_them = part_of_what_was_said(i) && out.back().measure.first == out.back().subject.first;
      if (out.back().measure.empty() || of_them) out.back().measure = before.measure;
      if (out.back().subject.empty()) out.back().subject = before.subject;
    }
    return out;
  }

 private:
  // "…, trong đó khu vực miền núi đạt 90%": the same measure, of a part.
  [[nodiscard]] bool part_of_what_was_said(std::size_t i) const {
    const Range own = stretch(i);
    return !own.empty() && tokens_[own.first].plays(role::connective);
  }

  // Of numbers that share a subject, the one that the subject follows: "đạt 60% … và đạt 75% các cơ quan …".
  [[nodiscard]] std::size_t speaker_of(std::size_t i) const {
    const std::size_t last = stretch(i).last;
    std::size_t speaker = i;
    for (std::size_t j = i; j == i || (j < candidates_.size() && candidates_[j].elliptic); ++j)
      if (followed_by_words(q(j), last)) speaker = j;
    return speaker;
  }

  [[nodiscard]] const Measured& q(std::size_t i) const { return candidates_[i].quantity; }

  // Candidate i's own stretch of the segment: up to the next one that has words of its own.
  [[nodiscard]] Range stretch(std::size_t i) const {
    Range range = candidates_[i].segment;
    if (i > 0 && !candidates_[i].per_unit) range.first = cut_before(i);
    for (std::size_t j = i + 1; j < candidates_.size(); ++j) {
      if (candidates_[j].elliptic || candidates_[j].per_unit) continue;
      range.last = cut_before(j);
      break;
    }
    return trimmed(range);
  }

  // Where the words of candidate i begin: at the comma or "và" before it, if its words come in front of the
  // number.
  [[nodiscard]] std::size_t cut_before(std::size_t i) const {
    const std::size_t floor = q(i - 1).last;
    for (std::size_t at = floor; at < q(i).first; ++at)
      if (tokens_[at].plays(role::share | role::rate | role::aim | role::each)) return at;
    for (std::size_t at = q(i).first; at > floor; --at) {
      const Token& token = tokens_[at - 1];
      if (token.is(U',') || token.is("và"_w) || token.is(U'(')) return at;
    }
    return q(i).first;
  }

  [[nodiscard]] Range trimmed(Range range) const {
    const auto edge = [&](std::size_t at) {
      const Token& t = tokens_[at];
      if (t.kind == TokenKind::symbol)
        return t.symbol != U'“' && t.symbol != U'”' && t.symbol != U'"' && t.symbol != U')' &&
               t.symbol != U'(' && t.symbol != U'%' && t.symbol != U'≥';
      return t.kind == TokenKind::line_break || t.plays(role::conj);
    };
    while (!range.empty() && (edge(range.first) || tokens_[range.first].is(U')'))) ++range.first;
    while (!range.empty() && (edge(range.last - 1) || tokens_[range.last - 1].is(U'('))) --range.last;
    return range;
  }

  // "người lao động (CBCCVCLĐ)", "diện tích chủ lực (lúa, xoài)": said in passing.
  [[nodiscard]] Range without_aside(Range range) const {
    if (range.empty() || !tokens_[range.last - 1].is(U')')) return range;
    for (std::size_t at = range.last - 1; at > range.first; --at)
      if (tokens_[at].is(U'(')) return trimmed({range.first, at});
    return range;
  }

  [[nodiscard]] Range without_time(Range range) const {
    while (!range.empty() &&
           (tokens_[range.last - 1].timed || tokens_[range.last - 1].is(U',') ||
            (tokens_[range.last - 1].begins("giai"_w) && tokens_[range.last - 1].words == 2) ||
            tokens_[range.last - 1].is("cho"_w) || tokens_[range.last - 1].is("về"_w)))
      --range.last;
    return range;
  }

  Parts parts(std::size_t i, std::size_t speaker) {
    const Measured& quantity = q(speaker);
    Parts out;
    out.quote = stretch(i);
    if (quantity.unit == Quantity::count) out.noun = {quantity.noun, quantity.noun_end};
    if (quantity.unit == Quantity::count && candidates_[i].per_unit)
      per_unit(i, out);
    else if (quantity.unit == Quantity::count)
      counted(i, out);
    else if ((quantity.unit == Quantity::percent || quantity.number.shape == NumberShape::fraction) &&
             followed_by_words(quantity, out.quote.last) && !share_before(out.quote.first, quantity) &&
             !named_before(out.quote.first, quantity))
      share_first(speaker, out);
    else
      measure_first(q(i), out);
    out.subject = without_aside(trimmed(without_time(out.subject)));
    out.measure = trimmed(without_time(first_verb_phrase(tokens_, out.measure)));
    return out;
  }

  // "tỷ lệ che phủ rừng đạt 14,7% diện tích": what follows the number is its base, not its subject.
  [[nodiscard]] bool share_before(std::size_t first, const Measured& quantity) const {
    for (std::size_t at = first; at < quantity.first; ++at)
      if (tokens_[at].plays(role::share | role::rate) && at + 1 < quantity.first) return true;
    return false;
  }

  // "Kinh tế số đạt khoảng 20% GDP": a thing and its level; what follows is the base.
  [[nodiscard]] bool named_before(std::size_t first, const Measured& quantity) const {
    const Range act = before_number(first, quantity.first);
    const Token& base = tokens_[quantity.last];
    const bool level = quantity.levelled ||
                       (quantity.first > first && tokens_[quantity.first - 1].is("chiếm"_w)) ||
                       base.plays(role::worth) || base.is("tổng"_w);
    if (act.empty() || !level) return false;
    return !tokens_[act.first].plays(role::output | role::predicate | role::duty | role::each) &&
           tokens_[act.first].kind == TokenKind::word && !tokens_[act.first].plays(role::preposition);
  }

  [[nodiscard]] bool followed_by_words(const Measured& quantity, std::size_t last) const {
    const std::size_t at = past_times(quantity.last, last);
    if (at >= last) return false;
    const Token& token = tokens_[at];
    return token.kind == TokenKind::word && !token.timed &&
           !token.plays(role::tied | role::conj | role::annual | role::preposition | role::until);
  }

  // "60 % vào năm 2027 và 75 % vào năm 2030 công đoàn cơ sở có …"
  [[nodiscard]] std::size_t past_times(std::size_t at, std::size_t last) const {
    while (at < last && (tokens_[at].timed || tokens_[at].is(U'('))) {
      const std::size_t past = past_parentheses(tokens_, at, last);  // "10% (bằng 5.792) đơn vị"
      if (past == at && !tokens_[at].timed) break;
      at = std::max(past, at + 1);
    }
    return at;
  }

  // "100% công đoàn cơ sở tổ chức …"; a predicate that comes only after the next share serves both.
  void share_first(std::size_t i, Parts& out) {
    const Range after{past_times(q(i).last, out.quote.last), out.quote.last};
    const Range act = before_number(out.quote.first, q(i).first);
    const std::size_t verb = main_verb(tokens_, after);
    const Range change = change_before(i, out.quote.first);
    out.subject = {after.first, verb};
    if (begins_with_predicate(after)) {  // "trong đó ít nhất 30% hoàn thành xuất sắc": of those named before
      out.subject = {};
      out.measure = after;
    } else if (!change.empty()) {
      out.subject.last = end_of_thing(after, passive_verb(tokens_, after));
      out.measure = change;
    } else if (verb < after.last) {
      out.measure = {verb, after.last};
    } else if (const Range shared = later_predicate(i); !shared.empty()) {
      out.measure = shared;
    } else {
      out.subject.last = end_of_thing(after, after.last);
      out.measure = act;
    }
    subject_ = out.subject;
  }

  [[nodiscard]] bool begins_with_predicate(Range range) const {
    const Token& token = tokens_[range.first];
    if (token.plays(role::noun | role::event) || token.cited) return false;
    return token.plays(role::predicate | role::passive | role::state) || token.is("là"_w) ||
           token.begins("đạt"_w);
  }

  // "[cắt giảm] ít nhất 30% …": what is done to that share.
  [[nodiscard]] Range change_before(std::size_t i, std::size_t first) const {
    std::size_t at = q(i).number.first;
    while (at > first && comparing(tokens_[at - 1])) --at;
    const std::size_t last = at;
    const auto changes = [&](std::size_t t) { return tokens_[t].plays(role::fall | role::rise); };
    if (at == first || !changes(at - 1)) return q(i).change ? Range{q(i).first, q(i).number.first} : Range{};
    while (at > first && (changes(at - 1) || tokens_[at - 1].plays(role::conj))) --at;
    return {at, last};
  }

  // A thing that is named ends at the comma or "và" before another act.
  [[nodiscard]] std::size_t end_of_thing(Range range, std::size_t last) const {
    std::size_t end = first_verb_phrase(tokens_, {range.first, last}).last;
    for (std::size_t at = range.first + 1; at < end; ++at)
      if (tokens_[at].plays(role::past | role::tied) || compares(at) || is_whole(at)) end = at;
    return end;
  }

  // "so với năm trước", "so với cùng kỳ"
  [[nodiscard]] bool compares(std::size_t at) const {
    return tokens_[at].words > 1 && tokens_[at].begins("so"_w);
  }

  // "… hội viên trong tổng số hội viên đủ điều kiện": of what whole.
  [[nodiscard]] bool is_whole(std::size_t at) const {
    return tokens_[at].plays(role::whole) && tokens_[at].plays(role::preposition);
  }

  [[nodiscard]] Range later_predicate(std::size_t i) const {
    if (i + 1 >= candidates_.size() || candidates_[i + 1].elliptic) return {};
    const Range next = stretch(i + 1);
    if (q(i + 1).last >= next.last) return {};
    return {main_verb(tokens_, {q(i + 1).last, next.last}), next.last};
  }

  // The act in front of a number, without the words of aim: "Phấn đấu [kết nạp mới] 500 đoàn viên".
  [[nodiscard]] Range before_number(std::size_t first, std::size_t last) const {
    const auto leads_in = [&](std::size_t at) {
      const Token& t = tokens_[at];
      return t.timed || t.is(U',') || t.is(U':') || (t.begins("giai"_w) && t.words == 2) ||
             t.plays(role::aim | role::connective | role::duty | role::annual);
    };
    for (std::size_t at = first; at + 1 < last; ++at)
      if (tokens_[at].plays(role::aim) || (tokens_[at + 1].is(U',') && tokens_[at].timed)) first = at + 1;
    for (std::size_t at = first; at < last; ++at)
      if (tokens_[at].is("sẽ"_w)) first = at + 1;
    while (first < last && leads_in(first)) ++first;
    while (last > first && (leads_in(last - 1) || tokens_[last - 1].plays(role::preposition | role::having) ||
                            tokens_[last - 1].is("cho"_w)))
      --last;
    return {first, last};
  }

  // "mỗi công đoàn cơ sở có ít nhất [01 hoạt động …]", "mỗi hộ gia đình [trang bị tối thiểu 01 bình chữa
  // cháy]".
  void per_unit(std::size_t i, Parts& out) {
    out.measure = {q(i).noun, own_end(i, out.quote.last)};
    for (std::size_t at = q(i).first; at > out.quote.first; --at) {
      if (!tokens_[at - 1].plays(role::each)) continue;
      const std::size_t verb = main_verb(tokens_, {at, q(i).first});
      out.subject = {at, verb};
      // To hold an event is no more than that it takes place.
      const bool holds = tokens_[verb].begins("tổ"_w) || tokens_[verb].begins("thực"_w);
      if (verb < q(i).first && !holds && !tokens_[verb].plays(role::having | role::passive | role::duty))
        out.measure.first = verb;
      subject_ = out.subject;
      return;
    }
    out.subject = subject_;
  }

  // What is counted ends at the comma where another count of the same units follows.
  [[nodiscard]] std::size_t own_end(std::size_t i, std::size_t last) const {
    if (i + 1 >= candidates_.size()) return last;
    for (std::size_t at = q(i).noun_end; at < q(i + 1).first; ++at)
      if (tokens_[at].is(U',')) return at;
    return last;
  }

  // "Hướng dẫn 12.500 hộ kinh doanh đăng ký …": the object is to act. Else the act before the number is the
  // measure, or what becomes of the things: "01 chính sách … được đề xuất".
  void counted(std::size_t i, Parts& out) {
    const Range after{q(i).noun, out.quote.last};
    const Range act = before_number(out.quote.first, q(i).first);
    const bool for_them = q(i).first > out.quote.first && tokens_[q(i).first - 1].is("cho"_w);
    const bool causes = !act.empty() && !for_them && last_act(act).plays(role::causative);
    const std::size_t verb = causes || act.empty() ? main_verb(tokens_, after) : passive_verb(tokens_, after);
    out.subject = {after.first, place_or_end({after.first, verb})};
    out.measure = verb < after.last && (causes || act.empty() || tokens_[verb].plays(role::passive))
                      ? Range{verb, after.last}
                      : act;
    if (out.measure.empty()) out.measure = {q(i).number.first, out.quote.last};
  }

  // "vận động, hỗ trợ [thành lập mới] 350 …"
  [[nodiscard]] const Token& last_act(Range act) const {
    for (std::size_t at = act.last; at > act.first; --at)
      if (tokens_[at - 1].plays(role::output | role::causative)) return tokens_[at - 1];
    return tokens_[act.first];
  }

  // Where and when things are to be is no longer what they are: "… cuộc giám sát | trong nhiệm kỳ".
  [[nodiscard]] std::size_t place_or_end(Range range) const {
    const std::size_t end = end_of_thing(range, range.last);
    for (std::size_t at = range.first + 1; at < end; ++at) {
      const Token& t = tokens_[at];
      if (t.timed || t.is("tại"_w) || t.is("trong"_w) || t.is("trên"_w) || t.is(U'(') ||
          t.plays(role::annual) || (t.plays(role::preposition) && t.words > 1 && !t.plays(role::concerning)))
        return at;
    }
    return end;
  }

  void measure_first(const Measured& quantity, Parts& out) const {
    const std::size_t end = quantity.change ? quantity.number.first : quantity.first;
    Range phrase = before_number(out.quote.first, end);
    while (!phrase.empty() && comparing(tokens_[phrase.last - 1])) --phrase.last;
    // "Tổng sản phẩm xuất khẩu phấn đấu đến năm 2030 đạt …": the words of aim come second.
    if (only_levels(phrase)) phrase = before_number(out.quote.first, first_aim(out.quote.first, end));
    phrase.last = level(phrase.first, phrase.last);
    const SubjectAndMeasure read = read_measured(tokens_, out.quote, phrase, quantity);
    out.subject = read.subject;
    out.measure = read.measure;
  }

  [[nodiscard]] bool only_levels(Range phrase) const {
    for (std::size_t at = phrase.first; at < phrase.last; ++at) {
      const Token& t = tokens_[at];
      const bool mean = t.words == 2 && t.begins("bình"_w);
      if (!mean && !t.plays(role::rise | role::fall | role::reach | role::annual) && !comparing(t))
        return false;
    }
    return true;
  }

  [[nodiscard]] std::size_t first_aim(std::size_t first, std::size_t last) const {
    while (first < last && !tokens_[first].plays(role::aim)) ++first;
    return first;
  }

  // Words that only say how the number compares, once the word of change among them has been seen.
  [[nodiscard]] static bool comparing(const Token& token) {
    constexpr Roles compares = role::at_least | role::more_than | role::at_most | role::less_than |
                               role::about | role::exactly | role::from;
    if (token.is("chiếm"_w)) return true;
    return token.plays(compares | role::reach) &&
           !token.plays(role::rise | role::fall | role::growth | role::lift);
  }

  // Where the words of level or time begin: "… [đến năm 2030 đạt] 80%".
  [[nodiscard]] std::size_t level(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at)
      if (tokens_[at].timed || tokens_[at].is(U'|') || tokens_[at].is(U':') ||
          tokens_[at].plays(role::come_down) || is_base(at, last))
        return at;
    return last;
  }

  // "từ 6% … lên 9%": where things stand today.
  [[nodiscard]] bool is_base(std::size_t at, std::size_t last) const {
    return tokens_[at].is("từ"_w) && at + 2 < last && tokens_[at + 1].kind == TokenKind::number &&
           tokens_[at + 2].is(U'%');
  }

  const Tokens& tokens_;
  std::span<const Candidate> candidates_;
  Range& subject_;
};

}  // namespace

std::vector<Parts> parts_of(const Tokens& tokens, std::span<const Candidate> candidates,
                            Range& sentence_subject) {
  return ClauseReading(tokens, candidates, sentence_subject).run();
}

}  // namespace nucong::directive

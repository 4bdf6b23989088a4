#include "directive/clause.hpp"

#include <algorithm>

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
      if (out.size() > 1 && out.back().measure.empty()) {
        out.back().measure = out[out.size() - 2].measure;
        if (out.back().subject.empty()) out.back().subject = out[out.size() - 2].subject;
      }
    }
    return out;
  }

 private:
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

  // "người lao động (CBCCVCLĐ)": how the paper will call them from here on.
  [[nodiscard]] Range without_abbreviation(Range range) const {
    if (range.empty() || !tokens_[range.last - 1].is(U')')) return range;
    for (std::size_t at = range.last - 1; at > range.first; --at)
      if (tokens_[at].is(U'(')) return range.last - at <= 3 ? Range{range.first, at} : range;
    return range;
  }

  [[nodiscard]] bool begins_predicate(std::size_t at, std::size_t first) const {
    const Token& token = tokens_[at];
    // "doanh nghiệp có từ 50 lao động nữ trở lên": which ones are meant, not what they are to do.
    const bool threshold =
        token.plays(role::having) &&
        (token.plays(role::from) || (at + 1 < tokens_.size() && tokens_[at + 1].plays(role::from)));
    if (at == first || threshold || token.cited || token.timed || token.plays(role::noun | role::event))
      return false;
    if (tokens_[at - 1].plays(role::plural | role::each) || tokens_[at - 1].is("tác"_w)) return false;
    return token.plays(role::predicate | role::passive | role::having | role::duty) || token.is("đạt"_w);
  }

  [[nodiscard]] std::size_t predicate(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at)
      if (begins_predicate(at, first)) return at;
    return last;
  }

  // Subjects are full of verbs ("hồ sơ giải quyết thủ tục được luân chuyển"): được, bị and phải say for
  // certain where the subject has ended, other verbs only where none of these comes.
  [[nodiscard]] std::size_t certain_predicate(std::size_t first, std::size_t last) const {
    for (std::size_t at = first + 1; at < last && !opens_purpose(at); ++at)
      if ((tokens_[at].plays(role::passive) || tokens_[at].is("phải"_w)) && !tokens_[at].cited) return at;
    return predicate(first, last);
  }

  // "để …", "nhằm …", "góp phần …": why, no longer what.
  [[nodiscard]] bool opens_purpose(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.is("để"_w) || token.is("nhằm"_w) || token.plays(role::purpose)) return true;
    return token.is("góp"_w) && at + 1 < tokens_.size() && tokens_[at + 1].is("phần"_w);
  }

  [[nodiscard]] Range without_purpose(Range range) const {
    for (std::size_t at = range.first + 1; at < range.last; ++at)
      if (opens_purpose(at)) range.last = at;
    return range;
  }

  [[nodiscard]] Range without_time(Range range) const {
    while (!range.empty() && (tokens_[range.last - 1].timed || tokens_[range.last - 1].is(U',')))
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
    else if (quantity.unit == Quantity::percent && followed_by_words(quantity, out.quote.last) &&
             !share_before(out.quote.first, quantity))
      share_first(speaker, out);
    else
      measure_first(q(i), out);
    out.subject = without_abbreviation(trimmed(without_time(out.subject)));
    out.measure = trimmed(without_time(without_purpose(out.measure)));
    return out;
  }

  // "tỷ lệ che phủ rừng đạt 14,7% diện tích": what follows the number is its base, not its subject.
  [[nodiscard]] bool share_before(std::size_t first, const Measured& quantity) const {
    for (std::size_t at = first; at + 1 < quantity.first; ++at)
      if (tokens_[at].plays(role::share | role::rate)) return true;
    return false;
  }

  [[nodiscard]] bool followed_by_words(const Measured& quantity, std::size_t last) const {
    if (quantity.last >= last) return false;
    const Token& token = tokens_[quantity.last];
    return token.kind == TokenKind::word && !token.timed &&
           !token.plays(role::tied | role::conj | role::annual | role::preposition | role::until);
  }

  // "100% công đoàn cơ sở tổ chức …"; a predicate that comes only after the next share serves both.
  void share_first(std::size_t i, Parts& out) {
    const std::size_t first = q(i).last;
    std::size_t last = out.quote.last;
    std::size_t verb = certain_predicate(first, last);
    out.subject = {first, verb};
    if (verb < last) {
      out.measure = {verb, last};
    } else if (const Range shared = later_predicate(i); !shared.empty()) {
      out.measure = shared;
    } else if (q(i).change) {
      out.measure = {q(i).first, q(i).number.first};
    } else {
      out.measure = before_number(out.quote.first, q(i).first);
    }
    subject_ = out.subject;
  }

  [[nodiscard]] Range later_predicate(std::size_t i) const {
    if (i + 1 >= candidates_.size() || candidates_[i + 1].elliptic) return {};
    const Range next = stretch(i + 1);
    return {certain_predicate(q(i + 1).last, next.last), next.last};
  }

  // The act in front of a number, without the words of aim: "Phấn đấu [kết nạp mới] 500 đoàn viên".
  [[nodiscard]] Range before_number(std::size_t first, std::size_t last) const {
    const auto leads_in = [&](std::size_t at) {
      const Token& t = tokens_[at];
      return t.timed || t.is(U',') || t.is(U':') ||
             t.plays(role::aim | role::connective | role::duty | role::annual);
    };
    for (std::size_t at = first; at + 1 < last; ++at)
      if (tokens_[at].plays(role::aim) || (tokens_[at + 1].is(U',') && tokens_[at].timed)) first = at + 1;
    while (first < last && leads_in(first)) ++first;
    while (last > first && (leads_in(last - 1) || tokens_[last - 1].plays(role::preposition | role::having) ||
                            tokens_[last - 1].is("cho"_w)))
      --last;
    return {first, last};
  }

  void per_unit(std::size_t i, Parts& out) {
    out.measure = {q(i).noun, own_end(i, out.quote.last)};
    for (std::size_t at = q(i).first; at > out.quote.first; --at) {
      if (!tokens_[at - 1].plays(role::each)) continue;
      out.subject = {at, predicate(at, q(i).first)};
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

  void counted(std::size_t i, Parts& out) {
    const std::size_t first = q(i).noun;
    const std::size_t verb = predicate(first, out.quote.last);
    const bool told_after = verb < out.quote.last && tokens_[verb].plays(role::passive);
    out.subject = {first, verb};
    const Range act = before_number(out.quote.first, q(i).first);
    out.measure = told_after || act.empty() ? Range{verb, out.quote.last} : act;
    if (out.measure.empty()) out.measure = {q(i).number.first, out.quote.last};
  }

  // "Tỷ lệ S được M đạt 80%"; a share with no predicate is itself the measure.
  void measure_first(const Measured& quantity, Parts& out) const {
    std::size_t last = quantity.first;
    std::size_t from = out.quote.first;
    for (std::size_t at = from; at < quantity.first; ++at)
      if (tokens_[at].plays(role::aim)) from = at + 1;
    for (std::size_t at = from; at < quantity.first; ++at) {
      if (tokens_[at].plays(role::share | role::rate)) {
        const std::size_t end = level(at + 1, last);
        const std::size_t verb = predicate(at + 1, end);
        out.subject = {at + 1, verb};
        out.measure = verb < end ? Range{verb, end} : Range{at, end};
        return;
      }
    }
    // "Người ứng cử là phụ nữ, phấn đấu đạt tỷ lệ không dưới 35% trong danh sách …"
    const bool base_after = quantity.last < out.quote.last && tokens_[quantity.last].plays(role::preposition);
    if (base_after) {
      out.subject = {out.quote.first, lead_in(out.quote.first, last)};
      out.measure = {quantity.last, out.quote.last};
      return;
    }
    Range act = before_number(out.quote.first, last);
    act.last = level(act.first, act.last);
    const std::size_t verb = predicate(act.first, act.last);
    out.subject = {act.first, verb};
    out.measure = verb < act.last ? Range{verb, act.last} : act;
  }

  // The first token of the words of aim or duty that stand right before a number.
  [[nodiscard]] std::size_t lead_in(std::size_t first, std::size_t last) const {
    while (last > first &&
           (tokens_[last - 1].plays(role::aim | role::duty | role::share) || tokens_[last - 1].is(U',')))
      --last;
    return last;
  }

  // Where the words of level or time begin: "… [đến năm 2030 đạt] 80%".
  [[nodiscard]] std::size_t level(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at)
      if (tokens_[at].timed || tokens_[at].is(U'|') || tokens_[at].is(U':') ||
          tokens_[at].plays(role::come_down))
        return at;
    return last;
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

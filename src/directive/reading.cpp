#include "directive/reading.hpp"

#include <algorithm>

#include "directive/aim.hpp"
#include "directive/citation.hpp"
#include "directive/clause.hpp"
#include "directive/deadline.hpp"
#include "directive/restatement.hpp"
#include "directive/shape.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t name_in_quotes_max = 14;  // tokens; a longer quotation is somebody's speech

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Reading run() {
    Tokens words = without_wraps(tokens_of(text_));
    Reading reading;
    reading.citations = without_repeats(find_citations(words, text_));
    tokens_ = phrased(words);
    times_ = find_times(tokens_, text_);
    year_ = year_of_text(tokens_, times_, text_);
    const std::vector<Block> blocks = outline_of(tokens_, times_);
    horizon_ = horizon_of(tokens_, times_, blocks, year_, text_);
    for (const Block& block : blocks) read_block(block);
    reading.targets = without_restatements(std::move(drafted_));
    reading.year = year_;
    return reading;
  }

 private:
  void read_block(const Block& block) {
    bool any = false;
    bool after_aim = last_block_aimed_;
    for (const Sentence& sentence : sentences_of(tokens_, block)) {
      after_aim = read_sentence(block, sentence, after_aim);
      any = any || after_aim;
    }
    last_block_aimed_ = any || (block.heading && last_block_aimed_);
  }

  // Whether the sentence set an aim.
  bool read_sentence(const Block& block, const Sentence& sentence, bool after_aim) {
    Evidence evidence(tokens_, block, sentence, after_aim, year_);
    const std::size_t first_time = time_from(sentence.range.first);
    for (std::size_t t = first_time; t < times_.size() && times_[t].first < sentence.range.last; ++t)
      evidence.see_time(times_[t]);
    std::optional<int> carried;
    Range subject;
    bool each = false;
    bool any = false;
    for (const Range segment : sentence.segments) {
      evidence.enter_segment(segment);
      std::vector<Candidate> candidates = candidates_of(block, sentence, segment, evidence, each);
      const std::size_t first = time_from(segment.first);
      assign_deadlines(candidates, {times_.data() + first, time_from(segment.last) - first}, tokens_,
                       carried);
      const std::vector<Parts> parts = parts_of(tokens_, candidates, subject);
      for (std::size_t i = 0; i < candidates.size(); ++i) draft(block, candidates[i], parts[i]);
      any = any || !candidates.empty();
    }
    return any;
  }

  [[nodiscard]] std::size_t time_from(std::size_t token) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(times_, token, {}, &TimePhrase::first) -
                                    times_.begin());
  }

  // `each`: the sentence speaks of each of many ("mỗi …", "100% …"), also in its later segments.
  std::vector<Candidate> candidates_of(const Block& block, const Sentence& sentence, Range segment,
                                       Evidence& evidence, bool& each) {
    std::vector<Candidate> found;
    Nesting nesting;
    nesting.segment = segment;
    each = each && goes_on_about_each(segment);
    std::size_t name_end = 0;
    for (std::size_t at = segment.first; at < segment.last; ++at) {
      const Token& token = tokens_[at];
      if (token.plays(role::each)) each = true;
      if (token.is(U'“') || token.is(U'"')) name_end = std::max(name_end, end_of_name(at, segment.last));
      if (token.is(U'(')) enter_parentheses(at, segment.last, nesting);
      if (token.is(U')')) nesting.in_parentheses = false;
      const bool digits = token.kind == TokenKind::number;
      const bool spelled = token.kind == TokenKind::word && token.roles == 0 && at > segment.first;
      if (token.cited || token.timed || !(digits || spelled)) continue;
      const auto quantity = read_quantity(tokens_, at, segment.first, segment.last, text_);
      if (!quantity) continue;
      nesting.in_name = at < name_end;
      evidence.advance(quantity->first);
      if (can_be_aim(tokens_, *quantity, nesting) && evidence.sets_aim(*quantity)) {
        add(found, *quantity, sentence, segment, block, each);
        evidence.confirm();
        if (quantity->unit == Quantity::percent)
          nesting.coverage_end = each_of(*quantity) ? quantity->last : nesting.coverage_end;
        if (each_of(*quantity)) each = true;
      }
      at = std::max(at, quantity->number.last - 1);
    }
    return found;
  }

  // "…; đến năm 2027 có ít nhất 4 bác sĩ": no subject of its own, so that of the segment before.
  [[nodiscard]] bool goes_on_about_each(Range segment) const {
    std::size_t at = segment.first;
    while (at < segment.last &&
           (tokens_[at].timed || tokens_[at].is(U',') || tokens_[at].plays(role::conj | role::annual)))
      ++at;
    return at < segment.last && tokens_[at].plays(role::having);
  }

  // A share of persons or units, all of whom are to do something; what follows may count per unit.
  [[nodiscard]] bool each_of(const Measured& quantity) const {
    return quantity.unit == Quantity::percent && quantity.last < tokens_.size() &&
           tokens_[quantity.last].kind == TokenKind::word && !tokens_[quantity.last].timed &&
           !quantity.change;
  }

  [[nodiscard]] std::size_t end_of_name(std::size_t open, std::size_t last) const {
    const char32_t close = tokens_[open].is(U'“') ? U'”' : U'"';
    for (std::size_t i = open + 1; i < std::min(last, open + name_in_quotes_max); ++i)
      if (tokens_[i].is(close)) return i;
    return open;
  }

  void enter_parentheses(std::size_t open, std::size_t last, Nesting& nesting) const {
    nesting.in_parentheses = true;
    nesting.aim_inside = false;
    for (std::size_t i = open + 1; i < last && !tokens_[i].is(U')'); ++i) {
      const bool part_of_aim = tokens_[i].plays(role::connective) && i == open + 1;
      nesting.aim_inside = nesting.aim_inside || tokens_[i].plays(role::aim) || part_of_aim;
    }
  }

  void add(std::vector<Candidate>& found, Measured quantity, const Sentence& sentence, Range segment,
           const Block& block, bool each) {
    Candidate candidate;
    if (!found.empty()) {
      const Measured& before = found.back().quantity;
      candidate.elliptic = is_elliptic(before, quantity);
      inherit(before, quantity, candidate.elliptic);
    }
    const bool counted = quantity.unit == Quantity::count || quantity.unit == Quantity::times;
    candidate.per_unit = counted && (each || every_time(quantity)) &&
                         (quantity.stated || quantity.number.shape == NumberShape::range || each);
    candidate.quantity = quantity;
    candidate.sentence = sentence.range;
    candidate.segment = segment;
    candidate.headline = !block.closed && !block.item && !block.row;
    found.push_back(std::move(candidate));
  }

  // "ít nhất mỗi năm 1 lần": a frequency is asked of everybody it speaks of.
  [[nodiscard]] bool every_time(const Measured& quantity) const {
    return quantity.unit == Quantity::times && quantity.stated;
  }

  // "16/100.000 trẻ em": of whom the rate is counted.
  [[nodiscard]] static bool counted_in(const Measured& rate, const Token& token) {
    return rate.number.shape == NumberShape::per_many && token.plays(role::people);
  }

  // Only years, joints and words of level stand between the two: they share their subject.
  [[nodiscard]] bool is_elliptic(const Measured& before, const Measured& next) const {
    constexpr Roles joints =
        role::conj | role::reach | role::come_down | role::aim | role::from | role::until;
    for (std::size_t i = before.last; i < next.first; ++i) {
      const Token& token = tokens_[i];
      if (token.timed || token.is(U',') || token.plays(joints) || token.is(U'/') || counted_in(before, token))
        continue;
      return false;
    }
    return next.unit == before.unit || next.bare;
  }

  void inherit(const Measured& before, Measured& quantity, bool elliptic) const {
    if (quantity.bare && elliptic) {
      quantity.unit = before.unit;
      quantity.bare = false;
    }
    const bool hundred = quantity.unit == Quantity::percent && quantity.number.value == Decimal(100);
    const bool silent = !quantity.stated && !quantity.levelled && quantity.comparator == Comparator::at_least;
    const bool told =
        before.stated || before.comparator == Comparator::at_most || before.comparator == Comparator::equal;
    if (silent && told && !hundred && quantity.unit == before.unit && before.number.value != Decimal(100))
      quantity.comparator = before.comparator;
    if (silent && before.change && quantity.unit == before.unit && quantity.unit == Quantity::percent)
      quantity.change = true;
  }

  void draft(const Block& block, const Candidate& candidate, const Parts& parts) {
    const Measured& quantity = candidate.quantity;
    Drafted made;
    made.headline = candidate.headline;
    ProposedTarget& target = made.target;
    target.span = span_of(parts.quote);
    target.quote = copy(parts.quote);
    target.comparator = quantity.comparator;
    target.value = quantity.number.value;
    target.value_max = quantity.number.value_max;
    target.unit = quantity.unit;
    if (quantity.unit == Quantity::count) target.noun = copy(parts.noun);
    target.subject = copy(parts.subject);
    target.measure = copy(parts.measure);
    target.per_unit = candidate.per_unit;
    target.baseline_change = quantity.change;
    target.number = span_of({quantity.number.first, quantity.number.last});
    if (candidate.deadlines.empty()) {
      target.deadline = deadline_of(block, candidate.sentence);
      drafted_.push_back(std::move(made));
      return;
    }
    for (const int year : candidate.deadlines) {
      target.deadline = year;
      drafted_.push_back(made);
    }
  }

  [[nodiscard]] std::optional<int> deadline_of(const Block& block, Range sentence) const {
    const std::optional<Horizon> horizon = block.deadline ? block.deadline : horizon_;
    if (!horizon) return std::nullopt;
    const auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(sentence.first);
    const auto last = tokens_.begin() + static_cast<std::ptrdiff_t>(sentence.last);
    const bool election =
        std::any_of(first, last, [](const Token& token) { return token.plays(role::election); });
    return election ? horizon->start : horizon->year;
  }

  [[nodiscard]] Span span_of(Range range) const {
    if (range.empty()) return {};
    return {tokens_[range.first].begin, tokens_[range.last - 1].end};
  }
  [[nodiscard]] std::string copy(Range range) const {
    const Span span = span_of(range);
    return std::string(text_.substr(span.begin, span.end - span.begin));
  }

  std::string_view text_;
  Tokens tokens_;
  std::vector<TimePhrase> times_;
  std::optional<int> year_;
  std::optional<Horizon> horizon_;
  std::vector<Drafted> drafted_;
  bool last_block_aimed_ = false;
};

}  // namespace

Reading read(std::string_view text) {
  return Reader(text).run();
}

}  // namespace nucong::directive

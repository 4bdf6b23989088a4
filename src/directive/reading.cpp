#include "directive/reading.hpp"

#include <algorithm>

#include "directive/aim/candidates.hpp"
#include "directive/aim/clause.hpp"
#include "directive/aim/deadline.hpp"
#include "directive/aim/measured_phrase.hpp"
#include "directive/aim/restatement.hpp"
#include "directive/aim/table.hpp"
#include "directive/paper/citation.hpp"
#include "directive/sureness.hpp"
#include "directive/unclear_digits.hpp"

namespace nucong::directive {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Reading run() {
    Tokens words = without_wraps(tokens_of(text_));
    Reading reading;
    reading.citations = without_repeats(find_citations(words, text_));
    tokens_ = phrased(words);
    unclear_ = set_unclear_digits_aside(tokens_, text_);
    times_ = find_times(tokens_, text_);
    year_ = year_of_text(tokens_, times_, text_);
    date_days(times_, year_);
    const std::vector<Block> blocks = outline_of(tokens_, times_);
    horizon_ = horizon_of(tokens_, times_, blocks, year_, text_);
    mood_ = {year_, term_start(), plans_of(tokens_, blocks)};
    for (const Block& block : blocks)
      if (!read_row(block)) read_block(block);
    reading.targets = without_restatements(std::move(drafted_));
    reading.year = year_;
    for (const Block& block : blocks) ask_about_unclear_digits(block);
    std::ranges::sort(passed_over_, {}, [](const PassedOver& p) { return p.number.begin; });
    reading.passed_over = std::move(passed_over_);
    return reading;
  }

 private:
  [[nodiscard]] std::optional<int> term_start() const {
    return horizon_ && horizon_->start < horizon_->year ? std::optional(horizon_->start) : std::nullopt;
  }

  // Whether the block is a row of a table with a header that tells which figures are to be reached.
  bool read_row(const Block& block) {
    if (!block.row) {
      if (!block.heading || block.closed)
        columns_.reset();  // a heading may stand between the rows of a table
      return false;
    }
    const std::vector<Range> cells = cells_of(tokens_, block);
    if (auto header = header_of(tokens_, cells, times_, year_, text_)) {
      columns_ = block.mood == Mood::report || block.mood == Mood::norm ? std::nullopt : std::move(header);
      return true;
    }
    if (!columns_) return false;
    for (const TableFigure& figure : figures_of(tokens_, cells, *columns_, text_)) draft(block, figure);
    return true;
  }

  void read_block(const Block& block) {
    bool set = false;
    bool announced = false;
    const bool goes_on = block.item || block.row || lead_ == Lead::none;
    Lead lead = lead_ == Lead::reported ? Lead::none : goes_on ? lead_ : Lead::earlier;
    for (const Sentence& sentence : sentences_of(tokens_, block)) {
      lead = read_sentence(block, sentence, lead);
      set = set || lead == Lead::set;
      announced = announced || lead == Lead::announced;
    }
    lead_ = set ? Lead::set : announced ? Lead::announced : block.heading ? lead_ : Lead::none;
  }

  // What the sentence leaves to the next one.
  Lead read_sentence(const Block& block, const Sentence& sentence, Lead lead) {
    Evidence evidence(tokens_, block, sentence, lead, mood_);
    const std::size_t first_time = time_from(sentence.range.first);
    for (std::size_t t = first_time; t < times_.size() && times_[t].first < sentence.range.last; ++t)
      evidence.see_time(times_[t]);
    std::optional<Due> carried;
    Range subject;
    bool any = false;
    CandidateFinder finder(tokens_, text_, block, sentence.range);
    for (const Range segment : sentence.segments) {
      evidence.enter_segment(segment);
      std::vector<Candidate> candidates = finder.find(segment, evidence);
      const std::size_t first = time_from(segment.first);
      assign_deadlines(candidates, {times_.data() + first, time_from(segment.last) - first}, tokens_,
                       carried);
      const std::vector<Parts> parts = parts_of(tokens_, candidates, subject);
      for (std::size_t i = 0; i < candidates.size(); ++i) draft(block, candidates[i], parts[i]);
      any = any || !candidates.empty();
    }
    for (const Near& near : finder.nearly()) {
      const Range number{near.quantity.number.first, near.quantity.number.last};
      pass_over(span_of(number), around(near.segment, number.first), Question::is_it_an_aim,
                reasons_of(near.verdict));
    }
    evidence.advance(sentence.range.last);
    return evidence.leaves(any);
  }

  [[nodiscard]] std::size_t time_from(std::size_t token) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(times_, token, {}, &TimePhrase::first) -
                                    times_.begin());
  }

  void draft(const Block& block, const Candidate& candidate, const Parts& parts) {
    const Measured& quantity = candidate.quantity;
    Drafted made;
    made.headline = candidate.headline;
    made.item = candidate.item;
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
    target.reasons = reasons_of(candidate.verdict);
    std::vector<Due> deadlines = candidate.deadlines;
    target.deadline_from = DeadlineFrom::clause;
    if (deadlines.empty()) {
      const std::optional<int> year = deadline_of(block, candidate.sentence);
      target.deadline_from = !year            ? DeadlineFrom::nowhere
                             : block.deadline ? DeadlineFrom::heading
                                              : DeadlineFrom::whole_text;
      deadlines.push_back({year.value_or(0), std::nullopt});
    }
    for (const Due& due : deadlines) {
      target.deadline = due.year == 0 ? std::nullopt : std::optional(due.year);
      target.due = due.day;
      judge(target, candidate.verdict.weight);
      drafted_.push_back(made);
    }
  }

  [[nodiscard]] std::vector<Reason> reasons_of(const Verdict& verdict) const {
    std::vector<Reason> reasons;
    for (const Seen& seen : verdict.signs)
      reasons.push_back({seen.sign, seen.at == Seen::nowhere ? Span{} : span_of({seen.at, seen.at + 1})});
    return reasons;
  }

  void ask_about_unclear_digits(const Block& block) {
    const Span all = span_of({block.first, block.last});
    auto spoilt = std::ranges::lower_bound(unclear_, all.begin, {}, &Span::begin);
    if (spoilt == unclear_.end() || spoilt->begin >= all.end) return;
    for (const Sentence& sentence : sentences_of(tokens_, block)) {
      const Span clause = span_of(sentence.range);
      while (spoilt != unclear_.end() && spoilt->begin < clause.begin) ++spoilt;
      for (; spoilt != unclear_.end() && spoilt->begin < clause.end; ++spoilt) {
        const auto token = std::ranges::lower_bound(tokens_, spoilt->begin, {}, &Token::begin);
        pass_over(*spoilt, around(sentence.range, static_cast<std::size_t>(token - tokens_.begin())),
                  Question::which_digits, {});
      }
    }
  }

  // What is passed over in silence is followed by nobody.
  void pass_over(Span number, Range clause, Question question, std::vector<Reason> reasons) {
    passed_over_.push_back({number, span_of(clause), copy(clause), question, std::move(reasons)});
  }

  // A sentence without an end, full of numbers, must not be quoted whole for each of them.
  [[nodiscard]] static Range around(Range clause, std::size_t at) {
    constexpr std::size_t tokens_max = 100;  // to either side
    return {std::max(clause.first, at - std::min(at, tokens_max)), std::min(clause.last, at + tokens_max)};
  }

  void draft(const Block& block, const TableFigure& figure) {
    Candidate candidate;
    candidate.quantity = figure.quantity;
    candidate.sentence = candidate.segment = figure.quote;
    candidate.item = true;
    if (figure.year) candidate.deadlines = {{*figure.year, std::nullopt}};
    candidate.verdict = {weight_of(Sign::table_of_aims), {{Sign::table_of_aims, Seen::nowhere}}};
    const Range phrase = figure.name;
    const SubjectAndMeasure read = read_measured(tokens_, figure.name, phrase, figure.quantity);
    const Range noun = figure.quantity.unit == Quantity::count
                           ? Range{figure.quantity.noun, figure.quantity.noun_end}
                           : Range{};
    draft(block, candidate, {figure.quote, read.subject, read.measure, noun});
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
  std::vector<PassedOver> passed_over_;
  std::vector<Span> unclear_;
  TextMood mood_;
  std::optional<Columns> columns_;  ///< of the table that is being read
  Lead lead_ = Lead::none;
};

}  // namespace

Reading read(std::string_view text) {
  return Reader(text).run();
}

}  // namespace nucong::directive

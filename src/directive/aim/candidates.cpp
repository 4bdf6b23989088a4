#include "directive/aim/candidates.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

constexpr std::size_t name_in_quotes_max = 14;  // tokens; a longer quotation is somebody's speech

// "16/100.000 trẻ em": of whom the rate is counted.
bool counted_in(const Measured& rate, const Token& token) {
  return rate.number.shape == NumberShape::per_many && token.plays(role::people);
}

// "ít nhất mỗi năm 1 lần": a frequency is asked of everybody it speaks of.
bool every_time(const Measured& quantity) {
  return quantity.unit == Quantity::times && quantity.stated && quantity.comparator == Comparator::at_least;
}

}  // namespace

std::vector<Candidate> CandidateFinder::find(Range segment, Evidence& evidence) {
  nesting_ = Nesting{};
  nesting_.segment = segment;
  name_end_ = 0;
  each_ = each_ && goes_on_about_each();
  found_.clear();
  for (std::size_t at = segment.first; at < segment.last; ++at) {
    look_at(at);
    if (!may_begin_a_quantity(at)) continue;
    const auto quantity = read_quantity(tokens_, at, segment.first, segment.last, text_);
    if (!quantity) continue;
    nesting_.in_name = at < name_end_;
    evidence.advance(quantity->first);
    Verdict verdict = can_be_aim(tokens_, *quantity, nesting_) ? evidence.weigh(*quantity) : Verdict{};
    if (verdict.sets_aim()) {
      take(*quantity, std::move(verdict));
      evidence.confirm(quantity->first);
    } else if (verdict.weight == enough - 1) {
      nearly_.push_back({*quantity, segment, std::move(verdict)});
    }
    at = std::max(at, quantity->number.last - 1);
  }
  return std::move(found_);
}

bool CandidateFinder::may_begin_a_quantity(std::size_t at) const {
  const Token& token = tokens_[at];
  const bool five = token.is("năm"_w) && at + 1 < nesting_.segment.last &&
                    (tokens_[at + 1].is("mươi"_w) || tokens_[at + 1].is("trăm"_w));
  const bool spelled = token.kind == TokenKind::word && (token.roles == 0 || five);
  return !token.cited && !token.timed && (token.kind == TokenKind::number || spelled);
}

void CandidateFinder::look_at(std::size_t at) {
  const Token& token = tokens_[at];
  if (token.plays(role::each)) each_ = !is_mean(at);
  if (speaks_of_all(at)) each_ = false;
  if (token.is(U'“') || token.is(U'"')) name_end_ = std::max(name_end_, end_of_name(at));
  if (token.is(U'(')) enter_parentheses(at);
  if (token.is(U')')) nesting_.in_parentheses = false;
}

// "bình quân mỗi phụ nữ có 2,1 con": a mean, which none of them reaches alone.
bool CandidateFinder::is_mean(std::size_t each) const {
  return each > 0 && tokens_[each - 1].begins("bình"_w);
}

// "cả nước", "toàn tỉnh": from here on a figure is of them together.
bool CandidateFinder::speaks_of_all(std::size_t at) const {
  const bool country = tokens_[at].is("cả"_w) && at + 1 < tokens_.size() && tokens_[at + 1].is("nước"_w);
  return country || tokens_[at].is("toàn"_w);
}

// "…; đến năm 2027 có ít nhất 4 bác sĩ": no subject of its own, so that of the segment before.
bool CandidateFinder::goes_on_about_each() const {
  const Range segment = nesting_.segment;
  std::size_t at = segment.first;
  while (at < segment.last &&
         (tokens_[at].timed || tokens_[at].is(U',') || tokens_[at].plays(role::conj | role::annual)))
    ++at;
  return at < segment.last && tokens_[at].plays(role::having);
}

// A share of persons or units, all of whom are to do something; what follows may count per unit.
bool CandidateFinder::each_of(const Measured& quantity) const {
  return quantity.unit == Quantity::percent && quantity.last < tokens_.size() &&
         tokens_[quantity.last].kind == TokenKind::word && !tokens_[quantity.last].timed && !quantity.change;
}

std::size_t CandidateFinder::end_of_name(std::size_t open) const {
  const char32_t close = tokens_[open].is(U'“') ? U'”' : U'"';
  const std::size_t last = std::min(nesting_.segment.last, open + name_in_quotes_max);
  for (std::size_t i = open + 1; i < last; ++i)
    if (tokens_[i].is(close)) return i;
  return open;
}

void CandidateFinder::enter_parentheses(std::size_t open) {
  nesting_.in_parentheses = true;
  nesting_.aim_inside = false;
  for (std::size_t i = open + 1; i < nesting_.segment.last && !tokens_[i].is(U')'); ++i) {
    // "trồng mới 6.000 ha (năm 2027 trồng mới 1.000 ha; …)"
    const bool part_of_aim = (tokens_[i].plays(role::connective) || tokens_[i].timed) && i == open + 1;
    nesting_.aim_inside = nesting_.aim_inside || tokens_[i].plays(role::aim) || part_of_aim;
  }
}

void CandidateFinder::take(Measured quantity, Verdict verdict) {
  Candidate candidate;
  if (!found_.empty()) {
    const Measured& before = found_.back().quantity;
    candidate.elliptic = is_elliptic(before, quantity);
    inherit(before, quantity, candidate.elliptic);
  }
  const bool counted = quantity.unit == Quantity::count || quantity.unit == Quantity::times;
  candidate.per_unit = counted && !quantity.change && (each_ || every_time(quantity));
  candidate.quantity = quantity;
  candidate.verdict = std::move(verdict);
  candidate.sentence = sentence_;
  candidate.segment = nesting_.segment;
  candidate.item = block_.item || block_.row;
  candidate.headline = !block_.closed && !candidate.item;
  found_.push_back(std::move(candidate));
  if (each_of(quantity)) {
    each_ = true;
    nesting_.coverage_end = quantity.last;
  }
  nesting_.physical_aim = nesting_.physical_aim || quantity.physical;
  nesting_.counted_aim = nesting_.counted_aim || quantity.unit == Quantity::count;
}

// Only years, joints and words of level stand between the two: they share their subject.
bool CandidateFinder::is_elliptic(const Measured& before, const Measured& next) const {
  constexpr Roles joints = role::conj | role::reach | role::come_down | role::aim | role::from | role::until;
  for (std::size_t i = before.last; i < next.first; ++i) {
    const Token& token = tokens_[i];
    if (token.timed || token.is(U',') || token.plays(joints) || token.is(U'/') || counted_in(before, token))
      continue;
    return false;
  }
  return next.unit == before.unit || next.bare;
}

// "giảm ít nhất 30% thời gian, 30% chi phí": the second figure is compared like the first, unless words of
// its own stand between.
void CandidateFinder::inherit(const Measured& before, Measured& quantity, bool elliptic) const {
  if (quantity.bare && elliptic) {
    quantity.unit = before.unit;
    quantity.bare = false;
  }
  for (std::size_t i = before.last; i < quantity.first; ++i)
    if (tokens_[i].plays(role::aim | role::connective | role::share | role::rate)) return;
  const bool hundred = quantity.unit == Quantity::percent && quantity.number.value == Decimal(100);
  const bool silent = !quantity.stated && !quantity.levelled && quantity.comparator == Comparator::at_least;
  const bool told =
      before.stated || before.comparator == Comparator::at_most || before.comparator == Comparator::equal;
  if (!silent || quantity.unit != before.unit) return;
  if (told && !hundred && before.number.value != Decimal(100)) quantity.comparator = before.comparator;
  if (before.change && quantity.unit == Quantity::percent) quantity.change = true;
}

}  // namespace nucong::directive

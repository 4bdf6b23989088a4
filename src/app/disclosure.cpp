#include "app/disclosure.hpp"

#include <algorithm>

#include "app/subject.hpp"

namespace nucong::app {

using Cell = std::optional<Decimal>;

namespace {

bool is_small(const Cell& cell) {
  return cell && *cell > Decimal{0} && *cell < Decimal{least_shown};
}

// What is at stake in a figure: the smaller of the counts that it tells.
Cell stake(const Cell& numerator, const Cell& denominator) {
  if (is_small(numerator)) return numerator;
  if (is_small(denominator) && *denominator != Decimal{1}) return denominator;
  return numerator;
}

Cell rest(const Cell& whole, const Cell& part) {
  return whole && part ? Cell(*whole - *part) : std::nullopt;
}

// Whether somebody who knows both knows a small count that is in the one and not in the other.
template <class Figure>
bool tells_a_small_rest(const Figure& whole, const Figure& part) {
  return is_small(rest(whole.numerator, part.numerator)) ||
         is_small(rest(whole.denominator, part.denominator));
}

template <class Figure>
void take_out(Figure& figure) {
  figure.hidden = true;
  figure.value.reset();
  figure.numerator.reset();
  figure.denominator.reset();
}

bool counts_people(const Knowledge& knowledge, const indicator::Formula& formula) {
  return std::ranges::any_of(formula.series_used(), [&](indicator::Series series) {
    return knowledge.elements().element(series.element).counts_people;
  });
}

// The series itself and the other parts of its split; of a whole the series alone.
std::vector<indicator::Series> parts_beside(const indicator::Elements& elements, indicator::Series series) {
  const auto split_of = [&](indicator::Series one) {
    const auto code = elements.code_of(one);
    return code.substr(0, code.find('='));
  };
  if (series.split == indicator::SplitId{}) return {series};
  auto parts = elements.series_of(series.element);
  std::erase_if(parts, [&](indicator::Series one) { return split_of(one) != split_of(series); });
  return parts;
}

std::size_t column_of(const Scorecard& card, const std::string& target) {
  const auto found = std::ranges::find(card.targets, target, &target::Target::id);
  return static_cast<std::size_t>(found - card.targets.begin());
}

std::vector<bool> hidden_rows(const Scorecard& card, std::size_t column) {
  std::vector<Cell> cells;
  for (const auto& row : card.rows)
    cells.push_back(stake(row.cells[column].numerator, row.cells[column].denominator));
  return hidden_cells(cells);
}

}  // namespace

std::vector<bool> hidden_cells(std::span<const Cell> cells) {
  std::vector<bool> hidden(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) hidden[i] = is_small(cells[i]);
  if (std::ranges::count(hidden, true) != 1) return hidden;
  auto least = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!hidden[i] && cells[i] && *cells[i] > Decimal{0} &&
        (least == cells.size() || *cells[i] < *cells[least]))
      least = i;
  if (least < cells.size()) hidden[least] = true;
  return hidden;
}

Result<bool> Disclosure::is_of_people() {
  if (!of_people_) {
    TRY(const auto subject, subject_of(present_.knowledge, asked_.element));
    of_people_ = counts_people(present_.knowledge, *subject.formula);
  }
  return *of_people_;
}

Result<ValueAnswer> Disclosure::ask(const std::string& unit, const std::string& element) const {
  ValueQuestion question = asked_;
  question.unit = unit;
  question.element = element;
  question.why = false;
  return ask_value(present_, question);
}

Result<Cell> Disclosure::stake_of(const std::string& unit, const std::string& element) const {
  TRY(const auto answer, ask(unit, element));
  return stake(answer.numerator, answer.denominator);
}

Result<bool> Disclosure::is_hidden_in_whole(const std::string& unit) {
  if (asked_.directive.empty()) return false;
  if (!whole_) {
    ValueQuestion everybody = asked_;
    everybody.directive.clear();
    whole_ = std::make_unique<Disclosure>(present_, everybody);
  }
  TRY(const bool hidden, whole_->hides(unit));
  if (hidden) return true;
  TRY(const auto part, ask(unit, asked_.element));
  TRY(const auto whole, whole_->ask(unit, asked_.element));
  return tells_a_small_rest(whole, part);
}

Result<bool> Disclosure::is_small_among_parts(const std::string& unit) const {
  TRY(const auto subject, subject_of(present_.knowledge, asked_.element));
  if (!subject.series) {
    TRY(const auto cell, stake_of(unit, asked_.element));
    return is_small(cell);
  }
  const auto& elements = present_.knowledge.elements();
  const auto parts = parts_beside(elements, *subject.series);
  std::vector<Cell> cells;
  for (const auto part : parts) {
    TRY(auto cell, stake_of(unit, elements.code_of(part)));
    cells.push_back(std::move(cell));
  }
  const auto own = std::ranges::find(parts, *subject.series) - parts.begin();
  return hidden_cells(cells)[static_cast<std::size_t>(own)];
}

Result<bool> Disclosure::is_hidden_among_children(const std::string& unit, const std::string& parent) {
  if (const auto known = by_parent_.find(parent); known != by_parent_.end())
    return known->second.contains(unit);
  ComparisonQuestion question{asked_, {}, {Rows::Kind::child}};
  question.value.unit = parent;
  question.value.why = false;
  TRY(const auto siblings, compare_values(present_, question));
  std::vector<Cell> cells;
  for (const auto& line : siblings.lines) cells.push_back(stake(line.numerator, line.denominator));
  const auto hidden = hidden_cells(cells);
  auto& units = by_parent_[parent];
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (hidden[i]) units.insert(siblings.lines[i].unit);
  return units.contains(unit);
}

Result<bool> Disclosure::hides(const std::string& unit) {
  if (const auto known = known_.find(unit); known != known_.end()) return known->second;
  TRY(const bool of_people, is_of_people());
  if (!of_people) return false;
  const auto& history = present_.nation.history;
  const Date day = asked_.tree.day(asked_.period, present_.today);
  TRY(const Slot slot, standing_unit(history, day, unit));
  TRY(bool hidden, is_hidden_in_whole(unit));
  if (!hidden) {
    TRY(hidden, is_small_among_parts(unit));
  }
  if (const auto parent = history.parent_on(slot, day); parent && !hidden) {
    const auto& above = history.unit(*parent).code;
    TRY(hidden, is_hidden_among_children(unit, above));
    if (!hidden) {
      TRY(hidden, hides(above));
    }
  }
  known_[unit] = hidden;
  return hidden;
}

Result<> disclose(const Present& present, const ValueQuestion& asked, ValueAnswer& answer) {
  if (!answer.value && !answer.numerator) return ok();
  Disclosure disclosure(present, asked);
  TRY(const bool hidden, disclosure.hides(asked.unit));
  if (!hidden) return ok();
  take_out(answer);
  answer.not_own = Decimal{};
  answer.sources.clear();
  return ok();
}

Result<> disclose(const Present& present, const ComparisonQuestion& asked, Comparison& answer) {
  std::map<Period, Disclosure> by_period;
  for (auto& line : answer.lines) {
    if (!line.value) continue;
    auto at = by_period.find(line.period);
    if (at == by_period.end()) {
      ValueQuestion question = asked.value;
      question.period = line.period;
      at = by_period.emplace(line.period, Disclosure(present, question)).first;
    }
    TRY(const bool hidden, at->second.hides(line.unit));
    if (!hidden) continue;
    take_out(line);
    line.rank = 0;  // between two that are told it would be nearly a number
  }
  return ok();
}

Result<> disclose(const Present& present, const ScoreQuestion& asked, Scorecard& card) {
  const bool partial = std::ranges::any_of(
      card.rows, [](const ScoreRow& row) { return std::ranges::any_of(row.cells, &ScoreCell::partial); });
  std::optional<Scorecard> of_all;
  if (partial) {
    ScoreQuestion everybody = asked;
    everybody.given_to_all = true;
    TRY(of_all, score(present, everybody));
  }
  const Scorecard& whole = of_all ? *of_all : card;
  for (std::size_t column = 0; column < card.targets.size(); ++column) {
    const auto* indicator = present.knowledge.catalogue.find_indicator(card.targets[column].indicator);
    if (indicator == nullptr || !counts_people(present.knowledge, indicator->formula)) continue;
    const auto in_whole = column_of(whole, card.targets[column].id);
    const auto hidden = hidden_rows(card, column);
    const auto hidden_in_whole = hidden_rows(whole, in_whole);
    for (std::size_t row = 0; row < card.rows.size(); ++row) {
      ScoreCell& cell = card.rows[row].cells[column];
      if (cell.judgement.status == target::Status::not_given) continue;
      if (hidden[row] || hidden_in_whole[row] || tells_a_small_rest(whole.rows[row].cells[in_whole], cell))
        take_out(cell);
    }
  }
  return ok();
}

}  // namespace nucong::app

#include "app/score.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>

#include "app/ask_value.hpp"
#include "app/nation.hpp"
#include "target/goals.hpp"

namespace nucong::app {

using target::Target;

Result<Rows> Rows::parse(std::string_view text) {
  if (text == "self") return Rows{Kind::self};
  if (text == "child") return Rows{Kind::child};
  constexpr std::string_view level = "level:";
  Rows rows{Kind::level};
  if (text.starts_with(level)) {
    const auto digits = text.substr(level.size());
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), rows.level);
    if (status == std::errc{} && end == digits.data() + digits.size() && !digits.empty()) return rows;
  }
  return fail(ErrorCode::usage, {{"text", std::string(text)}, {"expected", "self, child, level:1"}});
}

std::vector<Slot> row_units(const Rows& rows, Slot unit, const unit::Tree& tree) {
  switch (rows.kind) {
    case Rows::Kind::self:
      return {unit};
    case Rows::Kind::child:
      return tree.children(unit);
    case Rows::Kind::level:
      return tree.at_level(unit, rows.level);
  }
  return {};
}

namespace {

Date first_of_year(Date day) {
  return make_date(year_of(day), 1, 1);
}

// Where the measuring of a target begins for a period that ends on `to`.
Date measured_from(const Target& target, Date to) {
  return target::is_divided(target) ? std::min(target.starts, first_of_year(to))
                                    : std::max(first_of_year(to), std::min(target.starts, to));
}

// The year before counting began, for a baseline.
Period eve_of(const Target& target) {
  return Period::year(year_of(target.starts) - 1);
}

// Measures one scorecard: questions are shared by all targets over the same stretch of time.
class Scorer {
 public:
  Scorer(const Ports& ports, const ScoreQuestion& asked, const Nation& nation, const unit::Tree& tree,
         const target::Goals& goals)
      : ports_(ports), asked_(asked), nation_(nation), tree_(tree), goals_(goals) {}

  ScoreCell cell(const Target& target, Slot unit) {
    ScoreCell cell;
    const auto goal = goals_.goal_for(target, unit, tree_);
    cell.judgement.goal = goal.value_or(target.value);
    cell.goal = goal;
    const auto* indicator = ports_.knowledge.catalogue.find_indicator(target.indicator);
    if (indicator == nullptr) {
      cell.judgement.status = target::Status::not_bound;
      return cell;
    }
    cell.value_unit = indicator->unit;
    if (indicator->formula.per_unit() != nullptr)
      per_unit(target, *indicator, unit, cell);
    else
      measured(target, indicator->formula, unit, cell);
    if (!goal) {
      cell.judgement.status = target::Status::not_divided;
      cell.pace.reset();
    }
    return cell;
  }

 private:
  void measured(const Target& target, const indicator::Formula& formula, Slot unit, ScoreCell& cell) {
    const auto run = tree_.branch(unit);
    const auto stretch = tiles(measured_from(target, asked_.period.last()), asked_.period.last());
    const auto measured = question(stretch).measure(formula, run);
    const auto value = anything_reported(formula, run, stretch) ? measured.ratio : std::nullopt;
    target::Standing standing{
        value, asked_.period.last(), target::accumulates(formula, ports_.knowledge.elements()), {}};
    if (!standing.accumulates) standing.baseline = question({eve_of(target)}).measure(formula, run).ratio;
    cell.judgement = target::judge(target, cell.judgement.goal, standing);
    fill(cell, measured);
    if (!value) cell.value.reset();
  }

  // "0 of 200 unions" is no news while none of the 200 has said anything.
  bool anything_reported(const indicator::Formula& formula, unit::Run run,
                         const std::vector<Period>& stretch) {
    const auto series = formula.series_used();
    return series.empty() || std::ranges::any_of(series, [&](indicator::Series one) {
             return question(stretch).total(one, run).value.has_value();
           });
  }

  // "At least n in each": the share of units that have reached n, which is to become all of them.
  void per_unit(const Target& target, const indicator::Indicator& indicator, Slot unit, ScoreCell& cell) {
    const Decimal goal = cell.judgement.goal;
    Target share = target;
    share.unit = directive::Quantity::percent;
    share.comparator = directive::Comparator::at_least;
    cell.value_unit = indicator::ValueUnit::percent;
    cell.judgement.goal = 100;
    measured(share, reaching(indicator, target.comparator, goal), unit, cell);
    cell.judgement.goal = goal;
  }

  const indicator::Formula& reaching(const indicator::Indicator& indicator, directive::Comparator comparator,
                                     Decimal goal) {
    const auto key = std::pair{indicator.code + std::string(directive::symbol(comparator)), goal.str()};
    const auto known = reaching_.find(key);
    if (known != reaching_.end()) return known->second;
    return reaching_
        .emplace(key, indicator.formula.share_reaching(target::comparison_of(comparator), goal,
                                                       ports_.knowledge.elements()))
        .first->second;
  }

  static void fill(ScoreCell& cell, const indicator::Measured& measured) {
    if (measured.ratio) cell.value = shown(*measured.ratio, cell.value_unit);
    cell.numerator = measured.numerator;
    cell.denominator = measured.denominator;
    if (cell.judgement.pace) cell.pace = shown(*cell.judgement.pace, cell.value_unit);
  }

  rollup::Question& question(std::vector<Period> stretch) {
    auto& found = questions_[stretch];
    if (!found)
      found = std::make_unique<rollup::Question>(nation_.figures, ports_.knowledge.elements(), tree_,
                                                 std::move(stretch), asked_.population);
    return *found;
  }

  const Ports& ports_;
  const ScoreQuestion& asked_;
  const Nation& nation_;
  const unit::Tree& tree_;
  const target::Goals& goals_;
  std::map<std::vector<Period>, std::unique_ptr<rollup::Question>> questions_;
  std::map<std::pair<std::string, std::string>, indicator::Formula> reaching_;
};

std::vector<Target> asked_targets(const std::vector<target::Directive>& directives,
                                  const ScoreQuestion& asked, const target::Goals& goals, Slot unit,
                                  const unit::Tree& tree) {
  std::vector<Target> targets;
  for (const auto& directive : directives) {
    if (!asked.directive.empty() && directive.id != asked.directive) continue;
    for (const auto& target : directive.targets) {
      const bool timely = target.starts <= asked.period.last() && asked.period.first() <= target.due;
      if ((timely || !asked.directive.empty()) && goals.is_given(target, unit, tree))
        targets.push_back(target);
    }
  }
  return targets;
}

// Whether each position was asked by a form of this kind of period, and whether it reported for it.
class Reporting {
 public:
  Reporting(const Ports& ports, const Nation& nation, const unit::Tree& tree, const ScoreQuestion& asked)
      : asked_(tree.order().size() + 1, 0), reported_(tree.order().size() + 1, 0) {
    const auto& elements = ports.knowledge.elements();
    for (std::uint32_t at = 0; at < tree.order().size(); ++at) {
      const Slot slot = tree.order()[at];
      const auto& kind = tree.phase(slot).kind;
      const report::Form* form = ports.knowledge.form_for(kind, asked.period.kind());
      bool reported = false;
      if (form != nullptr)
        for (const auto series : form->asked())
          if (!rollup::figures_of(nation.figures, slot, series, elements.element(series.element).kind,
                                  std::array{asked.period})
                   .empty()) {
            reported = true;
            break;
          }
      asked_[at + 1] = asked_[at] + (form != nullptr ? 1U : 0U);
      reported_[at + 1] = reported_[at] + (reported ? 1U : 0U);
    }
  }

  void fill(ScoreRow& row, unit::Run run) const {
    row.units_expected = asked_[run.end] - asked_[run.begin];
    row.units_reported = reported_[run.end] - reported_[run.begin];
  }

 private:
  std::vector<std::uint32_t> asked_;  // running sums by position
  std::vector<std::uint32_t> reported_;
};

}  // namespace

Result<Scorecard> score(const Ports& ports, const ScoreQuestion& asked) {
  TRY(const auto directives, ports.store.directives());
  if (!asked.directive.empty() &&
      std::ranges::none_of(directives, [&](const auto& d) { return d.id == asked.directive; }))
    return fail(ErrorCode::directive_unknown, {{"directive", asked.directive}});
  TRY(const auto given, ports.store.goals());

  Date from = asked.period.first();
  for (const auto& directive : directives)
    for (const auto& target : directive.targets)
      from = std::min({from, measured_from(target, asked.period.last()), eve_of(target).first()});
  from = first_of_year(from) - std::chrono::days{366};  // formulas may look one year back
  TRY(const auto nation, load_nation(ports, from, asked.period.last()));

  const unit::Tree tree(nation.history, asked.tree.day(asked.period, ports.clock.today()));
  TRY(const Slot unit, standing_unit(tree, asked.unit));
  const target::Goals goals(target::carried_over(given, directives, tree));
  Scorecard card{asked_targets(directives, asked, goals, unit, tree), {}, tree.day()};
  if (card.targets.empty())
    return fail(ErrorCode::target_none, {{"unit", asked.unit}, {"period", asked.period.str()}});

  Scorer scorer(ports, asked, nation, tree, goals);
  const Reporting reporting(ports, nation, tree, asked);
  for (const Slot slot : row_units(asked.rows, unit, tree)) {
    ScoreRow row{tree.history().unit(slot).code, tree.phase(slot).name, 0, 0, {}};
    reporting.fill(row, tree.branch(slot));
    for (const auto& target : card.targets) row.cells.push_back(scorer.cell(target, slot));
    card.rows.push_back(std::move(row));
  }
  return card;
}

}  // namespace nucong::app

#include "app/score.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "app/find_directive.hpp"
#include "app/subject.hpp"
#include "target/goals.hpp"

namespace nucong::app {

using target::Target;

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

// What the rows are asked for, before any figure is looked at.
struct Plan {
  Slot unit;
  std::shared_ptr<const rollup::Ground> ground;
  target::Goals goals;
  std::vector<Target> targets;
};

std::vector<Target> asked_targets(const std::vector<target::Directive>& directives,
                                  const ScoreQuestion& asked, const target::Goals& goals, Slot unit) {
  std::vector<Target> targets;
  for (const auto& directive : directives) {
    if (!asked.directive.empty() && directive.id != asked.directive) continue;
    for (const auto& target : directive.targets) {
      const bool timely = target.starts <= asked.period.last() && asked.period.first() <= target.due;
      if ((timely || !asked.directive.empty()) && !goals.given_runs(target, unit).empty())
        targets.push_back(target);
    }
  }
  return targets;
}

Result<Plan> plan_of(const Present& present, const ScoreQuestion& asked) {
  const auto& directives = *present.nation.directives;
  if (!asked.directive.empty()) {
    TRY(find_directive(directives, asked.directive));
  }
  const Date day = asked.tree.day(asked.period, present.today);
  TRY(const Slot unit, standing_unit(present.nation.history, day, asked.unit));
  auto ground = rollup::ground_on(present.atlas, present.nation.history, day);
  target::Goals goals(*present.nation.goals, directives, ground->lineage());
  if (asked.given_to_all) goals.give_to_all();
  auto targets = asked_targets(directives, asked, goals, unit);
  if (targets.empty())
    return fail(ErrorCode::target_none, {{"unit", asked.unit}, {"period", asked.period.str()}});
  return Plan{unit, std::move(ground), std::move(goals), std::move(targets)};
}

// One column of the card: a target with the columns of figures it is measured by, each looked up once.
class Column {
 public:
  Column(const Present& present, const ScoreQuestion& asked, const Plan& plan, const Target& target)
      : present_(present),
        asked_(asked),
        plan_(plan),
        target_(target),
        indicator_(present.knowledge.catalogue.find_indicator(target.indicator)) {
    if (indicator_ == nullptr) return;
    accumulates_ = target::accumulates(indicator_->formula, present.knowledge.elements());
    if (indicator_->formula.per_unit() == nullptr) gauge(indicator_->formula, {});
  }

  ScoreCell cell(Slot unit) {
    ScoreCell cell;
    const auto [runs, goal] = plan_.goals.share_of(target_, unit);
    if (runs.empty()) {
      cell.judgement.status = target::Status::not_given;
      return cell;
    }
    cell.judgement.goal = goal.value_or(target_.value);
    cell.goal = goal;
    cell.partial = runs.front() != plan_.ground->tree().branch(unit);
    if (indicator_ == nullptr) {
      cell.judgement.status = target::Status::not_bound;
      return cell;
    }
    cell.value_unit = indicator_->unit;
    if (indicator_->formula.per_unit() != nullptr)
      per_unit(runs, cell);
    else
      measured(target_, gauge(indicator_->formula, {}), runs, cell);
    if (!goal) {
      cell.judgement.status = target::Status::not_divided;
      cell.pace.reset();
    }
    return cell;
  }

 private:
  // A formula's columns now, and on the eve of the target's start where that is what it is held against.
  struct Gauge {
    rollup::Measure now;
    std::optional<rollup::Measure> eve;
  };

  void measured(const Target& target, const Gauge& gauge, std::span<const unit::Run> runs,
                ScoreCell& cell) const {
    const auto measured = gauge.now.of(runs);
    // "0 of 200 unions" is no news while none of the 200 has said anything.
    const auto value = gauge.now.anything_reported(runs) ? measured.ratio : std::nullopt;
    target::Standing standing{value, std::min(asked_.period.last(), present_.today), accumulates_, {}};
    if (gauge.eve) standing.baseline = gauge.eve->of(runs).ratio;
    cell.judgement = target::judge(target, cell.judgement.goal, standing);
    if (value) cell.value = shown(*value, cell.value_unit);
    cell.numerator = measured.numerator;
    cell.denominator = measured.denominator;
    if (cell.judgement.pace) cell.pace = shown(*cell.judgement.pace, cell.value_unit);
  }

  // "At least n in each": the share of units that have reached n, which is to become all of them.
  void per_unit(std::span<const unit::Run> runs, ScoreCell& cell) {
    const Decimal goal = cell.judgement.goal;
    Target share = target_;
    share.unit = directive::Quantity::percent;
    share.comparator = directive::Comparator::at_least;
    cell.value_unit = indicator::ValueUnit::percent;
    cell.judgement.goal = 100;
    measured(share, gauge_reaching(goal), runs, cell);
    cell.judgement.goal = goal;
  }

  const Gauge& gauge_reaching(Decimal goal) {
    if (const auto known = gauges_.find(goal); known != gauges_.end()) return known->second;
    return gauge(indicator_->formula.share_reaching(target::comparison_of(target_.comparator), goal,
                                                    present_.knowledge.elements()),
                 goal);
  }

  const Gauge& gauge(const indicator::Formula& formula, Decimal goal) {
    if (const auto known = gauges_.find(goal); known != gauges_.end()) return known->second;
    const Date to = asked_.period.last();
    Gauge made{question(tiles(measured_from(target_, to), to)).measure(formula), {}};
    if (!accumulates_) made.eve = question({eve_of(target_)}).measure(formula);
    return gauges_.emplace(goal, std::move(made)).first->second;
  }

  [[nodiscard]] rollup::Question question(std::vector<Period> stretch) const {
    return {present_.atlas, present_.nation.figures, present_.knowledge.elements(),
            plan_.ground,   std::move(stretch),      asked_.population};
  }

  const Present& present_;
  const ScoreQuestion& asked_;
  const Plan& plan_;
  const Target& target_;
  const indicator::Indicator* indicator_;
  bool accumulates_ = false;
  std::map<Decimal, Gauge> gauges_;  // by the goal of an "each" formula; of any other there is one
};

// The kinds of unit that some form asks for such periods.
std::vector<std::string> asked_kinds(const Knowledge& knowledge, PeriodKind period) {
  std::vector<std::string> kinds;
  for (const auto& kind : knowledge.kinds)
    if (knowledge.form_for(kind.code, period) != nullptr) kinds.push_back(kind.code);
  return kinds;
}

Result<Scorecard> card_of(const Present& present, const ScoreQuestion& asked, const Plan& plan) {
  const unit::Tree& tree = plan.ground->tree();
  Scorecard card{plan.targets, {}, asked.tree.day(asked.period, present.today)};
  std::vector<Column> columns;
  columns.reserve(plan.targets.size());
  for (const auto& target : plan.targets) columns.emplace_back(present, asked, plan, target);
  rollup::Question question(present.atlas, present.nation.figures, present.knowledge.elements(), plan.ground,
                            {asked.period});
  const auto reporters =
      question.reporters(asked_kinds(present.knowledge, asked.period.kind()), asked.period);
  for (const Slot slot : row_units(asked.rows, plan.unit, tree)) {
    const auto run = tree.branch(slot);
    ScoreRow row{tree.history().unit(slot).code,
                 tree.phase(slot).name,
                 reporters->expected(run),
                 reporters->reported(run),
                 {}};
    row.cells.reserve(columns.size());
    for (auto& column : columns) row.cells.push_back(column.cell(slot));
    card.rows.push_back(std::move(row));
  }
  return card;
}

}  // namespace

Result<Scorecard> score(const Present& present, const ScoreQuestion& asked) {
  TRY(const auto plan, plan_of(present, asked));
  return card_of(present, asked, plan);
}

Result<Scorecard> score(const Ports& ports, const ScoreQuestion& asked) {
  TRY(auto nation, load_units_and_targets(ports));
  rollup::LooseAtlas atlas;
  const Present present{nation, ports.knowledge, atlas, ports.clock.today()};
  TRY(const auto plan, plan_of(present, asked));
  Date from = asked.period.first();
  for (const auto& target : plan.targets)
    from = std::min({from, measured_from(target, asked.period.last()), eve_of(target).first()});
  from = first_of_year(from) - std::chrono::days{366};  // formulas may look one year back
  TRY(nation.figures, load_figures(ports, from, asked.period.last()));
  return card_of(present, asked, plan);
}

}  // namespace nucong::app

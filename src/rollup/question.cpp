#include "rollup/question.hpp"

#include <algorithm>

namespace nucong::rollup {

using indicator::Aggregate;
using indicator::Series;
using indicator::Truth;
using unit::Line;
using unit::Run;

Question::Question(Snapshot snapshot, const indicator::Elements& elements, const unit::Tree& tree,
                   std::vector<Period> stretch, Population population)
    : snapshot_(std::move(snapshot)),
      elements_(elements),
      tree_(tree),
      lineage_(tree),
      stretch_(std::move(stretch)),
      population_(population) {
  ENSURE(!stretch_.empty());
}

std::vector<Period> Question::shifted(int years_back) const {
  std::vector<Period> periods = stretch_;
  for (int year = 0; year < years_back; ++year)
    for (auto& period : periods) period = period.year_before();
  return periods;
}

Resolved Question::resolved(Series series, int years_back) const {
  return resolve(snapshot_, tree_.history(), series, elements_.element(series.element).kind,
                 shifted(years_back));
}

bool Question::counts(Slot slot) const {
  return population_ == Population::everyone ||
         (tree_.has(slot) && tree_.history().unit(slot).stands_on(stretch_.back().last()));
}

const LandedColumn& Question::landed(Series series, int years_back) {
  const auto [at, fresh] = landed_.try_emplace({series, years_back});
  if (fresh) at->second = land(resolved(series, years_back));
  return at->second;
}

LandedColumn Question::land(const Resolved& resolved) const {
  LandedColumn column{std::vector<std::int64_t>(tree_.order().size(), 0),
                      std::vector<std::uint8_t>(tree_.order().size(), 0),
                      {}};
  const auto place = [&](const unit::Landing& landing, std::int64_t amount) {
    const std::uint32_t position = tree_.position(landing.at);
    if (landing.line == Line::own) {
      column.own[position] += amount;
      column.present[position] = 1;
    } else if (population_ == Population::everyone) {
      column.residues.push_back({position, landing.line, amount});
    }
  };
  std::vector<unit::Part> parts;
  const auto place_divided = [&](Slot slot, Date day, std::int64_t amount) {
    parts.clear();
    lineage_.land(slot, day, amount, parts);
    for (const auto& part : parts) place(part.landing, part.amount);
  };
  for (std::size_t i = 0; i < resolved.present.size(); ++i) {
    const Slot slot(i);
    if (resolved.present[i] == 0 || !counts(slot)) continue;
    if (const auto whole = lineage_.whole(slot))
      place(*whole, resolved.amount[i]);
    else
      place_divided(slot, stretch_.back().last(), resolved.amount[i]);
  }
  for (const auto& figure : resolved.dated)
    if (counts(figure.slot)) place_divided(figure.slot, figure.period.last(), figure.amount);
  std::ranges::stable_sort(column.residues, {}, &Residue::position);
  return column;
}

Total Question::total(Series series, Run run, int years_back) {
  const LandedColumn& column = landed(series, years_back);
  std::int64_t own = 0;
  std::uint32_t reported = 0;
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    own += column.own[at];
    reported += column.present[at];
  }
  std::int64_t rest = 0;
  bool any_rest = false;
  const auto first = std::ranges::lower_bound(column.residues, run.begin, {}, &Residue::position);
  for (auto at = first; at != column.residues.end() && at->position < run.end; ++at) {
    rest += at->amount;
    any_rest = true;
  }
  Total total;
  total.reported = reported;
  total.not_own = Decimal::scaled(rest, decimals(series));
  if (reported > 0 || any_rest) total.value = Decimal::scaled(own + rest, decimals(series));
  return total;
}

std::optional<Decimal> Question::own_value(Series series, std::uint32_t position, int years_back) {
  const LandedColumn& column = landed(series, years_back);
  if (column.present[position] == 0) return std::nullopt;
  return Decimal::scaled(column.own[position], decimals(series));
}

std::uint32_t Question::units(const indicator::UnitSet& set, Run run, int years_back) {
  std::uint32_t found = 0;
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    const Slot slot = tree_.order()[at];
    if (!counts(slot)) continue;
    const auto& kind = tree_.phase(slot).kind;
    if (!set.kinds.empty() && std::ranges::find(set.kinds, kind) == set.kinds.end()) continue;
    const auto value_of = [&](Series series) { return own_value(series, at, years_back); };
    if (!set.where || set.where->evaluate(value_of) == Truth::yes) ++found;
  }
  return found;
}

indicator::Measured Question::measure(const indicator::Formula& formula, Run run) {
  std::vector<std::optional<Decimal>> values;
  for (const auto& aggregate : formula.aggregates()) {
    if (aggregate.kind == Aggregate::Kind::sum)
      values.push_back(total(aggregate.series, run, aggregate.years_back).value);
    else
      values.emplace_back(Decimal{units(aggregate.units, run, aggregate.years_back)});
  }
  return formula.evaluate(values);
}

std::vector<Contribution> Question::contributions(Series series, Run run) {
  const Resolved all = resolved(series, 0);
  const auto kind = elements_.element(series.element).kind;
  std::vector<Contribution> found;
  std::vector<unit::Part> parts;
  const auto add = [&](Slot slot, Date day, std::int64_t amount, std::vector<Period> periods) {
    parts.clear();
    lineage_.land(slot, day, amount, parts);
    for (const auto& part : parts) {
      if (!run.contains(tree_.position(part.landing.at))) continue;
      if (population_ == Population::only_alive && part.landing.line != Line::own) continue;
      found.push_back({slot, part.landing, Decimal::scaled(part.amount, decimals(series)), periods});
    }
  };
  for (std::size_t i = 0; i < all.present.size(); ++i) {
    if (all.present[i] == 0 || !counts(Slot(i))) continue;
    std::vector<Period> periods;
    for (const auto& [period, amount] : figures_of(snapshot_, Slot(i), series, kind, stretch_))
      periods.push_back(period);
    add(Slot(i), stretch_.back().last(), all.amount[i], std::move(periods));
  }
  for (const auto& figure : all.dated)
    if (counts(figure.slot)) add(figure.slot, figure.period.last(), figure.amount, {figure.period});
  std::ranges::stable_sort(found, {}, [&](const Contribution& c) { return tree_.position(c.landing.at); });
  return found;
}

}  // namespace nucong::rollup

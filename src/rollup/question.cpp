#include "rollup/question.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace nucong::rollup {
namespace {

using indicator::Aggregate;
using indicator::Series;
using unit::Run;

// The page of that key if there is one.
template <class T>
std::shared_ptr<const T> found(Atlas& atlas, const PageKey& key) {
  const auto page = atlas.find(key);
  return page ? std::get<std::shared_ptr<const T>>(*page) : nullptr;
}

template <class T>
std::shared_ptr<const T> kept(Atlas& atlas, const PageKey& key, std::shared_ptr<const T> page) {
  atlas.keep(key, page, page->bytes());
  return page;
}

template <class T>
std::shared_ptr<const T> of_epoch(Atlas& atlas, EpochKey::What what, const unit::History& history, Date day) {
  const PageKey key = EpochKey{what, history.identity(), history.epoch_of(day)};
  if (auto known = found<T>(atlas, key)) return known;
  return kept<T>(atlas, key, std::make_shared<const T>(history, day));
}

bool any_in(const LandedColumn& column, std::span<const Run> runs) {
  return std::ranges::any_of(runs, [&](Run run) { return column.own().any(run) || column.rest().any(run); });
}

std::optional<Decimal> total_of(const LandedColumn& column, std::span<const Run> runs, int decimals) {
  if (!any_in(column, runs)) return std::nullopt;
  std::int64_t sum = 0;
  for (const Run run : runs) sum += column.own().sum(run) + column.rest().sum(run);
  return Decimal::scaled(sum, decimals);
}

std::string spelled(const indicator::UnitSet& set, const indicator::Elements& elements) {
  std::string text;
  for (const auto& kind : set.kinds) text += kind + ' ';
  if (set.where) text += set.where->str(elements);
  return text;
}

}  // namespace

std::shared_ptr<const Ground> ground_on(Atlas& atlas, const unit::History& history, Date day) {
  return of_epoch<Ground>(atlas, EpochKey::What::ground, history, day);
}

indicator::Measured Measure::of(std::span<const Run> runs) const {
  std::vector<std::optional<Decimal>> values;
  values.reserve(sources_.size());
  for (const auto& source : sources_) {
    if (const auto* sum = std::get_if<Sum>(&source))
      values.push_back(total_of(*sum->column, runs, sum->decimals));
    else
      values.emplace_back(Decimal{count_in(*std::get<std::shared_ptr<const Members>>(source), runs)});
  }
  return formula_.evaluate(values);
}

bool Measure::anything_reported(std::span<const Run> runs) const {
  return std::ranges::any_of(read_, [&](const SharedLanded& column) { return any_in(*column, runs); });
}

Question::Question(Atlas& atlas, Snapshot snapshot, const indicator::Elements& elements,
                   std::shared_ptr<const Ground> ground, std::vector<Period> stretch, Population population)
    : atlas_(atlas),
      snapshot_(std::move(snapshot)),
      elements_(elements),
      ground_(std::move(ground)),
      stretch_(std::move(stretch)),
      population_(population) {
  ENSURE(!stretch_.empty());
  standpoint_ = standpoint(stretch_.back().last());
}

Standpoint Question::standpoint(Date last) const {
  const auto& history = tree().history();
  Standpoint from{ground_, last, of_epoch<Succession>(atlas_, EpochKey::What::succession, history, last),
                  nullptr};
  // Who stands today is asked of the question's own last day, also when it looks years back.
  if (population_ == Population::only_alive)
    from.last_day = ground_on(atlas_, history, stretch_.back().last());
  return from;
}

Question::Look Question::years_back(int years) const {
  if (years == 0) return {stretch_, standpoint_};
  std::vector<Period> periods = stretch_;
  for (int year = 0; year < years; ++year)
    for (auto& period : periods) period = period.year_before();
  const Date last = periods.back().last();
  return {std::move(periods), standpoint(last)};
}

SharedLanded Question::landed(Series series, const Look& look) {
  const PageKey key = ViewKey{ground_, population_, look.stretch, series};
  const auto kind = element(series).kind;
  Timeline timeline(snapshot_, series, kind, look.stretch);
  if (const auto known = found<LandedColumn>(atlas_, key)) {
    if (known->timeline().same_as(timeline)) return known;
    if (auto carried = known->carried_to(look.from, kind, timeline))
      return kept<LandedColumn>(atlas_, key, std::move(carried));
  }
  return kept<LandedColumn>(atlas_, key,
                            std::make_shared<const LandedColumn>(look.from, kind, std::move(timeline)));
}

Members::Inputs Question::inputs(std::span<const Series> series, const Look& look) {
  Members::Inputs inputs;
  for (const auto one : series) inputs.emplace_back(one, landed(one, look));
  return inputs;
}

std::shared_ptr<const Members> Question::members(const indicator::UnitSet& set, const Look& look) {
  const PageKey key = ViewKey{ground_, population_, look.stretch, spelled(set, elements_)};
  auto read = inputs(set.where ? set.where->series_used() : std::vector<Series>{}, look);
  const auto known = found<Members>(atlas_, key);
  if (known && known->reads(read)) return known;
  return kept<Members>(
      atlas_, key, std::make_shared<const Members>(set, elements_, look.from, std::move(read), known.get()));
}

Total Question::total(Series series, std::span<const Run> runs) {
  const auto column = landed(series, {stretch_, standpoint_});
  const int decimals = element(series).decimals;
  Total total{total_of(*column, runs, decimals), {}, 0};
  for (const Run run : runs) {
    total.not_own = total.not_own + Decimal::scaled(column->rest().sum(run), decimals);
    total.reported += column->own().count(run);
  }
  return total;
}

Measure Question::measure(const indicator::Formula& formula) {
  Measure made(formula);
  for (const auto& aggregate : formula.aggregates()) {
    const Look look = years_back(aggregate.years_back);
    if (aggregate.kind == Aggregate::Kind::sum)
      made.sources_.emplace_back(
          Measure::Sum{landed(aggregate.series, look), element(aggregate.series).decimals});
    else
      made.sources_.emplace_back(members(aggregate.units, look));
  }
  for (const auto series : formula.series_used())
    made.read_.push_back(landed(series, {stretch_, standpoint_}));
  return made;
}

std::shared_ptr<const Reporters> Question::reporters(const std::vector<std::string>& kinds,
                                                     const Period& period) {
  const PageKey key = ViewKey{ground_, Population::everyone, {period}, kinds};
  const auto known = found<Reporters>(atlas_, key);
  if (known && known->reads(snapshot_, period)) return known;
  return kept<Reporters>(atlas_, key,
                         std::make_shared<const Reporters>(snapshot_, period, *ground_, kinds, known.get()));
}

std::vector<Contribution> Question::contributions(Series series, std::span<const Run> runs) {
  const auto kind = element(series).kind;
  const Timeline timeline(snapshot_, series, kind, stretch_);
  std::vector<Contribution> found;
  std::vector<unit::Part> parts;
  const auto add = [&](Slot slot, Date day, std::int64_t amount, const std::vector<Period>& periods) {
    parts.clear();
    ground_->lineage().land(slot, day, amount, parts);
    for (const auto& part : parts) {
      const auto at = tree().position(part.landing.at);
      if (std::ranges::none_of(runs, [&](Run run) { return run.contains(at); })) continue;
      if (population_ == Population::only_alive && part.landing.line != unit::Line::own) continue;
      found.push_back({slot, part.landing, Decimal::scaled(part.amount, element(series).decimals), periods});
    }
  };
  for (std::size_t i = 0; i < tree().history().size(); ++i) {
    const Slot slot(i);
    if (!counts(slot)) continue;
    const auto amount = counted(timeline, *standpoint_.succession, kind, slot);
    if (!amount) continue;
    const auto figures = timeline.figures(slot);
    if (standpoint_.succession->divides(slot)) {
      for (const auto& [period, part] : figures) add(slot, period.last(), part, {period});
      continue;
    }
    std::vector<Period> periods;
    for (const auto& [period, part] : figures) periods.push_back(period);
    add(slot, stretch_.back().last(), *amount, periods);
  }
  std::ranges::stable_sort(found, {}, [&](const Contribution& c) { return tree().position(c.landing.at); });
  return found;
}

}  // namespace nucong::rollup

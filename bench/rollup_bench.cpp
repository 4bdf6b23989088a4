// A nation of 125,000 grassroots unions in 34 provinces: one national total against the sum of a plain vector
// of the same length, and a scorecard of 20 shares by province.
#include <numeric>
#include <string>

#include <benchmark/benchmark.h>

#include "rollup/question.hpp"

namespace {

using namespace nucong;

constexpr std::uint32_t provinces = 34;
constexpr std::uint32_t grassroots = 125000;
constexpr int element_count = 21;

struct Nation {
  unit::History history;
  indicator::Elements elements;
  rollup::Snapshot figures;
  Period quarter = Period::parse("2026-Q1").value();
};

unit::UnitEvent founding(std::string code, std::string parent, std::string kind) {
  unit::UnitEvent event;
  event.date = make_date(2023, 1, 1);
  event.unit = event.name = std::move(code);
  event.parent = std::move(parent);
  event.unit_kind = std::move(kind);
  return event;
}

Nation made() {
  std::vector<unit::UnitEvent> events = {founding("VN", "", "confederation")};
  for (std::uint32_t p = 0; p < provinces; ++p)
    events.push_back(founding("P" + std::to_string(p), "VN", "provincial"));
  for (std::uint32_t g = 0; g < grassroots; ++g)
    events.push_back(founding("G" + std::to_string(g), "P" + std::to_string(g % provinces), "grassroots"));
  std::vector<indicator::Element> elements(element_count);
  for (int e = 0; e < element_count; ++e) {
    auto& element = elements[static_cast<std::size_t>(e)];
    element.code = "A" + std::to_string(10 + e);
    element.name = "e" + std::to_string(e);
    element.periods = {PeriodKind::quarter};
  }
  Nation nation{
      unit::History::replay(events).value(), indicator::Elements::make(std::move(elements), {}).value(), {}};
  for (std::uint32_t e = 0; e < element_count; ++e) {
    std::vector<rollup::Change> changes;
    for (std::uint32_t g = 0; g < grassroots; ++g)
      changes.push_back({{indicator::ElementId(e), {}},
                         nation.quarter,
                         Slot(1 + provinces + g),
                         (g * 7 + e * 13) % 97 + 1});
    nation.figures = nation.figures.with(changes);
  }
  return nation;
}

const Nation& nation() {
  static const Nation one = made();
  return one;
}

void plain_vector_sum(benchmark::State& state) {
  const std::vector<std::int64_t> amounts(grassroots, 7);
  for (auto round : state)
    benchmark::DoNotOptimize(std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0}));
}
BENCHMARK(plain_vector_sum)->Unit(benchmark::kMicrosecond);

void national_total(benchmark::State& state) {
  const unit::Tree tree(nation().history, nation().quarter.last());
  rollup::Question question(nation().figures, nation().elements, tree, {nation().quarter});
  for (auto round : state)
    benchmark::DoNotOptimize(question.total({indicator::ElementId(0U), {}}, tree.branch(Slot(0U))));
}
BENCHMARK(national_total)->Unit(benchmark::kMicrosecond);

void scorecard_of_20_shares_by_province(benchmark::State& state) {
  const unit::Tree tree(nation().history, nation().quarter.last());
  std::vector<indicator::Formula> formulas;
  for (int e = 1; e < element_count; ++e)
    formulas.push_back(
        indicator::Formula::parse("e" + std::to_string(e) + " / e0", nation().elements).value());
  for (auto round : state) {
    rollup::Question question(nation().figures, nation().elements, tree, {nation().quarter});
    for (const auto& formula : formulas)
      for (const Slot province : tree.children(Slot(0U)))
        benchmark::DoNotOptimize(question.measure(formula, tree.branch(province)));
  }
}
BENCHMARK(scorecard_of_20_shares_by_province)->Unit(benchmark::kMillisecond);

}  // namespace

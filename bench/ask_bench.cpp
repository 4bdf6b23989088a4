#include <numeric>

#include <fmt/format.h>

#include "app/compare_values.hpp"
#include "app/score.hpp"
#include "bench/benches.hpp"
#include "bench/memory.hpp"
#include "bench/our_nation.hpp"

namespace nucong::bench {
namespace {

constexpr std::size_t runs = 2000;
constexpr std::uint32_t asked_element = 7;  // as in measure.bash

volatile std::int64_t taken = 0;  // keeps results from being optimised away

struct Setting {
  app::Knowledge knowledge;
  app::Nation nation;
  rollup::LooseAtlas atlas;
  Date today = make_date(static_cast<int>(Nation::first_year) + 1, 1, 15);

  [[nodiscard]] app::Present present() { return {nation, knowledge, atlas, today}; }
};

app::ScoreQuestion by_child(const std::string& period) {
  return {"VN", Period::parse(period).value(), {app::Rows::Kind::child}, {}, {}, {}};
}

std::string as_csv(const app::Scorecard& card) {
  std::string csv = "target,province,numerator,denominator\n";
  for (std::size_t target = 0; target < card.targets.size(); ++target)
    for (std::size_t row = 0; row < card.rows.size(); ++row) {
      const auto& cell = card.rows[row].cells[target];
      csv += fmt::format("{},{},{},{}\n", target, row, cell.numerator.value().str(),
                         cell.denominator.value().str());
    }
  return csv;
}

void scorecard(Setting& setting, const std::string& work, const std::string& period, const Results& results) {
  const auto asked = by_child(period);
  results.times(work + "_first", timed(1, [&](std::size_t) {
                  results.answers(work, as_csv(app::score(setting.present(), asked).value()));
                }));
  results.times(work, timed(runs, [&](std::size_t) {
                  taken = static_cast<std::int64_t>(app::score(setting.present(), asked).value().rows.size());
                }));
}

void total(Setting& setting, const Results& results) {
  const auto ground = rollup::ground_on(setting.atlas, setting.nation.history, setting.today);
  rollup::Question question(setting.atlas, setting.nation.figures, setting.knowledge.elements(), ground,
                            {Period::parse(Nation::period(0)).value()});
  const indicator::Series series{indicator::ElementId(asked_element), {}};
  const auto all = ground->tree().branch(Slot(0U));
  results.answers("national_total", fmt::format("element,total\n{},{}\n", asked_element,
                                                question.total(series, all).value.value().str()));
  results.times("national_total",
                timed(runs, [&](std::size_t) { taken = question.total(series, all).value->mantissa(); }));
}

// What `value --by` and `value --until` show: a ratio of many units, ranked, or of all quarters in a row.
void comparison(Setting& setting, const std::string& work, std::size_t times, app::Rows rows,
                const std::string& last_period, const Results& results) {
  const app::ValueQuestion value{"VN", "t07", Period::parse(Nation::period(0)).value(), {}, {}, {}};
  const app::ComparisonQuestion asked{value, Period::parse(last_period).value(), rows};
  const auto ask_once = [&](rollup::Atlas& atlas) {
    const app::Present present{setting.nation, setting.knowledge, atlas, setting.today};
    taken = app::compare_values(present, asked).value().lines.front().units_reported;
  };
  results.times(work + "_first", timed(1, [&](std::size_t) {
                  rollup::LooseAtlas fresh;
                  ask_once(fresh);
                }));
  results.times(work, timed(times, [&](std::size_t) { ask_once(setting.atlas); }));
}

void comparisons(Setting& setting, const Nation& nation, const Results& results) {
  constexpr std::size_t long_runs = 50;
  constexpr app::Rows provinces{app::Rows::Kind::child};
  constexpr app::Rows unions{app::Rows::Kind::level, 2};
  const auto first = Nation::period(0);
  comparison(setting, "ranks_of_provinces", runs, provinces, first, results);
  comparison(setting, "ranks_of_all_unions", long_runs, unions, first, results);
  if (nation.quarters == 1) return;
  const auto last = Nation::period(nation.quarters - 1);
  comparison(setting, "quarters_in_a_row", runs, {app::Rows::Kind::self}, last, results);
  comparison(setting, "quarters_in_a_row_by_province", runs, provinces, last, results);
}

// One column of the nation added up cell by cell, with no sums kept, beside a plain vector of 32-bit numbers.
void whole_column(Setting& setting, const Nation& nation, const Results& results) {
  const auto column = setting.nation.figures.column({indicator::ElementId(asked_element), {}},
                                                    Period::parse(Nation::period(0)).value());
  results.times("column_scan", timed(runs, [&](std::size_t) {
                  std::int64_t sum = 0;
                  rollup::Chunk::Amounts cells{};
                  for (const auto& chunk : column->chunks())
                    if (chunk) chunk->add_to(cells);
                  for (const auto cell : cells) sum += cell;
                  taken = sum;
                }));
  std::vector<std::uint32_t> plain(nation.grassroots);
  for (std::uint32_t g = 0; g < nation.grassroots; ++g) plain[g] = Nation::value(g, asked_element, 0);
  results.times("plain_vector_sum", timed(runs, [&](std::size_t) {
                  taken = std::accumulate(plain.begin(), plain.end(), std::int64_t{0});
                }));
}

void conditions(Setting& setting, const Results& results) {
  const auto& elements = setting.knowledge.elements();
  const auto formula = indicator::Formula::parse(
                           "units(grassroots where b03 >= 1 and b04 <= b05) / units(grassroots)", elements)
                           .value();
  const auto ground = rollup::ground_on(setting.atlas, setting.nation.history, setting.today);
  const auto provinces = ground->tree().children(Slot(0U));
  const auto ask_all = [&](rollup::Atlas& atlas) {
    rollup::Question question(atlas, setting.nation.figures, elements, ground,
                              {Period::parse(Nation::period(0)).value()});
    const auto measure = question.measure(formula);
    for (const Slot province : provinces)
      taken = measure.of(ground->tree().branch(province)).numerator->mantissa();
  };
  results.times("units_where_first", timed(20, [&](std::size_t) {
                  rollup::LooseAtlas fresh;
                  ask_all(fresh);
                }));
  results.times("units_where", timed(runs, [&](std::size_t) { ask_all(setting.atlas); }));
}

}  // namespace

void ask(const Nation& nation, const Results& results) {
  Setting setting{.knowledge = knowledge_of(nation), .nation = live_nation(nation)};
  const auto size = setting.nation.figures.size();
  results.note("figures in memory", std::to_string(size.figures));
  results.note("bytes a figure in columns",
               fmt::format("{:.2f}", static_cast<double>(size.bytes) / static_cast<double>(size.figures)));
  results.note("resident before the first question, KiB", std::to_string(resident_kib()));
  scorecard(setting, "scorecard_quarter", Nation::period(0), results);
  if (nation.quarters >= Nation::quarters_a_year)
    scorecard(setting, "scorecard_year", std::to_string(Nation::first_year), results);
  total(setting, results);
  comparisons(setting, nation, results);
  whole_column(setting, nation, results);
  conditions(setting, results);
  results.note("bytes kept for later questions", std::to_string(setting.atlas.bytes()));
  results.note("resident after the last question, KiB", std::to_string(resident_kib()));
  results.note("peak memory of the questions, KiB", std::to_string(peak_kib()));
}

}  // namespace nucong::bench

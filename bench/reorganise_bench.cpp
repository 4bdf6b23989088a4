#include <fmt/format.h>

#include "app/score.hpp"
#include "bench/benches.hpp"
#include "bench/memory.hpp"
#include "bench/our_nation.hpp"

namespace nucong::bench {
namespace {

constexpr std::size_t runs = 20;
constexpr std::uint32_t moved = 5000;

// Two branches of 5,000 unions each, carved out of the first ones: A and B under P00.
std::vector<unit::UnitEvent> two_branches(const Nation& nation) {
  std::vector<unit::UnitEvent> events;
  const auto add = [&](unit::EventKind kind, std::string unit) -> unit::UnitEvent& {
    unit::UnitEvent event;
    event.date = make_date(static_cast<int>(Nation::first_year), 1, 1);
    event.kind = kind;
    event.unit = std::move(unit);
    events.push_back(std::move(event));
    return events.back();
  };
  for (const char* branch : {"A", "B"}) {
    auto& founded = add(unit::EventKind::found, branch);
    founded.name = branch;
    founded.parent = "P00";
    founded.unit_kind = "provincial";
  }
  for (std::uint32_t g = 0; g < 2 * moved && g < nation.grassroots; ++g)
    add(unit::EventKind::move, fmt::format("G{}", g)).parent = g % 2 == 0 ? "A" : "B";
  return events;
}

unit::UnitEvent on_day(unit::EventKind kind, const char* unit) {
  unit::UnitEvent event;
  event.date = make_date(static_cast<int>(Nation::first_year), 3, 1);
  event.kind = kind;
  event.unit = unit;
  return event;
}

}  // namespace

void reorganise(const Nation& nation, const Results& results) {
  auto events = foundings(nation);
  const auto carved = two_branches(nation);
  events.insert(events.end(), carved.begin(), carved.end());
  const auto knowledge = knowledge_of(nation);
  auto live = live_nation(nation);
  results.times("units_replayed",
                timed(5, [&](std::size_t) { static_cast<void>(unit::History::replay(events).value()); }));
  live.history = unit::History::replay(events).value();
  const auto none = []() -> Result<std::vector<unit::UnitEvent>> {
    throw std::logic_error("the past was read again");
  };
  const Date after = make_date(static_cast<int>(Nation::first_year), 3, 31);
  // What a decision costs until questions can be asked on the new tree; the tree before is kept.
  const auto decided = [&](const std::string& work, const unit::UnitEvent& event) {
    results.times(work, timed(runs, [&](std::size_t) {
                    const auto next = live.history.with({&event, 1}, none).value();
                    const rollup::Ground ground(next, after);
                  }));
    auto changed = live;
    changed.history = live.history.with({&event, 1}, none).value();
    rollup::LooseAtlas atlas;
    const app::Present present{changed, knowledge, atlas, after};
    const app::ScoreQuestion asked{
        "VN", Period::parse(Nation::period(0)).value(), {app::Rows::Kind::child}, {}, {}, {}};
    results.times("first_scorecard_after_" + work,
                  timed(1, [&](std::size_t) { static_cast<void>(app::score(present, asked).value()); }));
  };
  auto move = on_day(unit::EventKind::move, "A");
  move.parent = "P01";
  decided("move_of_5000", move);
  auto merge = on_day(unit::EventKind::merge, "A");
  merge.into = "B";
  decided("merge_of_5000", merge);

  // A thousand days on which something happened, each asked about once.
  auto history = live.history;
  for (int day = 0; day < 1000; ++day) {
    auto one = on_day(unit::EventKind::move, "A");
    one.date = make_date(static_cast<int>(Nation::first_year), 3, 1) + std::chrono::days{day};
    one.parent = day % 2 == 0 ? "P02" : "P01";
    history = history.with({&one, 1}, none).value();
  }
  const auto before_kib = peak_kib();
  rollup::LooseAtlas atlas;
  results.times("tree_of_any_day", timed(1000, [&](std::size_t day) {
                  static_cast<void>(rollup::ground_on(atlas, history,
                                                      make_date(static_cast<int>(Nation::first_year), 3, 1) +
                                                          std::chrono::days{static_cast<int>(day)}));
                }));
  results.note("peak memory before a thousand trees, KiB", std::to_string(before_kib));
  results.note("peak memory after a thousand trees, KiB", std::to_string(peak_kib()));
}

}  // namespace nucong::bench

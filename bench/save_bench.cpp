#include <atomic>
#include <random>
#include <thread>

#include <fmt/format.h>

#include "app/follow_nation.hpp"
#include "app/score.hpp"
#include "bench/benches.hpp"
#include "bench/our_nation.hpp"
#include "bench/our_ports.hpp"
#include "live/live_nation.hpp"

namespace nucong::bench {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t single_saves = 300;
constexpr std::uint32_t writers = 8;
constexpr double rate = 2000;  // reports a second
constexpr auto load_lasts = std::chrono::seconds(10);

// The nation with its first quarter reported; reports of the second are still to come.
struct Home {
  Home(const Nation& of, const Results& results)
      : nation(of),
        knowledge(knowledge_of(of)),
        database(results.folder() / "save.db"),
        ports(knowledge, database.url()) {
    fill_units(ports.get(), nation);
    fill_reports(ports.get(), nation, 1);
    live = live::LiveNation::load(ports.get()).value();
    for (std::uint32_t g = 0; g < nation.grassroots; ++g)
      coming.push_back(report_of(nation, knowledge, g, 1));
  }

  app::StoredReport next() { return coming.at(next_unit.fetch_add(1)); }

  /// Keeps the next report for good; when it returns the nation holds it.
  void save_next() {
    const app::StoredReport report = next();
    const Date today = ports.today();
    const auto kept = ports.get().database.act([&](app::Writer& writer) {
      return writer.submit({&report, 1}, today);
    });
    live->follow_to(kept.value()).value();
  }

  const Nation& nation;
  app::Knowledge knowledge;
  Database database;
  OurPorts ports;
  std::unique_ptr<live::LiveNation> live;
  std::vector<app::StoredReport> coming;  // of the second quarter, one a union
  std::atomic<std::uint32_t> next_unit = 0;
};

Decimal total_of(Home& home) {
  const auto now = home.live->now();
  rollup::Question question(home.live->atlas(), now->figures, home.knowledge.elements(),
                            rollup::ground_on(home.live->atlas(), now->history, home.ports.today()),
                            {Period::parse(Nation::period(1)).value()});
  return question.total({indicator::ElementId(7U), {}}, question.tree().branch(Slot(0U)))
      .value.value_or(Decimal{0});
}

// One report after the other, each seen in the nation's total before the next; and our part of it alone.
void one_by_one(Home& home, const Results& results) {
  static_cast<void>(total_of(home));
  results.times("saved_and_visible", timed(single_saves, [&](std::size_t) {
                  home.save_next();
                  static_cast<void>(total_of(home));
                }));
  auto figures = home.live->now()->figures;
  results.times("visible_without_disk", timed(single_saves, [&](std::size_t) {
                  const std::vector<app::StoredReport> one = {home.next()};
                  figures = app::with_reports(figures, one, home.knowledge).value();
                }));
  home.next_unit = single_saves;
}

// Writers side by side, as fast as they are served.
void all_at_once(Home& home, const Results& results) {
  constexpr std::uint32_t each = 2000;
  const Timer timer;
  {
    std::vector<std::jthread> threads;
    for (std::uint32_t w = 0; w < writers; ++w)
      threads.emplace_back([&] {
        for (std::uint32_t i = 0; i < each; ++i) home.save_next();
      });
  }
  const double seconds = timer.ms() / 1000;
  results.note("reports a second, 8 writers, each durable", fmt::format("{:.0f}", writers * each / seconds));
}

// Scorecards asked in a row while reports come at a given rate.
void scorecards_under_load(Home& home, const Results& results) {
  std::atomic<bool> over = false;
  std::atomic<std::uint64_t> saved = 0;
  const auto begin = steady_clock::now();
  std::vector<std::jthread> threads;
  for (std::uint32_t w = 0; w < writers; ++w)
    threads.emplace_back([&] {
      while (!over) {
        const auto due =
            begin + std::chrono::duration_cast<steady_clock::duration>(
                        std::chrono::duration<double>(static_cast<double>(saved.fetch_add(1)) / rate));
        std::this_thread::sleep_until(due);
        home.save_next();
      }
    });
  const app::ScoreQuestion asked{
      "VN", Period::parse(Nation::period(1)).value(), {app::Rows::Kind::child}, {}, {}, {}};
  std::vector<double> times;
  while (steady_clock::now() - begin < load_lasts) {
    const auto now = home.live->now();
    const Timer timer;
    static_cast<void>(
        app::score(app::Present{*now, home.knowledge, home.live->atlas(), home.ports.today()}, asked)
            .value());
    times.push_back(timer.ms());
    std::this_thread::sleep_for(std::chrono::milliseconds(4));
  }
  over = true;
  threads.clear();
  const double seconds = std::chrono::duration<double>(steady_clock::now() - begin).count();
  results.times("scorecard_while_saving", times);
  results.note("reports a second saved meanwhile",
               fmt::format("{:.0f}", static_cast<double>(saved) / seconds));
}

}  // namespace

void save(const Nation& nation, const Results& results) {
  Home home(nation, results);
  one_by_one(home, results);
  all_at_once(home, results);
  scorecards_under_load(home, results);
}

}  // namespace nucong::bench

#include "rollup/timeline.hpp"

#include <gtest/gtest.h>

#include "rollup/succession.hpp"
#include "world/world.hpp"

namespace nucong::rollup {
namespace {

using indicator::ElementKind;

const indicator::Series series{indicator::ElementId(0U), indicator::SplitId(0U)};

struct Told {
  std::string unit;
  std::string period;
  std::int64_t amount;
};

class OverTime : public ::testing::Test {
 protected:
  const unit::History history = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found A parent=VN kind=grassroots
    2023-01-01 found B parent=VN kind=grassroots
    2023-01-01 found C parent=VN kind=grassroots
    2025-07-01 merge A into=B
    2025-07-01 close C
  )");

  [[nodiscard]] std::string asked(const std::vector<Told>& told, ElementKind kind,
                                  std::initializer_list<std::string_view> stretch) const {
    std::vector<Change> changes;
    for (const auto& t : told)
      changes.push_back({series, Period::parse(t.period).value(), history.slot(t.unit).value(), t.amount});
    std::vector<Period> tiles;
    for (const auto text : stretch) tiles.push_back(Period::parse(text).value());
    const Timeline timeline(Snapshot().with(changes), series, kind, tiles);
    const Succession succession(history, tiles.back().last());
    std::string text;
    for (std::size_t i = 0; i < history.size(); ++i)
      if (const auto amount = counted(timeline, succession, kind, Slot(i)))
        text += history.unit(Slot(i)).code + "=" + std::to_string(*amount) + " ";
    const JoinedCells all = timeline.joined(history.size());
    for (std::size_t i = 0; i < history.size(); ++i) {
      const auto one = timeline.at(Slot(i));
      EXPECT_EQ(one.has_value(), all.cells.present(i)) << "unit by unit and all at once, slot " << i;
      EXPECT_EQ(one.value_or(Joined{}).amount, all.cells.amount(i));
      if (kind == ElementKind::stock) {
        EXPECT_EQ(one.value_or(Joined{}).day, all.day[i]);
      }
    }
    return text;
  }
};

TEST_F(OverTime, a_flow_adds_the_parts_of_a_year) {
  EXPECT_EQ(asked({{"A", "2024-Q1", 1}, {"A", "2024-Q2", 2}, {"A", "2024-H2", 4}, {"B", "2024-07", 8}},
                  ElementKind::flow, {"2024"}),
            "A=7 B=8 ");
}

TEST_F(OverTime, a_figure_for_exactly_the_period_stands_for_its_parts) {
  EXPECT_EQ(asked({{"A", "2024-Q1", 1}, {"A", "2024", 50}, {"B", "2024-Q1", 2}}, ElementKind::flow, {"2024"}),
            "A=50 B=2 ");
}

TEST_F(OverTime, a_stock_takes_its_last_value) {
  EXPECT_EQ(
      asked({{"A", "2024-Q1", 10}, {"A", "2024-Q3", 12}, {"B", "2023-Q4", 5}}, ElementKind::stock, {"2024"}),
      "A=12 ");
  EXPECT_EQ(asked({{"A", "2024-Q1", 10}, {"A", "2024-Q2", 0}}, ElementKind::stock, {"2024-H1"}), "A=0 ");
}

TEST_F(OverTime, a_stretch_joins_its_tiles) {
  EXPECT_EQ(asked({{"B", "2024-Q1", 1}, {"B", "2024-Q3", 2}}, ElementKind::flow, {"2024-H1", "2024-Q3"}),
            "B=3 ");
  EXPECT_EQ(asked({{"B", "2024-Q1", 1}, {"B", "2024-Q3", 2}}, ElementKind::stock, {"2024-H1", "2024-Q3"}),
            "B=2 ");
}

TEST_F(OverTime, the_stock_of_a_merged_unit_counts_until_the_successor_has_reported) {
  EXPECT_EQ(asked({{"A", "2025-Q2", 10}, {"B", "2025-Q2", 5}}, ElementKind::stock, {"2025"}), "A=10 B=5 ");
  EXPECT_EQ(asked({{"A", "2025-Q2", 10}, {"B", "2025-Q3", 16}}, ElementKind::stock, {"2025"}), "B=16 ");
  EXPECT_EQ(asked({{"A", "2025-Q2", 10}, {"B", "2025-Q3", 16}}, ElementKind::stock, {"2025-Q2"}), "A=10 ");
}

TEST_F(OverTime, people_of_a_closed_unit_are_not_counted_on_but_its_deeds_are) {
  EXPECT_EQ(asked({{"C", "2025-Q2", 10}}, ElementKind::stock, {"2025"}), "");
  EXPECT_EQ(asked({{"C", "2025-Q2", 10}}, ElementKind::flow, {"2025"}), "C=10 ");
  EXPECT_EQ(asked({{"C", "2025-Q2", 10}}, ElementKind::stock, {"2025-Q2"}), "C=10 ");
}

}  // namespace
}  // namespace nucong::rollup

#include "rollup/snapshot.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong::rollup {
namespace {

const indicator::Series series{indicator::ElementId(1U), indicator::SplitId(0U)};
const indicator::Series other{indicator::ElementId(2U), indicator::SplitId(0U)};
Period p(std::string_view text) {
  return Period::parse(text).value();
}

TEST(Snapshot, holds_still_while_its_successors_change) {
  const Snapshot empty;
  const Snapshot one = empty.with(std::vector<Change>{{series, p("2024-Q1"), Slot(7U), 12}});
  const Snapshot two = one.with(
      std::vector<Change>{{series, p("2024-Q1"), Slot(7U), 13}, {series, p("2024-Q1"), Slot(5000U), 0}});
  EXPECT_EQ(empty.column(series, p("2024-Q1")), nullptr);
  EXPECT_EQ(one.column(series, p("2024-Q1"))->at(7), 12);
  EXPECT_EQ(two.column(series, p("2024-Q1"))->at(7), 13);
  EXPECT_EQ(two.column(series, p("2024-Q1"))->at(5000), 0);
  EXPECT_EQ(two.column(series, p("2024-Q1"))->at(5001), std::nullopt);
}

TEST(Snapshot, shares_untouched_chunks) {
  const Snapshot one = Snapshot().with(
      std::vector<Change>{{series, p("2024"), Slot(1U), 1}, {series, p("2024"), Slot(9000U), 2}});
  const Snapshot two = one.with(std::vector<Change>{{series, p("2024"), Slot(9000U), 3}});
  EXPECT_EQ(one.column(series, p("2024"))->chunk(0), two.column(series, p("2024"))->chunk(0));
  EXPECT_NE(one.column(series, p("2024"))->chunk(8), two.column(series, p("2024"))->chunk(8));
}

TEST(Snapshot, knows_whether_a_period_has_parts) {
  const Snapshot s = Snapshot().with(
      std::vector<Change>{{series, p("2024-03"), Slot(0U), 1}, {other, p("2025-Q1"), Slot(0U), 1}});
  EXPECT_TRUE(s.has_parts(series, p("2024")));
  EXPECT_TRUE(s.has_parts(series, p("2024-Q1")));
  EXPECT_FALSE(s.has_parts(series, p("2024-Q2")));
  EXPECT_FALSE(s.has_parts(series, p("2024-03")));
  EXPECT_FALSE(s.has_parts(series, p("2025")));
}

// Of every width that a chunk may have.
rc::Gen<std::int64_t> any_amount() {
  return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 256), rc::gen::inRange<std::int64_t>(0, 70'000),
                        rc::gen::inRange<std::int64_t>(0, 5'000'000'000),
                        rc::gen::inRange<std::int64_t>(-(std::int64_t{1} << 50), std::int64_t{1} << 50));
}

// Invariant 1: the columns after any sequence of changes equal the columns computed from zero.
RC_GTEST_PROP(Snapshot, after_any_changes_equals_one_made_from_zero, ()) {
  Snapshot stepwise;
  std::map<std::uint32_t, std::optional<std::int64_t>> truth;
  for (int step = *rc::gen::inRange(0, 30); step > 0; --step) {
    std::vector<Change> changes;
    for (int n = *rc::gen::inRange(1, 8); n > 0; --n) {
      const auto slot = *rc::gen::inRange<std::uint32_t>(0, 4000);
      const auto amount = *rc::gen::maybe(any_amount());
      changes.push_back({series, p("2024"), Slot(slot), amount ? std::optional(*amount) : std::nullopt});
      truth[slot] = changes.back().amount;
    }
    stepwise = stepwise.with(changes);
  }
  std::vector<Change> all;
  for (const auto& [slot, amount] : truth) all.push_back({series, p("2024"), Slot(slot), amount});
  const Snapshot from_zero = Snapshot().with(all);
  for (const auto& [slot, amount] : truth) {
    RC_ASSERT(stepwise.column(series, p("2024"))->at(slot) == amount);
    RC_ASSERT(from_zero.column(series, p("2024"))->at(slot) == amount);
  }
}

RC_GTEST_PROP(Snapshot, written_in_order_equals_one_changed_in_any_order, ()) {
  std::map<std::pair<Period, std::uint32_t>, std::int64_t> truth;
  std::vector<Change> changes;
  for (int n = *rc::gen::inRange(0, 40); n > 0; --n) {
    const auto period = p(*rc::gen::element<std::string>("2024", "2024-Q1", "2024-Q2"));
    const auto slot = *rc::gen::inRange<std::uint32_t>(0, 3000);
    changes.push_back({series, period, Slot(slot), *any_amount()});
    truth[{period, slot}] = *changes.back().amount;
  }
  SnapshotWriter writer;
  for (const auto& [at, amount] : truth) {
    writer.begin(at.first);
    writer.append(series, Slot(at.second), amount);
  }
  const Snapshot written = writer.finish();
  const Snapshot changed = Snapshot().with(changes);
  RC_ASSERT(written.size().figures == truth.size());
  RC_ASSERT(changed.size().figures == truth.size());
  for (const auto& [at, amount] : truth) {
    RC_ASSERT(written.column(series, at.first)->at(at.second) == amount);
    RC_ASSERT(changed.column(series, at.first)->at(at.second) == amount);
  }
}

TEST(Snapshot, takes_a_byte_for_a_small_figure) {
  SnapshotWriter writer;
  writer.begin(p("2024"));
  for (std::uint32_t slot = 0; slot < 100'000; ++slot) writer.append(series, Slot(slot), slot % 200);
  const auto size = writer.finish().size();
  EXPECT_EQ(size.figures, 100'000U);
  EXPECT_LT(size.bytes, 130'000U);
}

}  // namespace
}  // namespace nucong::rollup
// The contract of unit events.
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

const std::string nation = R"(
  2023-01-01 found VN kind=confederation name=Tổng_Liên_đoàn
  2023-01-01 found HN parent=VN kind=provincial decision=01/QĐ-TLĐ
  2024-05-01 found HP parent=VN kind=provincial
)";

void expect_same(const std::vector<unit::UnitEvent>& found, const std::vector<unit::UnitEvent>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_TRUE(found[i].same_as(expected[i])) << i;
    EXPECT_EQ(found[i].place, Place());
  }
}

TEST_P(DatabaseContract, gives_events_back_in_the_order_of_recording) {
  const auto all = world::events(nation + R"(
    2025-07-01 split HP into=HN share=0.6
    2025-07-01 split HP into=VN
    2024-06-01 rename HN name=Thủ_đô
  )");
  const std::span events(all);
  ASSERT_TRUE(record_events(database(), events.first(4), 0, today).has_value());
  ASSERT_TRUE(record_events(database(), events.subspan(4), 4, today).has_value());
  expect_same(database().events().value(), all);
  EXPECT_FALSE(database().events().value()[4].share.has_value()) << "an unknown share stays unknown";
}

TEST_P(DatabaseContract, keeps_every_byte_of_a_text) {
  auto all = world::events(nation);
  all[0].name = "tab\there, \"quotes\", \\N, back\\slash\r\nnew line, 'apostrophe', :colon, $1, đẹp";
  all[1].decision = "\\.";
  ASSERT_TRUE(record_events(database(), all, 0, today).has_value());
  expect_same(database().events().value(), all);
}

TEST_P(DatabaseContract, refuses_events_that_were_checked_against_another_history) {
  const auto all = world::events(nation);
  ASSERT_TRUE(record_events(database(), all, 0, today).has_value());
  const auto more = world::events("2025-01-01 close HP");
  EXPECT_EQ(code(record_events(database(), more, 2, today)), ErrorCode::unit_history_changed);
  EXPECT_EQ(code(record_events(database(), more, 4, today)), ErrorCode::unit_history_changed);
  EXPECT_EQ(database().events().value().size(), 3U);
  ASSERT_TRUE(undo_events(database(), today).has_value());
  EXPECT_EQ(code(record_events(database(), more, 3, today)), ErrorCode::unit_history_changed);
}

TEST_P(DatabaseContract, takes_back_one_batch_after_the_other) {
  const auto all = world::events(nation);
  const std::span events(all);
  ASSERT_TRUE(record_events(database(), events.first(1), 0, today).has_value());
  ASSERT_TRUE(record_events(database(), events.subspan(1), 1, today).has_value());
  expect_same(undo_events(database(), today).value(), {all[1], all[2]});
  expect_same(database().events().value(), {all[0]});
  ASSERT_TRUE(record_events(database(), events.subspan(2), 1, today).has_value());
  home().reopen();
  expect_same(database().events().value(), {all[0], all[2]});
  ASSERT_TRUE(undo_events(database(), today).has_value());
  ASSERT_TRUE(undo_events(database(), today).has_value());
  EXPECT_EQ(code(undo_events(database(), today)), ErrorCode::unit_undo_impossible);
  EXPECT_TRUE(database().events().value().empty());
  EXPECT_EQ(database().acts(0).value().size(), 6U) << "what was taken back stays among the acts";
}

TEST_P(DatabaseContract, keeps_a_unit_that_was_given_a_directive) {
  const auto all = world::events(nation);
  const std::span events(all);
  ASSERT_TRUE(record_events(database(), events.first(1), 0, today).has_value());
  ASSERT_TRUE(record_events(database(), events.subspan(1), 1, today).has_value());
  auto chosen = directive(0, "2026", "Giao cho một đơn vị");
  chosen.recipients = {Slot(2U)};
  ASSERT_TRUE(adopt(database(), chosen).has_value());
  EXPECT_EQ(code(undo_events(database(), today)), ErrorCode::unit_undo_impossible);
}

TEST_P(DatabaseContract, keeps_a_unit_that_has_a_report) {
  const auto all = world::events(nation);
  const std::span events(all);
  ASSERT_TRUE(record_events(database(), events.first(1), 0, today).has_value());
  ASSERT_TRUE(record_events(database(), events.subspan(1), 1, today).has_value());
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  ASSERT_TRUE(submit(database(), std::vector{report(2, "2024-Q1")}, today).has_value());
  const auto refused = undo_events(database(), today);
  EXPECT_EQ(code(refused), ErrorCode::unit_undo_impossible);
  EXPECT_EQ(param(refused, "unit"), "HP");
  EXPECT_EQ(database().events().value().size(), 3U);
}

TEST_P(DatabaseContract, keeps_a_unit_that_issued_a_directive_or_has_a_goal) {
  const auto all = world::events(nation);
  const std::span events(all);
  ASSERT_TRUE(record_events(database(), events.first(1), 0, today).has_value());
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  ASSERT_TRUE(record_events(database(), events.subspan(1), 1, today).has_value());
  ASSERT_TRUE(set_goals(database(), std::vector<target::Goal>{{Slot(2U), "D1.1", {}}}, today).has_value());
  EXPECT_EQ(param(undo_events(database(), today), "unit"), "HP");
  ASSERT_TRUE(adopt(database(), directive(1)).has_value());
  EXPECT_EQ(param(undo_events(database(), today), "unit"), "HN") << "the first that is in use";
}

TEST_P(DatabaseContract, takes_back_a_batch_without_foundings_though_units_report) {
  ASSERT_TRUE(record_events(database(), world::events(nation), 0, today).has_value());
  ASSERT_TRUE(submit(database(), std::vector{report(2, "2024-Q1")}, today).has_value());
  ASSERT_TRUE(record_events(database(), world::events("2025-07-01 merge HP into=HN"), 3, today).has_value());
  EXPECT_EQ(undo_events(database(), today).value().size(), 1U);
  EXPECT_EQ(database().events().value().size(), 3U);
}

TEST_P(DatabaseContract, takes_a_nation_of_events_in_one_act) {
  std::vector<unit::UnitEvent> all = world::events("2023-01-01 found VN kind=confederation");
  for (int i = 0; i < 20'000; ++i) {
    auto founding = all[0];
    founding.unit = "CĐCS-" + std::to_string(i);
    founding.parent = "VN";
    all.push_back(founding);
  }
  ASSERT_TRUE(record_events(database(), all, 0, today).has_value());
  expect_same(database().events().value(), all);
}

}  // namespace
}  // namespace nucong::store

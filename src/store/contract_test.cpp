// The contract of acts: their sequence, and that what was acknowledged is there when the database is opened
// again.
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string engine_name(const testing::TestParamInfo<std::string>& engine) {
  return engine.param;
}

INSTANTIATE_TEST_SUITE_P(Engines, DatabaseContract, testing::Values("memory", "sqlite", "postgresql"),
                         engine_name);

TEST_P(DatabaseContract, begins_empty_and_sound) {
  EXPECT_THAT(database().events().value(), IsEmpty());
  EXPECT_THAT(all_versions(database()), IsEmpty());
  EXPECT_THAT(reports_in(database(), make_date(1900, 1, 1), make_date(2999, 12, 31)), IsEmpty());
  EXPECT_TRUE(database().directives().value().empty());
  EXPECT_TRUE(database().goals().value().empty());
  EXPECT_THAT(database().acts(0).value(), IsEmpty());
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, every_act_has_the_next_number_and_says_what_it_did) {
  const auto founding =
      world::events("2023-01-01 found VN kind=confederation\n2023-01-01 found HN parent=VN kind=x");
  EXPECT_EQ(record_events(database(), founding, 0, today).value(), 1U);
  EXPECT_EQ(submit(database(), std::vector{report(0, "2024-Q1")}, today).value(), 2U);
  EXPECT_EQ(adopt(database(), directive(0)).value(), "D1");
  EXPECT_EQ(bind_target(database(), "D1.2", "I07", today).value(), 4U);
  EXPECT_EQ(set_goals(database(), std::vector<target::Goal>{{Slot(1U), "D1.1", 95}}, today).value(), 5U);
  const auto more = world::events("2024-01-01 found HP parent=VN kind=x");
  EXPECT_EQ(record_events(database(), more, 2, make_date(2026, 3, 6)).value(), 6U);
  EXPECT_TRUE(undo_events(database(), today).has_value());
  EXPECT_THAT(database().acts(0).value(),
              ElementsAre(app::Act{1, "unit.events", today, "2 events"},
                          app::Act{2, "report.submit", today, "1 report", 1},
                          app::Act{3, "directive.adopt", today, "D1: 2 targets"},
                          app::Act{4, "target.bind", today, "D1.2: I07"},
                          app::Act{5, "target.goals", today, "1 goal"},
                          app::Act{6, "unit.events", make_date(2026, 3, 6), "1 event"},
                          app::Act{7, "unit.undo", today, "1 event"}));
  EXPECT_THAT(database().acts(6).value(), ElementsAre(app::Act{7, "unit.undo", today, "1 event"}));
  EXPECT_THAT(database().acts(7).value(), IsEmpty());
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, an_empty_batch_is_no_act) {
  EXPECT_EQ(submit(database(), {}, today).value(), 0U);
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  EXPECT_EQ(record_events(database(), {}, 0, today).value(), 1U);
  EXPECT_EQ(submit(database(), {}, today).value(), 1U);
  EXPECT_EQ(set_goals(database(), {}, today).value(), 1U);
  EXPECT_EQ(database().acts(0).value().size(), 1U);
}

TEST_P(DatabaseContract, a_refused_act_takes_no_number) {
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  EXPECT_EQ(code(submit(database(), std::vector{report(0, "2024-Q1")}, today)),
            ErrorCode::report_version_changed);
  EXPECT_EQ(submit(database(), std::vector{report(0, "2024-Q1", 2)}, today).value(), 2U);
}

TEST_P(DatabaseContract, keeps_everything_when_opened_again) {
  const auto founding = world::events("2023-01-01 found VN kind=confederation name=Tổng_Liên_đoàn");
  ASSERT_TRUE(record_events(database(), founding, 0, today).has_value());
  ASSERT_TRUE(
      submit(database(), std::vector{report(0, "2024-Q1"), report(0, "2024-Q1", 2)}, today).has_value());
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  const auto acts = database().acts(0).value();
  const auto versions = all_versions(database());
  home().reopen();
  ASSERT_EQ(database().events().value().size(), 1U);
  EXPECT_TRUE(database().events().value()[0].same_as(founding[0]));
  EXPECT_EQ(database().acts(0).value(), acts);
  EXPECT_EQ(all_versions(database()), versions);
  EXPECT_EQ(database().directives().value().at(0).text, "Ít nhất 90% nữ đoàn viên.");
  EXPECT_EQ(database().goals().value().size(), 2U);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, a_visit_may_not_call_the_database) {
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  const auto nosy = [&](const app::StoredReport&) -> Result<> {
    TRY(database().acts(0));
    return ok();
  };
  EXPECT_THROW(static_cast<void>(database().each_version(nosy)), Defect);
  EXPECT_EQ(database().acts(0).value().size(), 1U) << "usable after that";
}

TEST_P(DatabaseContract, two_who_have_one_database_open_see_each_others_acts) {
  if (!home().is_durable()) GTEST_SKIP() << "memory is not shared";
  auto& other = home().elsewhere();
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  EXPECT_EQ(code(submit(other, std::vector{report(0, "2024-Q1")}, today)), ErrorCode::report_version_changed);
  EXPECT_EQ(submit(other, std::vector{report(0, "2024-Q1", 2)}, today).value(), 2U);
  EXPECT_THAT(names(reports_in(database(), make_date(2020, 1, 1), today)), ElementsAre("0/2024-Q1/v2"));
  EXPECT_EQ(code(record_events(database(), {}, 1, today)), ErrorCode::unit_history_changed);
}

}  // namespace
}  // namespace nucong::store

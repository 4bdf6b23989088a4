// The contract of reports: versions, order, all or nothing.
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date ever = make_date(1900, 1, 1);
const Date never = make_date(2999, 12, 31);

TEST_P(DatabaseContract, gives_a_report_back_as_it_was_submitted) {
  auto first = report(3, "2024-Q1");
  first.by = "\\N";
  first.reasons = "A04\ttab\\N \"quoted\"\nB01\tđổi \\\\ \b\f\r\v $1 'x'\\\n";
  auto second = report(3, "2024-Q1", 2, "");
  second.form.clear();
  second.by.clear();
  second.reasons.clear();
  ASSERT_TRUE(submit(database(), std::vector{first}, today).has_value());
  ASSERT_TRUE(submit(database(), std::vector{second}, today).has_value());
  first.sequence = 1;
  second.sequence = 2;
  EXPECT_THAT(database().versions(Slot(3U), period("2024-Q1")).value(), ElementsAre(first, second));
  EXPECT_THAT(reports_in(database(), ever, never), ElementsAre(second));
  EXPECT_THAT(all_versions(database()), ElementsAre(first, second));
  EXPECT_THAT(database().versions(Slot(3U), period("2024-Q2")).value(), IsEmpty());
  EXPECT_THAT(database().versions(Slot(4U), period("2024-Q1")).value(), IsEmpty());
}

TEST_P(DatabaseContract, refuses_a_version_that_does_not_follow_the_current_one) {
  ASSERT_TRUE(submit(database(), std::vector{report(3, "2024-Q1")}, today).has_value());
  for (const std::uint32_t version : {0U, 1U, 3U}) {
    const auto refused = submit(database(), std::vector{report(3, "2024-Q1", version)}, today);
    EXPECT_EQ(code(refused), ErrorCode::report_version_changed) << version;
    EXPECT_EQ(param(refused, "unit"), "3");
    EXPECT_EQ(param(refused, "period"), "2024-Q1");
  }
  EXPECT_EQ(code(submit(database(), std::vector{report(3, "2024-Q2", 2)}, today)),
            ErrorCode::report_version_changed);
  EXPECT_EQ(all_versions(database()).size(), 1U);
}

TEST_P(DatabaseContract, a_batch_with_one_wrong_version_leaves_nothing) {
  ASSERT_TRUE(submit(database(), std::vector{report(1, "2024-Q1")}, today).has_value());
  const std::vector batch = {report(1, "2024-Q1", 2), report(2, "2024-Q1"), report(3, "2024-Q1", 2),
                             report(4, "2024-Q1", 7)};
  const auto refused = submit(database(), batch, today);
  EXPECT_EQ(code(refused), ErrorCode::report_version_changed);
  EXPECT_EQ(param(refused, "unit"), "3") << "the first that is wrong";
  EXPECT_THAT(names(all_versions(database())), ElementsAre("1/2024-Q1/v1"));
  EXPECT_THAT(names(reports_in(database(), ever, never)), ElementsAre("1/2024-Q1/v1"));
  EXPECT_EQ(database().acts(0).value().size(), 1U);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, portions_are_one_act_and_none_of_it_stays_if_a_later_one_fails) {
  ASSERT_TRUE(submit(database(), std::vector{report(1, "2024-Q1")}, today).has_value());
  const auto fill = [](std::uint32_t last_version) {
    return [=](const app::ReportPut& put) -> Result<> {
      TRY(put(std::vector{report(1, "2024-Q1", 2), report(2, "2024-Q1")}));
      TRY(put({}));
      return put(std::vector{report(1, "2024-Q1", last_version)});
    };
  };
  EXPECT_EQ(code(database().import_reports(fill(2), today)), ErrorCode::report_version_changed);
  EXPECT_THAT(names(all_versions(database())), ElementsAre("1/2024-Q1/v1"));
  EXPECT_EQ(database().import_reports(fill(3), today).value(), 2U);
  EXPECT_THAT(names(all_versions(database())),
              ElementsAre("1/2024-Q1/v1", "1/2024-Q1/v2", "1/2024-Q1/v3", "2/2024-Q1/v1"));
  EXPECT_EQ(database().acts(1).value().front().summary, "3 reports");
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, whoever_hands_over_may_change_his_mind) {
  const auto refused = database().import_reports(
      [](const app::ReportPut& put) -> Result<> {
        TRY(put(std::vector{report(1, "2024-Q1")}));
        return fail(ErrorCode::table_rejected, {{"count", "2"}});
      },
      today);
  EXPECT_EQ(code(refused), ErrorCode::table_rejected);
  EXPECT_THAT(all_versions(database()), IsEmpty());
  const auto nothing = database().import_reports([](const app::ReportPut&) { return ok(); }, today);
  EXPECT_EQ(nothing.value(), 0U);
  EXPECT_THAT(database().acts(0).value(), IsEmpty());
}

TEST_P(DatabaseContract, more_reports_than_one_statement_asks_about_are_all_checked) {
  std::vector<app::StoredReport> many;
  for (std::uint32_t unit = 0; unit < 1203; ++unit) many.push_back(report(unit, "2024-Q1"));
  ASSERT_TRUE(submit(database(), many, today).has_value());
  for (auto& next : many) next.version = 2;
  many.back().version = 3;
  const auto refused = submit(database(), many, today);
  EXPECT_EQ(code(refused), ErrorCode::report_version_changed);
  EXPECT_EQ(param(refused, "unit"), "1202");
  many.back().version = 2;
  ASSERT_TRUE(submit(database(), many, today).has_value());
  EXPECT_EQ(reports_in(database(), ever, never).size(), 1203U);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, a_batch_may_hold_several_versions_of_one_report) {
  const std::vector batch = {report(1, "2024-Q1"), report(2, "2024-Q1"), report(1, "2024-Q1", 2)};
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  ASSERT_TRUE(
      submit(database(), std::vector{report(1, "2024-Q1", 3), report(1, "2024-Q1", 4)}, today).has_value());
  EXPECT_THAT(names(all_versions(database())),
              ElementsAre("1/2024-Q1/v1", "1/2024-Q1/v2", "1/2024-Q1/v3", "1/2024-Q1/v4", "2/2024-Q1/v1"));
  EXPECT_THAT(names(reports_in(database(), ever, never)), ElementsAre("1/2024-Q1/v4", "2/2024-Q1/v1"));
  EXPECT_EQ(code(submit(database(), std::vector{report(5, "2024-Q1"), report(5, "2024-Q1")}, today)),
            ErrorCode::report_version_changed);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, visits_by_first_day_then_longer_first_then_unit) {
  const std::vector batch = {report(10, "2024-Q2"), report(2, "2024-01"),    report(9, "2024"),
                             report(2, "2024-Q1"),  report(1, "2023..2028"), report(10, "2024-Q1"),
                             report(1, "2024-H1"),  report(2, "2024"),       report(2, "2024..2024"),
                             report(1, "2024-Q2"),  report(9, "2023-12")};
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  EXPECT_THAT(names(reports_in(database(), ever, never)),
              ElementsAre("1/2023..2028/v1", "9/2023-12/v1", "2/2024/v1", "2/2024..2024/v1", "9/2024/v1",
                          "1/2024-H1/v1", "2/2024-Q1/v1", "10/2024-Q1/v1", "2/2024-01/v1", "1/2024-Q2/v1",
                          "10/2024-Q2/v1"));
  EXPECT_THAT(names(all_versions(database())),
              ElementsAre("1/2023..2028/v1", "1/2024-H1/v1", "1/2024-Q2/v1", "2/2024/v1", "2/2024..2024/v1",
                          "2/2024-Q1/v1", "2/2024-01/v1", "9/2023-12/v1", "9/2024/v1", "10/2024-Q1/v1",
                          "10/2024-Q2/v1"));
}

TEST_P(DatabaseContract, visits_only_periods_that_touch_the_days_asked_for) {
  const std::vector batch = {report(1, "2024-Q1"), report(1, "2024-Q2"), report(1, "2024-Q3"),
                             report(1, "2024"), report(1, "2025-Q1")};
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  EXPECT_THAT(names(reports_in(database(), make_date(2024, 3, 31), make_date(2024, 6, 30))),
              ElementsAre("1/2024/v1", "1/2024-Q1/v1", "1/2024-Q2/v1"));
  EXPECT_THAT(names(reports_in(database(), make_date(2024, 4, 1), make_date(2024, 4, 1))),
              ElementsAre("1/2024/v1", "1/2024-Q2/v1"));
  EXPECT_THAT(reports_in(database(), make_date(2026, 1, 1), make_date(2027, 1, 1)), IsEmpty());
}

TEST_P(DatabaseContract, stops_at_the_first_error_of_a_visit) {
  ASSERT_TRUE(
      submit(database(), std::vector{report(1, "2024-Q1"), report(2, "2024-Q1"), report(3, "2024-Q1")}, today)
          .has_value());
  int visited = 0;
  const auto twice = [&](const app::StoredReport&) -> Result<> {
    if (++visited == 2) return fail(ErrorCode::usage);
    return ok();
  };
  EXPECT_EQ(code(database().each_report(ever, never, twice)), ErrorCode::usage);
  EXPECT_EQ(visited, 2);
  EXPECT_EQ(code(database().each_version([](const auto&) -> Result<> { return fail(ErrorCode::defect); })),
            ErrorCode::defect);
  EXPECT_EQ(reports_in(database(), ever, never).size(), 3U) << "usable after that";
}

TEST_P(DatabaseContract, carries_a_large_batch_and_its_corrections) {
  constexpr std::uint32_t units = 5000;
  std::vector<app::StoredReport> batch;
  for (std::uint32_t unit = 0; unit < units; ++unit) batch.push_back(report(units - 1 - unit, "2024-Q1"));
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  for (auto& one : batch) one.version = 2;
  batch[4000].version = 3;
  EXPECT_EQ(param(submit(database(), batch, today), "unit"), "999");
  batch[4000].version = 2;
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  const auto found = reports_in(database(), ever, never);
  ASSERT_EQ(found.size(), units);
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    EXPECT_EQ(found[unit].unit, Slot(unit));
    EXPECT_EQ(found[unit].version, 2U);
    EXPECT_EQ(found[unit].sequence, 2U);
  }
  EXPECT_EQ(all_versions(database()).size(), 2U * units);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

}  // namespace
}  // namespace nucong::store

// The contract of the change sequence: what came after a number, each once and in order.
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "2 0/2024-Q1/v2" for each report, in order.
std::vector<std::string> numbered(const std::vector<app::StoredReport>& reports) {
  std::vector<std::string> all = names(reports);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = std::to_string(reports[i].sequence) + " " + all[i];
  return all;
}

TEST_P(DatabaseContract, the_latest_act_is_the_one_with_the_highest_number) {
  EXPECT_EQ(database().latest().value(), 0U);
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  EXPECT_EQ(database().latest().value(), 1U);
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  EXPECT_EQ(database().latest().value(), 2U);
  home().reopen();
  EXPECT_EQ(database().latest().value(), 2U);
}

TEST_P(DatabaseContract, visits_reports_since_an_act_by_sequence_then_unit_period_and_version) {
  EXPECT_THAT(reports_since(database(), 0), IsEmpty());
  const std::vector first = {report(10, "2024-Q2"), report(2, "2024-01"),    report(2, "2024-Q1"),
                             report(2, "2024"),     report(2, "2024..2024"), report(2, "2024-Q1", 2)};
  ASSERT_TRUE(submit(database(), first, today).has_value());
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  ASSERT_TRUE(
      submit(database(), std::vector{report(10, "2024-Q2", 2), report(1, "2024-Q2")}, today).has_value());
  ASSERT_TRUE(submit(database(), std::vector{report(1, "2024-Q2", 2)}, today).has_value());
  EXPECT_THAT(
      numbered(reports_since(database(), 0)),
      ElementsAre("1 2/2024/v1", "1 2/2024..2024/v1", "1 2/2024-Q1/v1", "1 2/2024-Q1/v2", "1 2/2024-01/v1",
                  "1 10/2024-Q2/v1", "3 1/2024-Q2/v1", "3 10/2024-Q2/v2", "4 1/2024-Q2/v2"));
  EXPECT_THAT(numbered(reports_since(database(), 1)),
              ElementsAre("3 1/2024-Q2/v1", "3 10/2024-Q2/v2", "4 1/2024-Q2/v2"));
  EXPECT_THAT(numbered(reports_since(database(), 2)), numbered(reports_since(database(), 1)))
      << "act 2 brought no report";
  EXPECT_THAT(numbered(reports_since(database(), 3)), ElementsAre("4 1/2024-Q2/v2"));
  EXPECT_THAT(reports_since(database(), 4), IsEmpty());
  EXPECT_THAT(reports_since(database(), 1000), IsEmpty());
}

TEST_P(DatabaseContract, gives_reports_since_an_act_back_whole) {
  auto given = report(3, "2024-Q1");
  given.reasons = "A04\ttab\\N \"quoted\"\nB01\tđổi\n";
  ASSERT_TRUE(submit(database(), std::vector{given}, today).has_value());
  given.sequence = 1;
  EXPECT_THAT(reports_since(database(), 0), ElementsAre(given));
}

TEST_P(DatabaseContract, stops_at_the_first_error_of_a_visit_since_an_act) {
  const std::vector batch = {report(1, "2024-Q1"), report(2, "2024-Q1"), report(3, "2024-Q1")};
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  int visited = 0;
  const auto twice = [&](const app::StoredReport&) -> Result<> {
    if (++visited == 2) return fail(ErrorCode::usage);
    return ok();
  };
  EXPECT_EQ(code(database().each_report_since(0, twice)), ErrorCode::usage);
  EXPECT_EQ(visited, 2);
  const auto nosy = [&](const app::StoredReport&) -> Result<> {
    TRY(database().latest());
    return ok();
  };
  EXPECT_THROW(static_cast<void>(database().each_report_since(0, nosy)), Defect);
  EXPECT_EQ(reports_since(database(), 0).size(), 3U) << "usable after that";
}

TEST_P(DatabaseContract, whoever_follows_meets_each_version_once) {
  std::vector<std::string> followed;
  app::Sequence seen = 0;
  for (std::uint32_t version = 1; version <= 5; ++version) {
    ASSERT_TRUE(
        submit(database(), std::vector{report(1, "2024-Q1", version), report(2, "2024-Q1", version)}, today)
            .has_value());
    if (version % 2 == 0) continue;
    const auto more = reports_since(database(), seen);
    for (const auto& name : numbered(more)) followed.push_back(name);
    seen = more.back().sequence;
  }
  EXPECT_EQ(followed, numbered(reports_since(database(), 0)));
  EXPECT_EQ(followed.size(), 10U);
}

}  // namespace
}  // namespace nucong::store

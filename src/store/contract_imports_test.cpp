// The contract of imports: nothing is seen of one under way, all of it afterwards as one act.
#include "store/detail/connect.hpp"
#include "store/threads_test.hpp"
#include "store/work_contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date ever = make_date(1900, 1, 1);
const Date never = make_date(2999, 12, 31);

/// All that can be seen of reports.
struct Seen {
  app::Sequence latest = 0;
  std::vector<app::Act> acts;
  std::vector<app::StoredReport> current;
  std::vector<app::StoredReport> all;
  std::vector<app::StoredReport> since;
  std::vector<app::StoredReport> of_unit_1;
  std::vector<app::StoredReport> of_unit_2;
  std::vector<app::FirstReceipt> corrected;
  std::vector<std::string> faults;

  bool operator==(const Seen&) const = default;
};

Seen seen_in(app::Database& database) {
  Seen seen{.latest = database.latest().value(),
            .acts = database.acts(0).value(),
            .current = reports_in(database, ever, never),
            .all = all_versions(database),
            .since = reports_since(database, 0),
            .of_unit_1 = database.versions(Slot(1U), period("2024-Q1")).value(),
            .of_unit_2 = database.versions(Slot(2U), period("2024-Q1")).value(),
            .corrected = {},
            .faults = database.verify().value()};
  const auto collect = [&](const app::FirstReceipt& one) -> Result<> {
    seen.corrected.push_back(one);
    return ok();
  };
  EXPECT_TRUE(database.each_first_receipt(collect).has_value());
  return seen;
}

class Import : public DatabaseContract {
 protected:
  void SetUp() override {
    DatabaseContract::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(
        submit(database(), std::vector{report(1, "2024-Q1"), report(3, "2024-Q2")}, today).has_value());
  }
  /// What somebody else sees, also while an import is under way here.
  Seen seen() {
    return on_another_thread([&] { return seen_in(home().elsewhere()); });
  }
  /// Nothing is there of an import that was refused, seen or not.
  void expect_nothing_but(const Seen& before) {
    if (home().is_durable()) {
      const auto sql = connect(home().url(), OpenMode::must_exist).value();
      EXPECT_EQ(sql->number("SELECT count(*) FROM report"), std::ssize(before.all));
      EXPECT_EQ(sql->number("SELECT count(*) FROM staging"), 0);
    }
    expect_none_seen_but(before);
  }
  /// Nothing is seen of it, and nothing of it is in the way of the next one.
  void expect_none_seen_but(const Seen& before) {
    EXPECT_EQ(seen(), before);
    EXPECT_EQ(seen_in(database()), before);
    home().reopen();
    EXPECT_EQ(seen_in(database()), before);
    EXPECT_THAT(before.faults, IsEmpty());
    const auto next = [](const app::ReportPut& put) { return put(std::vector{report(2, "2024-Q1")}); };
    EXPECT_EQ(database().import_reports(next, today).value(), before.latest + 1);
    EXPECT_THAT(database().verify().value(), IsEmpty());
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, Import, testing::Values("memory", "sqlite", "postgresql"),
                         [](const auto& engine) { return engine.param; });

TEST_P(Import, is_seen_by_nobody_until_all_of_it_is_there) {
  const Seen before = seen();
  const auto imported = database().import_reports(
      [&](const app::ReportPut& put) -> Result<> {
        EXPECT_EQ(seen(), before) << "begun";
        TRY(put(std::vector{report(1, "2024-Q1", 2), report(2, "2024-Q1")}));
        EXPECT_EQ(seen(), before) << "after the first portion";
        TRY(put({}));
        TRY(put(std::vector{report(2, "2024-Q1", 2), report(1, "2024-Q1", 3)}));
        TRY(put(std::vector{report(0, "2023")}));
        EXPECT_EQ(seen(), before) << "after the last portion";
        return ok();
      },
      make_date(2026, 3, 6));
  EXPECT_EQ(imported.value(), 2U);
  const Seen after = seen();
  EXPECT_EQ(after.latest, 2U);
  EXPECT_THAT(after.acts, ElementsAre(app::Act{1, "report.submit", today, "2 reports", 2},
                                      app::Act{2, "report.submit", make_date(2026, 3, 6), "5 reports", 5}));
  EXPECT_THAT(names(after.current), ElementsAre("0/2023/v1", "1/2024-Q1/v3", "2/2024-Q1/v2", "3/2024-Q2/v1"));
  EXPECT_THAT(names(after.all), ElementsAre("0/2023/v1", "1/2024-Q1/v1", "1/2024-Q1/v2", "1/2024-Q1/v3",
                                            "2/2024-Q1/v1", "2/2024-Q1/v2", "3/2024-Q2/v1"));
  EXPECT_THAT(names(after.since), ElementsAre("1/2024-Q1/v1", "3/2024-Q2/v1", "0/2023/v1", "1/2024-Q1/v2",
                                              "1/2024-Q1/v3", "2/2024-Q1/v1", "2/2024-Q1/v2"));
  EXPECT_THAT(names(after.of_unit_1), ElementsAre("1/2024-Q1/v1", "1/2024-Q1/v2", "1/2024-Q1/v3"));
  EXPECT_EQ(after.corrected.size(), 2U);
  EXPECT_THAT(after.faults, IsEmpty());
  for (const auto& one : after.all) EXPECT_EQ(one.sequence == 1, one.version == 1 && one.unit.value % 2 == 1);
  home().reopen();
  EXPECT_EQ(seen_in(database()), after);
}

TEST_P(Import, is_followed_in_its_place_among_other_acts) {
  const auto import = [&](std::uint32_t version) {
    return database().import_reports(
        [&](const app::ReportPut& put) -> Result<> {
          TRY(put(std::vector{report(9, "2024-Q1", version)}));
          return put(std::vector{report(2, "2024-Q1", version)});
        },
        today);
  };
  ASSERT_EQ(import(1).value(), 2U);
  ASSERT_EQ(submit(database(), std::vector{report(2, "2024-Q1", 2), report(9, "2024-Q1", 2)}, today).value(),
            3U);
  ASSERT_EQ(import(3).value(), 4U);
  ASSERT_EQ(submit(database(), std::vector{report(2, "2024-Q1", 4)}, today).value(), 5U);
  EXPECT_THAT(names(reports_since(database(), 1)),
              ElementsAre("2/2024-Q1/v1", "9/2024-Q1/v1", "2/2024-Q1/v2", "9/2024-Q1/v2", "2/2024-Q1/v3",
                          "9/2024-Q1/v3", "2/2024-Q1/v4"));
  EXPECT_THAT(names(reports_since(database(), 2)),
              ElementsAre("2/2024-Q1/v2", "9/2024-Q1/v2", "2/2024-Q1/v3", "9/2024-Q1/v3", "2/2024-Q1/v4"));
  EXPECT_THAT(names(reports_since(database(), 3)),
              ElementsAre("2/2024-Q1/v3", "9/2024-Q1/v3", "2/2024-Q1/v4"));
  EXPECT_THAT(names(reports_since(database(), 4)), ElementsAre("2/2024-Q1/v4"));
  for (app::Sequence after = 0; after < 6; ++after)
    for (const auto& one : reports_since(database(), after)) EXPECT_GT(one.sequence, after);
  EXPECT_EQ(database().versions(Slot(9U), period("2024-Q1")).value().at(2).sequence, 4U);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(Import, a_portion_that_is_refused_leaves_nothing) {
  const Seen before = seen();
  const auto refused = database().import_reports(
      [&](const app::ReportPut& put) -> Result<> {
        TRY(put(std::vector{report(1, "2024-Q1", 2), report(2, "2024-Q1")}));
        return put(std::vector{report(4, "2024-Q1"), report(1, "2024-Q1", 2)});
      },
      today);
  EXPECT_EQ(code(refused), ErrorCode::report_version_changed);
  EXPECT_EQ(param(refused, "unit"), "1");
  EXPECT_EQ(param(refused, "period"), "2024-Q1");
  expect_nothing_but(before);
}

TEST_P(Import, a_report_that_was_signed_before_leaves_nothing) {
  ASSERT_TRUE(
      freeze(database(), step(report::StepKind::signed_off, 1, 1), "text", "digest", today).has_value());
  const Seen before = seen();
  const auto refused = database().import_reports(
      [&](const app::ReportPut& put) -> Result<> {
        TRY(put(std::vector{report(2, "2024-Q1")}));
        return put(std::vector{report(1, "2024-Q1", 2)});
      },
      today);
  EXPECT_EQ(code(refused), ErrorCode::report_signed);
  EXPECT_EQ(param(refused, "unit"), "1");
  expect_nothing_but(before);
}

TEST_P(Import, whoever_hands_over_may_change_his_mind_after_many) {
  std::vector<app::StoredReport> many;
  for (std::uint32_t unit = 100; unit < 3600; ++unit) many.push_back(report(unit, "2024-Q1"));
  const Seen before = seen();
  const auto refused = database().import_reports(
      [&](const app::ReportPut& put) -> Result<> {
        TRY(put(many));
        TRY(put(std::vector{report(1, "2024-Q1", 2)}));
        return fail(ErrorCode::table_rejected, {{"count", "2"}});
      },
      today);
  EXPECT_EQ(code(refused), ErrorCode::table_rejected);
  expect_nothing_but(before);
}

TEST_P(Import, what_is_thrown_while_it_is_handed_over_is_thrown_to_the_caller_and_nothing_is_seen) {
  const Seen before = seen();
  const auto broken = [&](const app::ReportPut& put) -> Result<> {
    TRY(put(std::vector{report(1, "2024-Q1", 2), report(2, "2024-Q1")}));
    ENSURE(before.latest == 0);
    return ok();
  };
  EXPECT_THROW(static_cast<void>(database().import_reports(broken, today)), Defect);
  expect_none_seen_but(before);
}

TEST_P(Import, of_nothing_is_no_act) {
  const Seen before = seen();
  const auto nothing = database().import_reports([](const app::ReportPut& put) { return put({}); }, today);
  EXPECT_EQ(nothing.value(), 1U);
  expect_nothing_but(before);
}

TEST_P(Import, of_more_than_one_transaction_takes_is_one_act) {
  constexpr std::uint32_t units = 3500;
  std::vector<app::StoredReport> many;
  for (std::uint32_t unit = 0; unit < units; ++unit) many.push_back(report(units - 1 - unit, "2025-Q1"));
  const auto imported =
      database().import_reports([&](const app::ReportPut& put) { return put(many); }, today);
  EXPECT_EQ(imported.value(), 2U);
  EXPECT_THAT(database().acts(1).value(),
              ElementsAre(app::Act{2, "report.submit", today, "3500 reports", units}));
  const auto sent = reports_since(database(), 1);
  ASSERT_EQ(sent.size(), units);
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    EXPECT_EQ(sent[unit].unit, Slot(unit));
    EXPECT_EQ(sent[unit].sequence, 2U);
  }
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

}  // namespace
}  // namespace nucong::store

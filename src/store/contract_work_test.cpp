// The contract of drafts, steps, signatures, extensions and reminders.
#include "store/work_contract_test.hpp"

namespace nucong::store {
namespace {

using report::StepKind;
using testing::ElementsAre;
using testing::IsEmpty;

const Period quarter = period("2024-Q1");

TEST_P(DatabaseContract, begins_without_drafts_steps_and_reminders) {
  EXPECT_EQ(database().draft(Slot(1U), quarter).value(), std::nullopt);
  EXPECT_THAT(database().steps(Slot(1U), quarter).value(), IsEmpty());
  EXPECT_THAT(database().frozen(Slot(1U), quarter).value(), IsEmpty());
  EXPECT_THAT(database().reminders(Slot(1U), at(0)).value(), IsEmpty());
  EXPECT_THAT(database().extensions().value(), IsEmpty());
  EXPECT_THAT(steps_since(database(), 0), IsEmpty());
  EXPECT_THAT(all_frozen(database()), IsEmpty());
}

TEST_P(DatabaseContract, a_draft_is_kept_and_is_no_act) {
  EXPECT_EQ(database().save_draft(draft(3), 0).value(), 1U);
  EXPECT_EQ(database().save_draft(draft(3, "A03=8 A04=-1"), 1).value(), 2U);
  home().reopen();
  auto expected = draft(3, "A03=8 A04=-1");
  expected.revision = 2;
  EXPECT_EQ(database().draft(Slot(3U), quarter).value(), expected);
  EXPECT_EQ(database().draft(Slot(3U), period("2024")).value(), std::nullopt);
  EXPECT_EQ(database().latest().value(), 0U);
}

TEST_P(DatabaseContract, of_two_who_save_the_second_is_told_who_was_first) {
  ASSERT_TRUE(database().save_draft(draft(3), 0).has_value());
  for (const std::uint32_t known : {0U, 2U}) {
    const auto refused = database().save_draft(draft(3, "A03=9"), known);
    EXPECT_EQ(code(refused), ErrorCode::draft_changed);
    EXPECT_EQ(param(refused, "by"), "Chị Hoa");
    EXPECT_EQ(param(refused, "at"), "15:01 15/01/2027");
    EXPECT_EQ(param(refused, "revision"), "1");
  }
  EXPECT_EQ(database().draft(Slot(3U), quarter).value()->figures, "A03=7");
}

TEST_P(DatabaseContract, a_draft_that_was_dropped_does_not_come_back_under_its_number) {
  ASSERT_TRUE(database().save_draft(draft(3), 0).has_value());
  EXPECT_EQ(code(database().drop_draft(Slot(3U), quarter, 7)), ErrorCode::draft_changed);
  ASSERT_TRUE(database().drop_draft(Slot(3U), quarter, 1).has_value());
  EXPECT_TRUE(database().drop_draft(Slot(3U), quarter, 1).has_value()) << "there is nothing left to drop";
  EXPECT_EQ(database().draft(Slot(3U), quarter).value(), std::nullopt);
  const auto late = database().save_draft(draft(3), 1);
  EXPECT_EQ(code(late), ErrorCode::draft_changed);
  EXPECT_EQ(param(late, "revision"), "0");
  EXPECT_EQ(database().save_draft(draft(3), 0).value(), 2U);
}

TEST_P(DatabaseContract, a_step_is_kept_as_it_was_taken) {
  send(database(), 3);
  auto first = step(StepKind::returned, 3, 1);
  first.cells = {"A03", "A04[sector=fdi]"};
  first.account = AccountId(9U);
  const auto second = step(StepKind::accepted, 3, 2);
  EXPECT_EQ(add_step(database(), first, today).value(), 2U);
  EXPECT_EQ(add_step(database(), second, today).value(), 3U);
  home().reopen();
  EXPECT_THAT(database().steps(Slot(3U), quarter).value(), ElementsAre(first, second));
  EXPECT_THAT(steps_since(database(), 0), ElementsAre(app::StoredStep{first, 2}, app::StoredStep{second, 3}));
  EXPECT_THAT(steps_since(database(), 2), ElementsAre(app::StoredStep{second, 3}));
  EXPECT_THAT(database().acts(1).value(),
              ElementsAre(app::Act{2, "report.step", today, "2024-Q1 v1 returned", 1},
                          app::Act{3, "report.step", today, "2024-Q1 v1 accepted", 1}));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, of_two_steps_at_once_the_second_is_refused_and_leaves_nothing) {
  send(database(), 3);
  ASSERT_TRUE(add_step(database(), step(StepKind::accepted, 3, 1), today).has_value());
  const auto refused = add_step(database(), step(StepKind::returned, 3, 1), today);
  EXPECT_EQ(code(refused), ErrorCode::report_step_changed);
  EXPECT_EQ(param(refused, "unit"), "3");
  EXPECT_EQ(param(refused, "period"), "2024-Q1");
  EXPECT_EQ(code(add_step(database(), step(StepKind::returned, 3, 3), today)),
            ErrorCode::report_step_changed);
  EXPECT_EQ(database().latest().value(), 2U);
}

TEST_P(DatabaseContract, a_step_is_about_the_current_version) {
  EXPECT_EQ(code(add_step(database(), step(StepKind::accepted, 3, 1), today)),
            ErrorCode::report_version_moved);
  EXPECT_TRUE(add_step(database(), step(StepKind::sent_on, 4, 1, 0), today).has_value());
  send(database(), 3);
  send(database(), 3, 2);
  const auto refused = add_step(database(), step(StepKind::accepted, 3, 1, 1), today);
  EXPECT_EQ(code(refused), ErrorCode::report_version_moved);
  EXPECT_EQ(param(refused, "version"), "1");
  EXPECT_EQ(param(refused, "current"), "2");
}

TEST_P(DatabaseContract, what_is_signed_takes_no_new_version_until_it_is_opened_again) {
  send(database(), 3);
  const auto sign = step(StepKind::signed_off, 3, 1);
  EXPECT_EQ(freeze(database(), sign, "text\t\\N\n", "digest", today).value(), 2U);
  const auto next = std::vector{report(5, "2024-Q1"), report(3, "2024-Q1", 2)};
  const auto refused = submit(database(), next, today);
  EXPECT_EQ(code(refused), ErrorCode::report_signed);
  EXPECT_EQ(param(refused, "unit"), "3");
  EXPECT_EQ(all_versions(database()).size(), 1U) << "all or nothing";
  home().reopen();
  EXPECT_EQ(code(submit(database(), next, today)), ErrorCode::report_signed);
  ASSERT_TRUE(add_step(database(), step(StepKind::accepted, 3, 2), today).has_value());
  EXPECT_EQ(code(submit(database(), next, today)), ErrorCode::report_signed);
  ASSERT_TRUE(add_step(database(), step(StepKind::reopened, 3, 3), today).has_value());
  EXPECT_TRUE(submit(database(), next, today).has_value());
  EXPECT_THAT(database().acts(1).value().front(),
              (app::Act{2, "report.freeze", today, "2024-Q1 v1 signed", 1}));
}

TEST_P(DatabaseContract, keeps_every_text_that_was_signed) {
  send(database(), 3);
  ASSERT_TRUE(freeze(database(), step(StepKind::signed_off, 3, 1), "một\n", "d1", today).has_value());
  ASSERT_TRUE(add_step(database(), step(StepKind::returned, 3, 2), today).has_value());
  ASSERT_TRUE(freeze(database(), step(StepKind::signed_off, 3, 3), "hai\n", "d2", today).has_value());
  ASSERT_TRUE(freeze(database(), step(StepKind::signed_off, 2, 1, 0), "ba\n", "d3", today).has_value());
  EXPECT_EQ(code(freeze(database(), step(StepKind::signed_off, 3, 3), "x", "x", today)),
            ErrorCode::report_step_changed);
  home().reopen();
  const app::FrozenText first{Slot(3U), quarter, 1, "một\n", "d1", 2};
  const app::FrozenText second{Slot(3U), quarter, 3, "hai\n", "d2", 4};
  EXPECT_THAT(database().frozen(Slot(3U), quarter).value(), ElementsAre(first, second));
  EXPECT_THAT(all_frozen(database()),
              ElementsAre(app::FrozenText{Slot(2U), quarter, 1, "ba\n", "d3", 5}, first, second));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, extensions_come_in_order_of_recording) {
  EXPECT_EQ(extend(database(), extension(7), today).value(), 1U);
  EXPECT_EQ(extend(database(), extension(2, today + std::chrono::days(3)), today).value(), 2U);
  EXPECT_EQ(extend(database(), extension(7), today).value(), 3U);
  home().reopen();
  EXPECT_THAT(database().extensions().value(),
              ElementsAre(extension(7), extension(2, today + std::chrono::days(3)), extension(7)));
  EXPECT_THAT(database().acts(0).value().front(),
              (app::Act{1, "deadline.extend", today, "nu-cong-quy 2024-Q1: 2026-03-05"}));
}

TEST_P(DatabaseContract, reminders_of_an_act_are_found_by_unit_and_time) {
  EXPECT_EQ(remind(database(), {}, today).value(), 0U);
  EXPECT_EQ(remind(database(), std::vector{reminder(9, 10), reminder(2, 10)}, today).value(), 1U);
  EXPECT_EQ(remind(database(), std::vector{reminder(2, 20)}, today).value(), 2U);
  home().reopen();
  EXPECT_THAT(database().reminders(Slot(2U), at(10)).value(), ElementsAre(reminder(2, 10), reminder(2, 20)));
  EXPECT_THAT(database().reminders(Slot(2U), at(11)).value(), ElementsAre(reminder(2, 20)));
  EXPECT_THAT(database().all_reminders(at(0)).value(),
              ElementsAre(reminder(2, 10), reminder(2, 20), reminder(9, 10)));
  EXPECT_EQ(database().acts(0).value().front().summary, "2 units");
}

TEST_P(DatabaseContract, tells_when_the_first_version_of_a_corrected_report_came) {
  auto first = report(3, "2024-Q1");
  first.received = make_date(2024, 4, 2);
  ASSERT_TRUE(
      submit(database(), std::vector{first, report(4, "2024-Q1"), report(1, "2024-Q2")}, today).has_value());
  ASSERT_TRUE(
      submit(database(), std::vector{report(1, "2024-Q2", 2), report(3, "2024-Q1", 2)}, today).has_value());
  ASSERT_TRUE(submit(database(), std::vector{report(3, "2024-Q1", 3)}, today).has_value());
  std::vector<app::FirstReceipt> found;
  ASSERT_TRUE(database()
                  .each_first_receipt([&](const app::FirstReceipt& one) -> Result<> {
                    found.push_back(one);
                    return ok();
                  })
                  .has_value());
  EXPECT_THAT(found, ElementsAre(app::FirstReceipt{Slot(3U), quarter, first.received},
                                 app::FirstReceipt{Slot(1U), period("2024-Q2"), today}));
}

TEST_P(DatabaseContract, a_unit_that_somebody_works_on_is_not_taken_back) {
  using Work = std::function<bool(app::Database&)>;
  const std::vector<Work> each = {
      [](app::Database& place) {
        return place.save_draft(draft(0), 0) && place.drop_draft(Slot(0U), quarter, 1);
      },
      [](app::Database& place) {
        return add_step(place, step(StepKind::sent_on, 0, 1, 0), today).has_value();
      },
      [](app::Database& place) { return extend(place, extension(0), today).has_value(); },
      [](app::Database& place) { return remind(place, std::vector{reminder(0, 1)}, today).has_value(); }};
  for (const Work& one : each) {
    Home place(GetParam());
    const auto founding = world::events("2023-01-01 found VN kind=confederation");
    ASSERT_TRUE(record_events(place.database(), founding, 0, today).has_value());
    ASSERT_TRUE(one(place.database()));
    EXPECT_EQ(param(undo_events(place.database(), today), "unit"), "VN");
  }
}

TEST_P(DatabaseContract, a_visit_may_stop) {
  ASSERT_TRUE(add_step(database(), step(StepKind::sent_on, 3, 1, 0), today).has_value());
  ASSERT_TRUE(add_step(database(), step(StepKind::sent_on, 3, 2, 0), today).has_value());
  int visits = 0;
  const auto stopped = database().each_step_since(0, [&](const auto&) -> Result<> {
    ++visits;
    return fail(ErrorCode::usage);
  });
  EXPECT_EQ(code(stopped), ErrorCode::usage);
  EXPECT_EQ(visits, 1);
}

}  // namespace
}  // namespace nucong::store

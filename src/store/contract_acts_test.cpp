// The contract of one act: all that it does is there together, or nothing is.
#include "store/accounts_contract_test.hpp"
#include "store/threads_test.hpp"
#include "store/work_contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Period quarter = period("2024-Q1");

app::KeptAnswer answer(app::AccountId account, const std::string& key) {
  return {account, key, "question", "41", at(100)};
}

/// What a person does who sends a report that she had typed.
Result<app::Sequence> send_what_was_typed(app::Writer& writer, app::AccountId account) {
  TRY(const auto sequence, writer.submit(std::vector{report(3, "2024-Q1")}, today));
  writer.note(note("report.submit"));
  TRY(writer.drop_draft(Slot(3U), quarter, 1));
  TRY(writer.keep_answer(answer(account, "key"), at(0)));
  return sequence;
}

TEST_P(DatabaseContract, all_that_an_act_does_is_there_together) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(database().save_draft(draft(3), 0).has_value());
  const auto sent = database().act([&](app::Writer& writer) { return send_what_was_typed(writer, lan); });
  EXPECT_EQ(sent.value(), 1U);
  home().reopen();
  EXPECT_THAT(names(all_versions(database())), ElementsAre("3/2024-Q1/v1"));
  EXPECT_THAT(database().acts(0).value(), ElementsAre(app::Act{1, "report.submit", today, "1 report", 1}));
  EXPECT_THAT(deeds(audit(database())), ElementsAre("account.make", "report.submit"));
  EXPECT_EQ(database().draft(Slot(3U), quarter).value(), std::nullopt);
  EXPECT_EQ(database().kept_answer(lan, "key", at(1)).value(), answer(lan, "key"));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

/// Nothing of `send_what_was_typed`.
void expect_only_typed(app::Database& database, app::AccountId account) {
  EXPECT_THAT(all_versions(database), IsEmpty());
  EXPECT_THAT(database.acts(0).value(), IsEmpty());
  EXPECT_EQ(database.latest().value(), 0U);
  EXPECT_THAT(deeds(audit(database)), ElementsAre("account.make"));
  EXPECT_EQ(database.draft(Slot(3U), quarter).value()->revision, 1U);
  EXPECT_EQ(database.kept_answer(account, "key", at(1)).value(), std::nullopt);
  EXPECT_THAT(database.verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, an_act_that_fails_after_all_it_did_leaves_nothing) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(database().save_draft(draft(3), 0).has_value());
  const auto refused = database().act([&](app::Writer& writer) -> Result<app::Sequence> {
    TRY(send_what_was_typed(writer, lan));
    return fail(ErrorCode::table_rejected, {{"count", "2"}});
  });
  EXPECT_EQ(code(refused), ErrorCode::table_rejected);
  EXPECT_EQ(param(refused, "count"), "2");
  expect_only_typed(database(), lan);
  home().reopen();
  expect_only_typed(database(), lan);
  const auto again = database().act([&](app::Writer& writer) { return send_what_was_typed(writer, lan); });
  EXPECT_EQ(again.value(), 1U) << "nothing of it is in the way";
  EXPECT_TRUE(is_sealed(database()));
}

TEST_P(DatabaseContract, an_act_leaves_nothing_whichever_of_its_changes_is_refused) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(database().save_draft(draft(3), 0).has_value());
  const auto of_another_draft = database().act([&](app::Writer& writer) -> Result<> {
    TRY(writer.submit(std::vector{report(3, "2024-Q1")}, today));
    writer.note(note("report.submit"));
    TRY(writer.keep_answer(answer(lan, "key"), at(0)));
    return writer.drop_draft(Slot(3U), quarter, 7);
  });
  EXPECT_EQ(code(of_another_draft), ErrorCode::draft_changed);
  expect_only_typed(database(), lan);
  ASSERT_TRUE(database().keep_answer(answer(lan, "taken"), at(0)).has_value());
  const auto of_a_taken_key = database().act([&](app::Writer& writer) -> Result<> {
    TRY(send_what_was_typed(writer, lan));
    return writer.keep_answer(answer(lan, "taken"), at(0));
  });
  EXPECT_EQ(code(of_a_taken_key), ErrorCode::request_key_taken);
  expect_only_typed(database(), lan);
}

TEST_P(DatabaseContract, changes_of_one_act_build_on_each_other) {
  const auto done = database().act([&](app::Writer& writer) -> Result<app::Sequence> {
    TRY(const auto first, writer.submit(std::vector{report(3, "2024-Q1"), report(4, "2024-Q1")}, today));
    EXPECT_EQ(first, 1U);
    TRY(const auto second, writer.add_step(step(report::StepKind::returned, 3, 1), today));
    EXPECT_EQ(second, 2U);
    writer.note(note("one"));
    TRY(const auto third, writer.submit(std::vector{report(3, "2024-Q1", 2)}, today));
    EXPECT_EQ(third, 3U);
    TRY(writer.make_account(new_account("lan", {office({}, 3)}), note("two")));
    return writer.freeze(step(report::StepKind::signed_off, 3, 2, 2), "text\n", "digest", today);
  });
  EXPECT_EQ(done.value(), 4U);
  EXPECT_THAT(database().acts(0).value(),
              ElementsAre(app::Act{1, "report.submit", today, "2 reports", 2},
                          app::Act{2, "report.step", today, "2024-Q1 v1 returned", 1},
                          app::Act{3, "report.submit", today, "1 report", 1},
                          app::Act{4, "report.freeze", today, "2024-Q1 v2 signed", 1}));
  EXPECT_THAT(deeds(audit(database())), ElementsAre("one", "two"));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_EQ(code(submit(database(), std::vector{report(3, "2024-Q1", 3)}, today)), ErrorCode::report_signed);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, an_act_that_does_nothing_takes_no_number) {
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  EXPECT_TRUE(database().act([](app::Writer&) -> Result<> { return ok(); }).has_value());
  const auto empty = database().act([](app::Writer& writer) -> Result<app::Sequence> {
    TRY(writer.set_goals({}, today));
    return writer.submit({}, today);
  });
  EXPECT_EQ(empty.value(), 1U);
  ASSERT_TRUE(write_audit(database(), {note("refused")}).has_value());
  EXPECT_EQ(database().latest().value(), 1U) << "a note has its number in the log alone";
}

TEST_P(DatabaseContract, numbers_and_the_audit_log_have_no_gap_where_an_act_was_refused) {
  const auto act = [&](std::uint32_t unit, bool refuse) {
    return database().act([&](app::Writer& writer) -> Result<app::Sequence> {
      TRY(const auto sequence, writer.submit(std::vector{report(unit, "2024-Q1")}, today));
      writer.note(note("one of " + std::to_string(unit)));
      writer.note(note("two of " + std::to_string(unit)));
      if (refuse) return fail(ErrorCode::usage);
      return sequence;
    });
  };
  EXPECT_EQ(act(1, false).value(), 1U);
  EXPECT_EQ(code(act(2, true)), ErrorCode::usage);
  EXPECT_EQ(act(3, false).value(), 2U);
  EXPECT_THAT(deeds(audit(database())), ElementsAre("one of 1", "two of 1", "one of 3", "two of 3"));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_THAT(names(reports_since(database(), 0)), ElementsAre("1/2024-Q1/v1", "3/2024-Q1/v1"));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, an_act_may_not_call_the_database) {
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  const auto nosy = [&](app::Writer& writer) -> Result<app::Sequence> {
    TRY(writer.submit(std::vector{report(1, "2024-Q1")}, today));
    return database().latest();
  };
  EXPECT_THROW(static_cast<void>(database().act(nosy)), Defect);
  const auto nested = [&](app::Writer& writer) -> Result<> {
    writer.note(note("outer"));
    return write_audit(database(), {note("inner")});
  };
  EXPECT_THROW(static_cast<void>(database().act(nested)), Defect);
  const auto saves = [&](app::Writer& writer) -> Result<std::uint32_t> {
    writer.note(note("outer"));
    return database().save_draft(draft(3), 0);
  };
  EXPECT_THROW(static_cast<void>(database().act(saves)), Defect);
  EXPECT_EQ(database().latest().value(), 1U) << "usable after that";
  EXPECT_EQ(all_versions(database()).size(), 1U);
  EXPECT_THAT(audit(database()), IsEmpty());
  EXPECT_EQ(submit(database(), std::vector{report(1, "2024-Q1")}, today).value(), 2U);
}

TEST_P(DatabaseContract, what_an_act_throws_is_thrown_to_its_caller_and_leaves_nothing) {
  const auto broken = [&](app::Writer& writer) -> Result<app::Sequence> {
    TRY(const auto sequence, writer.submit(std::vector{report(1, "2024-Q1")}, today));
    writer.note(note("broken"));
    ENSURE(sequence == 0);
    return sequence;
  };
  EXPECT_THROW(static_cast<void>(database().act(broken)), Defect);
  EXPECT_EQ(database().latest().value(), 0U);
  EXPECT_THAT(all_versions(database()), IsEmpty());
  EXPECT_THAT(audit(database()), IsEmpty());
  EXPECT_EQ(submit(database(), std::vector{report(1, "2024-Q1")}, today).value(), 1U);
}

TEST_P(DatabaseContract, what_an_act_throws_harms_none_of_those_that_it_shares_a_commit_with) {
  constexpr std::size_t acts = 8;
  constexpr std::size_t broken = 3;
  at_once_behind_another(database(), acts, [&](std::size_t i) {
    const auto act = [&] {
      return database().act([&](app::Writer& writer) -> Result<app::Sequence> {
        TRY(const auto sequence,
            writer.submit(std::vector{report(static_cast<std::uint32_t>(i), "2024-Q1")}, today));
        writer.note(note("act"));
        ENSURE(i != broken);
        return sequence;
      });
    };
    if (i == broken)
      EXPECT_THROW(static_cast<void>(act()), Defect);
    else
      EXPECT_TRUE(act().has_value()) << i;
  });
  EXPECT_EQ(database().latest().value(), acts - 1);
  EXPECT_THAT(database().acts(0).value(), SizeIs(acts - 1));
  EXPECT_THAT(audit(database()), SizeIs(acts - 1));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_THAT(database().versions(Slot(std::uint32_t{broken}), quarter).value(), IsEmpty());
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

}  // namespace
}  // namespace nucong::store

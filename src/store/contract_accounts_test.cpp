// The contract of accounts, their offices, and the audit log.
#include "store/accounts_contract_test.hpp"

namespace nucong::store {
namespace {

using account::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Date later = today + std::chrono::days(30);

TEST_P(DatabaseContract, begins_without_accounts) {
  EXPECT_THAT(database().accounts().value(), IsEmpty());
  EXPECT_THAT(database().offices().value(), IsEmpty());
  EXPECT_THAT(audit(database()), IsEmpty());
  EXPECT_EQ(database().account(app::AccountId(1U)).value(), std::nullopt);
  EXPECT_EQ(database().session("x", at(0)).value(), std::nullopt);
  EXPECT_EQ(database().token("x", at(0)).value(), std::nullopt);
  EXPECT_EQ(database().link("x", at(0)).value(), std::nullopt);
}

TEST_P(DatabaseContract, keeps_an_account_with_its_offices) {
  auto wanted = new_account("lan.nguyen", {office({}, 7), office({}, 3, Role::leader, today, later)});
  wanted.made_by = app::AccountId(9U);
  const auto id = make_account(database(), wanted, note("account.make", 5)).value();
  EXPECT_EQ(id, app::AccountId(1U));
  home().reopen();
  const auto stored = database().account(id).value().value();
  EXPECT_EQ(stored.name.str(), "lan.nguyen");
  EXPECT_EQ(stored.person, "Chị lan.nguyen");
  EXPECT_EQ(stored.hash, "plain:lan.nguyen");
  EXPECT_EQ(stored.made_by, app::AccountId(9U));
  EXPECT_EQ(stored.made, at(5));
  EXPECT_EQ(stored.closed, std::nullopt);
  EXPECT_EQ(stored.second_factor, std::nullopt);
  EXPECT_EQ(database().account_named(wanted.name).value(), stored);
  EXPECT_THAT(database().accounts().value(), ElementsAre(stored));
  EXPECT_THAT(database().offices_of(id).value(),
              ElementsAre(office(id, 3, Role::leader, today, later), office(id, 7)));
}

TEST_P(DatabaseContract, a_name_is_given_once_even_if_its_account_is_closed) {
  const auto lan = make(database(), "lan");
  EXPECT_EQ(code(make_account(database(), new_account("lan"), note("x"))), ErrorCode::account_name_taken);
  ASSERT_TRUE(close_account(database(), lan, today, note("account.close")).has_value());
  EXPECT_EQ(code(make_account(database(), new_account("lan"), note("x"))), ErrorCode::account_name_taken);
  EXPECT_THAT(audit(database()), SizeIs(2)) << "what was refused left nothing";
}

TEST_P(DatabaseContract, a_refused_office_makes_no_account) {
  const auto twice = new_account("lan", {office({}, 7), office({}, 7, Role::officer, later)});
  EXPECT_EQ(code(make_account(database(), twice, note("x"))), ErrorCode::office_held);
  const auto empty = new_account("lan", {office({}, 7, Role::officer, today, today)});
  EXPECT_EQ(code(make_account(database(), empty, note("x"))), ErrorCode::office_term_empty);
  EXPECT_THAT(database().accounts().value(), IsEmpty());
  EXPECT_THAT(database().offices().value(), IsEmpty());
  EXPECT_THAT(audit(database()), IsEmpty());
}

TEST_P(DatabaseContract, closing_ends_everything_that_the_account_has) {
  const auto lan =
      make(database(), "lan",
           {office({}, 7, Role::officer, today - std::chrono::days(9)), office({}, 8, Role::officer, later),
            office({}, 9, Role::officer, today - std::chrono::days(9), today - std::chrono::days(2))});
  make(database(), "root", {office({}, 0, Role::administrator)});
  ASSERT_TRUE(
      enrol_second_factor(database(), lan, {std::string("\0\xff", 2), 4, {"r"}}, note("x")).has_value());
  ASSERT_TRUE(sign_in(database(), session("s", lan), proof("lan"), {}, note("x")).has_value());
  ASSERT_TRUE(make_token(database(), {"t", lan, "máy in", at(0), at(100), true}, note("x")).has_value());
  ASSERT_TRUE(make_link(database(), link("l", app::LinkKind::pass_phrase, lan), note("x")).has_value());
  ASSERT_TRUE(database().keep_answer({lan, "k", "q", "a", at(100)}, at(0)).has_value());
  ASSERT_TRUE(close_account(database(), lan, today, note("account.close", 9)).has_value());
  home().reopen();
  const auto stored = database().account(lan).value().value();
  EXPECT_EQ(stored.closed, at(9));
  EXPECT_EQ(stored.hash, "");
  EXPECT_EQ(stored.second_factor, std::nullopt);
  EXPECT_THAT(
      database().offices_of(lan).value(),
      ElementsAre(office(lan, 7, Role::officer, today - std::chrono::days(9), today),
                  office(lan, 9, Role::officer, today - std::chrono::days(9), today - std::chrono::days(2))));
  EXPECT_EQ(database().session("s", at(1)).value(), std::nullopt);
  EXPECT_EQ(database().token("t", at(1)).value(), std::nullopt);
  EXPECT_EQ(database().link("l", at(1)).value(), std::nullopt);
  EXPECT_EQ(database().kept_answer(lan, "k", at(1)).value(), std::nullopt);
  EXPECT_EQ(code(close_account(database(), lan, today, note("x"))), ErrorCode::account_closed);
  EXPECT_EQ(code(sign_in(database(), session("s2", lan), proof("lan"), {}, note("x"))),
            ErrorCode::account_closed);
  EXPECT_EQ(code(close_account(database(), app::AccountId(99U), today, note("x"))),
            ErrorCode::account_unknown);
}

TEST_P(DatabaseContract, there_is_always_an_administrator_left) {
  const auto first = make(database(), "first", {office({}, 0, Role::administrator)});
  EXPECT_EQ(code(close_account(database(), first, today, note("x"))), ErrorCode::administrator_last);
  EXPECT_EQ(code(end_office(database(), office(first, 0, Role::administrator), later, note("x"))),
            ErrorCode::administrator_last);
  EXPECT_EQ(database().account(first).value()->closed, std::nullopt);
  EXPECT_THAT(database().offices_of(first).value(), ElementsAre(office(first, 0, Role::administrator)));
  const auto second = make(database(), "second");
  ASSERT_TRUE(
      hand_over(database(), office(first, 0, Role::administrator), second, later, note("x")).has_value());
  EXPECT_TRUE(close_account(database(), first, later, note("x")).has_value());
  EXPECT_EQ(code(close_account(database(), second, later, note("x"))), ErrorCode::administrator_last);
}

TEST_P(DatabaseContract, an_office_passes_in_one_act) {
  const auto lan = make(database(), "lan", {office({}, 7)});
  const auto hoa = make(database(), "hoa");
  const auto handed = hand_over(database(), office(lan, 7), hoa, later, note("office.hand_over")).value();
  EXPECT_EQ(handed.begun, office(hoa, 7, Role::officer, later));
  home().reopen();
  EXPECT_THAT(database().offices().value(),
              ElementsAre(office(lan, 7, Role::officer, today, later), handed.begun));
  EXPECT_EQ(code(hand_over(database(), office(lan, 7), hoa, later, note("x"))), ErrorCode::office_changed);
  EXPECT_EQ(code(hand_over(database(), handed.begun, hoa, later, note("x"))), ErrorCode::office_to_itself);
  EXPECT_EQ(code(hand_over(database(), handed.begun, app::AccountId(9U), later, note("x"))),
            ErrorCode::account_unknown);
  EXPECT_EQ(code(hand_over(database(), handed.begun, lan, later, note("x"))), ErrorCode::office_term_empty);
  EXPECT_EQ(code(end_office(database(), handed.ended, later, note("x"))), ErrorCode::office_ended);
  EXPECT_THAT(audit(database()), SizeIs(3));
}

TEST_P(DatabaseContract, offices_are_given_and_ended) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(appoint(database(), office(lan, 7), note("office.appoint")).has_value());
  EXPECT_EQ(code(appoint(database(), office(lan, 7, Role::officer, later), note("x"))),
            ErrorCode::office_held);
  ASSERT_TRUE(end_office(database(), office(lan, 7), later, note("office.end")).has_value());
  ASSERT_TRUE(appoint(database(), office(lan, 7, Role::officer, later), note("office.appoint")).has_value());
  EXPECT_THAT(database().offices_of(lan).value(), SizeIs(2));
}

TEST_P(DatabaseContract, a_unit_with_an_office_is_not_taken_back) {
  const auto founding =
      world::events("2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN kind=zone");
  ASSERT_TRUE(record_events(database(), founding, 0, today).has_value());
  const auto lan = make(database(), "lan", {office({}, 1)});
  EXPECT_EQ(param(undo_events(database(), today), "unit"), "A")
      << "another unit would get its slot and its officers";
  ASSERT_TRUE(end_office(database(), office(lan, 1), later, note("x")).has_value());
  EXPECT_EQ(code(undo_events(database(), today)), ErrorCode::unit_undo_impossible);
}

TEST_P(DatabaseContract, the_audit_log_is_one_chain) {
  const auto lan = make(database(), "lan");
  auto full = note("report.submit", 3);
  full.account = lan;
  full.unit = Slot(0U);
  full.thing = "báo cáo\t2026-Q1";
  full.summary = "hai\ndòng \\";
  ASSERT_TRUE(write_audit(database(), std::vector{full, note("sign_in.refused", 4)}).has_value());
  home().reopen();
  ASSERT_TRUE(write_audit(database(), std::vector{note("x", 5)}).has_value());
  ASSERT_TRUE(write_audit(database(), {}).has_value());
  const auto entries = audit(database());
  ASSERT_THAT(entries, SizeIs(4));
  EXPECT_EQ(entries[1].note, full);
  EXPECT_EQ(entries[2].note, note("sign_in.refused", 4));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_THAT(audit(database(), 3), ElementsAre(entries[3]));
  std::vector<std::uint64_t> newest;
  ASSERT_TRUE(database()
                  .latest_audit(4,
                                [&](const auto& entry) {
                                  newest.push_back(entry.sequence);
                                  return newest.size() < 2;
                                })
                  .has_value());
  EXPECT_THAT(newest, ElementsAre(3, 2));
}

TEST_P(DatabaseContract, a_visit_of_the_audit_log_may_stop_and_may_not_call_the_database) {
  make(database(), "lan");
  make(database(), "hoa");
  int visits = 0;
  const auto stopped = database().each_audit(0, [&](const auto&) -> Result<> {
    ++visits;
    return fail(ErrorCode::usage);
  });
  EXPECT_EQ(code(stopped), ErrorCode::usage);
  EXPECT_EQ(visits, 1);
  EXPECT_THROW(static_cast<void>(database().each_audit(
                   0, [&](const auto&) -> Result<> { return write_audit(database(), {}); })),
               Defect);
}

}  // namespace
}  // namespace nucong::store

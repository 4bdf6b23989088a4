// The contract of accounts, their offices, and the audit log.
#include "store/accounts_contract_test.hpp"

namespace nucong::store {
namespace {

using account::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string engine_name(const testing::TestParamInfo<std::string>& engine) {
  return engine.param;
}

INSTANTIATE_TEST_SUITE_P(Engines, AccountContract, testing::Values("memory", "sqlite", "postgresql"),
                         engine_name);

const Date later = today + std::chrono::days(30);

TEST_P(AccountContract, begins_empty) {
  EXPECT_THAT(accounts().accounts().value(), IsEmpty());
  EXPECT_THAT(accounts().offices().value(), IsEmpty());
  EXPECT_THAT(audit(accounts()), IsEmpty());
  EXPECT_EQ(accounts().account(app::AccountId(1U)).value(), std::nullopt);
  EXPECT_EQ(accounts().session("x", at(0)).value(), std::nullopt);
  EXPECT_EQ(accounts().token("x", at(0)).value(), std::nullopt);
  EXPECT_EQ(accounts().link("x", at(0)).value(), std::nullopt);
}

TEST_P(AccountContract, keeps_an_account_with_its_offices) {
  auto wanted = new_account("lan.nguyen", {office({}, 7), office({}, 3, Role::leader, today, later)});
  wanted.made_by = app::AccountId(9U);
  const auto id = accounts().make_account(wanted, note("account.make", 5)).value();
  EXPECT_EQ(id, app::AccountId(1U));
  home().reopen();
  const auto stored = accounts().account(id).value().value();
  EXPECT_EQ(stored.name.str(), "lan.nguyen");
  EXPECT_EQ(stored.person, "Chị lan.nguyen");
  EXPECT_EQ(stored.hash, "plain:lan.nguyen");
  EXPECT_EQ(stored.made_by, app::AccountId(9U));
  EXPECT_EQ(stored.made, at(5));
  EXPECT_EQ(stored.closed, std::nullopt);
  EXPECT_EQ(stored.second_factor, std::nullopt);
  EXPECT_EQ(accounts().find(wanted.name).value(), stored);
  EXPECT_THAT(accounts().accounts().value(), ElementsAre(stored));
  EXPECT_THAT(accounts().offices_of(id).value(),
              ElementsAre(office(id, 3, Role::leader, today, later), office(id, 7)));
}

TEST_P(AccountContract, a_name_is_given_once_even_if_its_account_is_closed) {
  const auto lan = make("lan");
  EXPECT_EQ(code(accounts().make_account(new_account("lan"), note("x"))), ErrorCode::account_name_taken);
  ASSERT_TRUE(accounts().close_account(lan, today, note("account.close")).has_value());
  EXPECT_EQ(code(accounts().make_account(new_account("lan"), note("x"))), ErrorCode::account_name_taken);
  EXPECT_THAT(audit(accounts()), SizeIs(2)) << "what was refused left nothing";
}

TEST_P(AccountContract, a_refused_office_makes_no_account) {
  const auto twice = new_account("lan", {office({}, 7), office({}, 7, Role::officer, later)});
  EXPECT_EQ(code(accounts().make_account(twice, note("x"))), ErrorCode::office_held);
  const auto empty = new_account("lan", {office({}, 7, Role::officer, today, today)});
  EXPECT_EQ(code(accounts().make_account(empty, note("x"))), ErrorCode::office_term_empty);
  EXPECT_THAT(accounts().accounts().value(), IsEmpty());
  EXPECT_THAT(accounts().offices().value(), IsEmpty());
  EXPECT_THAT(audit(accounts()), IsEmpty());
}

TEST_P(AccountContract, closing_ends_everything_that_the_account_has) {
  const auto lan = make(
      "lan", {office({}, 7, Role::officer, today - std::chrono::days(9)), office({}, 8, Role::officer, later),
              office({}, 9, Role::officer, today - std::chrono::days(9), today - std::chrono::days(2))});
  make("root", {office({}, 0, Role::administrator)});
  ASSERT_TRUE(
      accounts().enrol_second_factor(lan, {std::string("\0\xff", 2), 4, {"r"}}, note("x")).has_value());
  ASSERT_TRUE(accounts().sign_in(session("s", lan), proof("lan"), {}, note("x")).has_value());
  ASSERT_TRUE(accounts().make_token({"t", lan, "máy in", at(0), at(100), true}, note("x")).has_value());
  ASSERT_TRUE(accounts().make_link(link("l", app::LinkKind::pass_phrase, lan), note("x")).has_value());
  ASSERT_TRUE(accounts().keep_answer({lan, "k", "q", "a", at(100)}, at(0)).has_value());
  ASSERT_TRUE(accounts().close_account(lan, today, note("account.close", 9)).has_value());
  home().reopen();
  const auto stored = accounts().account(lan).value().value();
  EXPECT_EQ(stored.closed, at(9));
  EXPECT_EQ(stored.hash, "");
  EXPECT_EQ(stored.second_factor, std::nullopt);
  EXPECT_THAT(
      accounts().offices_of(lan).value(),
      ElementsAre(office(lan, 7, Role::officer, today - std::chrono::days(9), today),
                  office(lan, 9, Role::officer, today - std::chrono::days(9), today - std::chrono::days(2))));
  EXPECT_EQ(accounts().session("s", at(1)).value(), std::nullopt);
  EXPECT_EQ(accounts().token("t", at(1)).value(), std::nullopt);
  EXPECT_EQ(accounts().link("l", at(1)).value(), std::nullopt);
  EXPECT_EQ(accounts().kept_answer(lan, "k", at(1)).value(), std::nullopt);
  EXPECT_EQ(code(accounts().close_account(lan, today, note("x"))), ErrorCode::account_closed);
  EXPECT_EQ(code(accounts().sign_in(session("s2", lan), proof("lan"), {}, note("x"))),
            ErrorCode::account_closed);
  EXPECT_EQ(code(accounts().close_account(app::AccountId(99U), today, note("x"))),
            ErrorCode::account_unknown);
}

TEST_P(AccountContract, there_is_always_an_administrator_left) {
  const auto first = make("first", {office({}, 0, Role::administrator)});
  EXPECT_EQ(code(accounts().close_account(first, today, note("x"))), ErrorCode::administrator_last);
  EXPECT_EQ(code(accounts().end_office(office(first, 0, Role::administrator), later, note("x"))),
            ErrorCode::administrator_last);
  EXPECT_EQ(accounts().account(first).value()->closed, std::nullopt);
  EXPECT_THAT(accounts().offices_of(first).value(), ElementsAre(office(first, 0, Role::administrator)));
  const auto second = make("second");
  ASSERT_TRUE(
      accounts().hand_over(office(first, 0, Role::administrator), second, later, note("x")).has_value());
  EXPECT_TRUE(accounts().close_account(first, later, note("x")).has_value());
  EXPECT_EQ(code(accounts().close_account(second, later, note("x"))), ErrorCode::administrator_last);
}

TEST_P(AccountContract, an_office_passes_in_one_act) {
  const auto lan = make("lan", {office({}, 7)});
  const auto hoa = make("hoa");
  const auto handed = accounts().hand_over(office(lan, 7), hoa, later, note("office.hand_over")).value();
  EXPECT_EQ(handed.begun, office(hoa, 7, Role::officer, later));
  home().reopen();
  EXPECT_THAT(accounts().offices().value(),
              ElementsAre(office(lan, 7, Role::officer, today, later), handed.begun));
  EXPECT_EQ(code(accounts().hand_over(office(lan, 7), hoa, later, note("x"))), ErrorCode::office_changed);
  EXPECT_EQ(code(accounts().hand_over(handed.begun, hoa, later, note("x"))), ErrorCode::office_to_itself);
  EXPECT_EQ(code(accounts().hand_over(handed.begun, app::AccountId(9U), later, note("x"))),
            ErrorCode::account_unknown);
  EXPECT_EQ(code(accounts().hand_over(handed.begun, lan, later, note("x"))), ErrorCode::office_term_empty);
  EXPECT_EQ(code(accounts().end_office(handed.ended, later, note("x"))), ErrorCode::office_ended);
  EXPECT_THAT(audit(accounts()), SizeIs(3));
}

TEST_P(AccountContract, offices_are_given_and_ended) {
  const auto lan = make("lan");
  ASSERT_TRUE(accounts().appoint(office(lan, 7), note("office.appoint")).has_value());
  EXPECT_EQ(code(accounts().appoint(office(lan, 7, Role::officer, later), note("x"))),
            ErrorCode::office_held);
  ASSERT_TRUE(accounts().end_office(office(lan, 7), later, note("office.end")).has_value());
  ASSERT_TRUE(accounts().appoint(office(lan, 7, Role::officer, later), note("office.appoint")).has_value());
  EXPECT_THAT(accounts().offices_of(lan).value(), SizeIs(2));
}

TEST_P(AccountContract, a_unit_with_an_office_is_not_taken_back) {
  const auto founding =
      world::events("2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN kind=zone");
  ASSERT_TRUE(home().store().record_events(founding, 0, today).has_value());
  const auto lan = make("lan", {office({}, 1)});
  EXPECT_EQ(param(home().store().undo_events(today), "unit"), "A")
      << "another unit would get its slot and its officers";
  ASSERT_TRUE(accounts().end_office(office(lan, 1), later, note("x")).has_value());
  EXPECT_EQ(code(home().store().undo_events(today)), ErrorCode::unit_undo_impossible);
}

TEST_P(AccountContract, the_audit_log_is_one_chain) {
  const auto lan = make("lan");
  auto full = note("report.submit", 3);
  full.account = lan;
  full.unit = Slot(0U);
  full.thing = "báo cáo\t2026-Q1";
  full.summary = "hai\ndòng \\";
  ASSERT_TRUE(accounts().write_audit(std::vector{full, note("sign_in.refused", 4)}).has_value());
  home().reopen();
  ASSERT_TRUE(accounts().write_audit(std::vector{note("x", 5)}).has_value());
  ASSERT_TRUE(accounts().write_audit({}).has_value());
  const auto entries = audit(accounts());
  ASSERT_THAT(entries, SizeIs(4));
  EXPECT_EQ(entries[1].note, full);
  EXPECT_EQ(entries[2].note, note("sign_in.refused", 4));
  EXPECT_TRUE(is_sealed(accounts()));
  EXPECT_THAT(audit(accounts(), 3), ElementsAre(entries[3]));
  std::vector<std::uint64_t> newest;
  ASSERT_TRUE(accounts()
                  .latest_audit(4,
                                [&](const auto& entry) {
                                  newest.push_back(entry.sequence);
                                  return newest.size() < 2;
                                })
                  .has_value());
  EXPECT_THAT(newest, ElementsAre(3, 2));
}

TEST_P(AccountContract, a_visit_may_stop_and_may_not_call_the_store) {
  make("lan");
  make("hoa");
  int visits = 0;
  const auto stopped = accounts().each_audit(0, [&](const auto&) -> Result<> {
    ++visits;
    return fail(ErrorCode::usage);
  });
  EXPECT_EQ(code(stopped), ErrorCode::usage);
  EXPECT_EQ(visits, 1);
  EXPECT_THROW(static_cast<void>(accounts().each_audit(
                   0, [&](const auto&) -> Result<> { return accounts().write_audit({}); })),
               Defect);
}

}  // namespace
}  // namespace nucong::store

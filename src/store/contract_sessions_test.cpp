// The contract of what lets somebody in: sessions, tokens, links, second factors; and of kept answers.
#include "store/accounts_contract_test.hpp"

namespace nucong::store {
namespace {

using account::Role;
using app::LinkKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> digests(const std::vector<app::StoredSession>& sessions) {
  std::vector<std::string> found;
  for (const auto& one : sessions) found.push_back(one.digest);
  return found;
}

TEST_P(DatabaseContract, a_session_lives_until_it_is_over) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(sign_in(database(), session("a", lan), proof("lan"), {}, note("sign_in")).has_value());
  home().reopen();
  EXPECT_EQ(database().session("a", at(99)).value(), session("a", lan));
  EXPECT_EQ(database().session("a", at(100)).value(), std::nullopt);
  EXPECT_EQ(database().session("b", at(0)).value(), std::nullopt);
  ASSERT_TRUE(database().touch_session("a", at(50), at(200)).has_value());
  EXPECT_EQ(database().session("a", at(150)).value(), session("a", lan, 50, 200));
  ASSERT_TRUE(database().touch_session("nobody's", at(50), at(200)).has_value());
  EXPECT_THAT(audit(database()), SizeIs(2)) << "being seen is no act";
}

TEST_P(DatabaseContract, signing_in_replaces_a_session_and_clears_what_is_over) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(sign_in(database(), session("old", lan, 0, 10), proof("lan"), {}, note("sign_in")).has_value());
  ASSERT_TRUE(sign_in(database(), session("a", lan, 1), proof("lan"), {}, note("sign_in")).has_value());
  ASSERT_TRUE(sign_in(database(), session("b", lan, 20), proof("lan"), "a", note("sign_in", 20)).has_value());
  ASSERT_TRUE(
      sign_in(database(), session("c", lan, 20), proof("lan"), "unknown", note("sign_in", 20)).has_value());
  EXPECT_THAT(digests(database().sessions_of(lan, at(0)).value()), ElementsAre("b", "c"));
  ASSERT_TRUE(sign_out(database(), "b", note("sign_out")).has_value());
  EXPECT_EQ(code(sign_out(database(), "b", note("sign_out"))), ErrorCode::session_ended);
  EXPECT_THAT(digests(database().sessions_of(lan, at(0)).value()), ElementsAre("c"));
  EXPECT_THAT(database().sessions_of(lan, at(100)).value(), IsEmpty());
}

TEST_P(DatabaseContract, a_step_and_a_recovery_code_are_used_once) {
  const auto lan = make(database(), "lan");
  const app::SecondFactor factor{std::string("\0\x01\xff key", 7), 10, {"r2", "r1"}};
  ASSERT_TRUE(enrol_second_factor(database(), lan, factor, note("totp.enrol")).has_value());
  EXPECT_EQ(code(enrol_second_factor(database(), lan, factor, note("x"))), ErrorCode::totp_enrolled);
  home().reopen();
  EXPECT_EQ(database().account(lan).value()->second_factor,
            (app::SecondFactor{factor.secret, 10, {"r1", "r2"}}));
  const auto tried = [&](std::optional<account::TotpStep> step, std::optional<std::string> recovery = {}) {
    static int number = 0;
    return code(sign_in(database(), session("s" + std::to_string(++number), lan),
                        {"plain:lan", step, recovery}, {}, note("sign_in")));
  };
  EXPECT_EQ(tried(10), ErrorCode::totp_wrong);
  EXPECT_EQ(tried(12), std::nullopt);
  EXPECT_EQ(tried(12), ErrorCode::totp_wrong);
  EXPECT_EQ(tried(11), ErrorCode::totp_wrong);
  EXPECT_EQ(tried({}, "r1"), std::nullopt);
  EXPECT_EQ(tried({}, "r1"), ErrorCode::totp_wrong);
  EXPECT_THAT(database().account(lan).value()->second_factor->recovery_codes, ElementsAre("r2"));
  EXPECT_THAT(database().sessions_of(lan, at(0)).value(), SizeIs(2));
  const auto hoa = make(database(), "hoa");
  EXPECT_EQ(code(sign_in(database(), session("h", hoa), proof("hoa", 99), {}, note("x"))),
            ErrorCode::totp_wrong);
}

TEST_P(DatabaseContract, tokens_have_a_name_within_the_account) {
  const auto lan = make(database(), "lan");
  const auto hoa = make(database(), "hoa");
  const app::StoredToken token{"t", lan, "máy in", at(0), at(100), true};
  ASSERT_TRUE(make_token(database(), token, note("token.make")).has_value());
  EXPECT_EQ(code(make_token(database(), {"t2", lan, "máy in", at(0), at(9), false}, note("x"))),
            ErrorCode::token_name_taken);
  ASSERT_TRUE(
      make_token(database(), {"t3", hoa, "máy in", at(0), at(9), false}, note("token.make")).has_value());
  ASSERT_TRUE(make_token(database(), {"t4", lan, "a", at(0), at(9), false}, note("token.make")).has_value());
  home().reopen();
  EXPECT_EQ(database().token("t", at(99)).value(), token);
  EXPECT_EQ(database().token("t", at(100)).value(), std::nullopt);
  EXPECT_THAT(database().tokens_of(lan).value(), SizeIs(2));
  EXPECT_EQ(database().tokens_of(lan).value().front().name, "a");
  ASSERT_TRUE(revoke_token(database(), lan, "máy in", note("token.revoke")).has_value());
  EXPECT_EQ(code(revoke_token(database(), lan, "máy in", note("x"))), ErrorCode::token_unknown);
  EXPECT_EQ(database().token("t", at(0)).value(), std::nullopt);
  EXPECT_TRUE(database().token("t3", at(0)).value().has_value()) << "of another account";
}

TEST_P(DatabaseContract, a_link_works_once_and_shuts_others_out) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(sign_in(database(), session("thief", lan), proof("lan"), {}, note("sign_in")).has_value());
  ASSERT_TRUE(make_token(database(), {"t", lan, "thief", at(0), at(100), true}, note("x")).has_value());
  ASSERT_TRUE(
      make_link(database(), link("first", LinkKind::pass_phrase, lan), note("link.make")).has_value());
  ASSERT_TRUE(make_link(database(), link("l", LinkKind::pass_phrase, lan), note("link.make")).has_value());
  EXPECT_EQ(database().link("first", at(0)).value(), std::nullopt) << "the later one took its place";
  home().reopen();
  EXPECT_EQ(database().link("l", at(99)).value(), link("l", LinkKind::pass_phrase, lan));
  EXPECT_EQ(database().link("l", at(100)).value(), std::nullopt);
  EXPECT_EQ(code(reset_second_factor(database(), "l", note("x"))), ErrorCode::link_ended)
      << "of another kind";
  EXPECT_EQ(code(reset_pass_phrase(database(), "l", "plain:n", note("x", 100))), ErrorCode::link_ended);
  ASSERT_TRUE(reset_pass_phrase(database(), "l", "plain:new", note("reset", 99)).has_value());
  EXPECT_EQ(code(reset_pass_phrase(database(), "l", "plain:n", note("x", 99))), ErrorCode::link_ended);
  EXPECT_EQ(database().account(lan).value()->hash, "plain:new");
  EXPECT_EQ(database().session("thief", at(0)).value(), std::nullopt);
  EXPECT_EQ(database().token("t", at(0)).value(), std::nullopt);
}

TEST_P(DatabaseContract, a_link_takes_the_second_factor_off) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(enrol_second_factor(database(), lan, {"key", 10, {"r"}}, note("x")).has_value());
  ASSERT_TRUE(sign_in(database(), session("s", lan), proof("lan", 11), {}, note("x")).has_value());
  ASSERT_TRUE(make_link(database(), link("l", LinkKind::second_factor, lan), note("x")).has_value());
  ASSERT_TRUE(reset_second_factor(database(), "l", note("x", 1)).has_value());
  EXPECT_EQ(database().account(lan).value()->second_factor, std::nullopt);
  EXPECT_EQ(database().session("s", at(0)).value(), std::nullopt);
  ASSERT_TRUE(enrol_second_factor(database(), lan, {"other", 5, {"r"}}, note("x")).has_value());
  EXPECT_EQ(database().account(lan).value()->second_factor, (app::SecondFactor{"other", 5, {"r"}}));
}

TEST_P(DatabaseContract, the_first_administrator_is_made_once) {
  const auto first = link("l", LinkKind::first_administrator, {});
  ASSERT_TRUE(make_link(database(), first, note("link.make")).has_value());
  EXPECT_EQ(database().link("l", at(0)).value(), first);
  const auto wanted = new_account("admin.one", {office({}, 0, Role::administrator)});
  EXPECT_EQ(code(make_first_administrator(database(), "other", wanted, note("x"))), ErrorCode::link_ended);
  const auto id = make_first_administrator(database(), "l", wanted, note("account.make")).value();
  EXPECT_THAT(database().offices_of(id).value(), ElementsAre(office(id, 0, Role::administrator)));
  EXPECT_EQ(code(make_first_administrator(database(), "l", wanted, note("x"))), ErrorCode::link_ended);
  EXPECT_EQ(code(make_link(database(), first, note("x"))), ErrorCode::administrator_exists);
}

TEST_P(DatabaseContract, a_first_link_is_void_once_there_is_an_administrator) {
  ASSERT_TRUE(make_link(database(), link("l", LinkKind::first_administrator, {}), note("x")).has_value());
  make(database(), "admin.one", {office({}, 0, Role::administrator)});
  EXPECT_EQ(code(make_first_administrator(database(), "l", new_account("admin.two"), note("x"))),
            ErrorCode::administrator_exists);
}

TEST_P(DatabaseContract, an_invitation_comes_with_the_account) {
  auto wanted = new_account("lan");
  wanted.hash.clear();
  wanted.invitation = link("l", LinkKind::pass_phrase, {});
  const auto lan = make_account(database(), wanted, note("account.make")).value();
  EXPECT_EQ(database().account(lan).value()->hash, "");
  EXPECT_EQ(database().link("l", at(0)).value(), link("l", LinkKind::pass_phrase, lan));
  ASSERT_TRUE(set_pass_phrase(database(), lan, "", "plain:mine", note("pass_phrase.change")).has_value());
  EXPECT_EQ(database().account(lan).value()->hash, "plain:mine");
}

TEST_P(DatabaseContract, a_pass_phrase_that_was_reset_meanwhile_lets_nobody_in_and_does_not_come_back) {
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(make_link(database(), link("l", LinkKind::pass_phrase, lan), note("x")).has_value());
  ASSERT_TRUE(reset_pass_phrase(database(), "l", "plain:new", note("x", 1)).has_value());
  EXPECT_EQ(code(sign_in(database(), session("s", lan), proof("lan"), {}, note("x"))),
            ErrorCode::passphrase_wrong);
  EXPECT_EQ(code(set_pass_phrase(database(), lan, "plain:lan", "dearer:lan", note("x"))),
            ErrorCode::passphrase_wrong);
  EXPECT_EQ(database().account(lan).value()->hash, "plain:new");
  EXPECT_EQ(database().session("s", at(0)).value(), std::nullopt);
}

TEST_P(DatabaseContract, an_answer_is_kept_for_its_key_and_for_a_while) {
  const auto lan = make(database(), "lan");
  const auto hoa = make(database(), "hoa");
  const app::KeptAnswer answer{lan, "khóa", "question", "41", at(100)};
  ASSERT_TRUE(database().keep_answer(answer, at(0)).has_value());
  home().reopen();
  EXPECT_EQ(database().kept_answer(lan, "khóa", at(99)).value(), answer);
  EXPECT_EQ(database().kept_answer(lan, "khóa", at(100)).value(), std::nullopt);
  EXPECT_EQ(database().kept_answer(hoa, "khóa", at(0)).value(), std::nullopt);
  EXPECT_EQ(code(database().keep_answer(answer, at(99))), ErrorCode::request_key_taken);
  ASSERT_TRUE(database().keep_answer({lan, "khóa", "other", "42", at(300)}, at(100)).has_value());
  EXPECT_EQ(database().kept_answer(lan, "khóa", at(200)).value()->answer, "42");
}

}  // namespace
}  // namespace nucong::store

// The contract of answers that are kept for requests that come again.
#include "store/accounts_contract_test.hpp"
#include "store/threads_test.hpp"

namespace nucong::store {
namespace {

app::KeptAnswer answer(app::AccountId account, const std::string& key, int expires) {
  return {account, key, "question", "answer to " + key, at(expires)};
}

TEST_P(DatabaseContract, what_is_over_is_forgotten_and_nothing_else) {
  const auto lan = make(database(), "lan");
  const auto hoa = make(database(), "hoa");
  for (const auto& [account, key, expires] :
       {std::tuple(lan, "a", 9), {lan, "b", 10}, {lan, "c", 11}, {hoa, "a", 11}, {hoa, "d", 10}})
    ASSERT_TRUE(database().keep_answer(answer(account, key, expires), at(0)).has_value());
  ASSERT_TRUE(database().forget_answers(at(10)).has_value());
  home().reopen();
  // Asked as if it were earlier, whatever is still there is found.
  EXPECT_EQ(database().kept_answer(lan, "a", at(0)).value(), std::nullopt);
  EXPECT_EQ(database().kept_answer(lan, "b", at(0)).value(), std::nullopt) << "over at that very instant";
  EXPECT_EQ(database().kept_answer(lan, "c", at(0)).value(), answer(lan, "c", 11));
  EXPECT_EQ(database().kept_answer(hoa, "a", at(0)).value(), answer(hoa, "a", 11));
  EXPECT_EQ(database().kept_answer(hoa, "d", at(0)).value(), std::nullopt);
  ASSERT_TRUE(database().forget_answers(at(10)).has_value()) << "nothing is left to forget";
  EXPECT_EQ(code(database().keep_answer(answer(lan, "c", 50), at(10))), ErrorCode::request_key_taken);
  EXPECT_EQ(code(database().keep_answer(answer(lan, "a", 50), at(0))), std::nullopt);
}

TEST_P(DatabaseContract, any_number_of_answers_is_forgotten) {
  const auto lan = make(database(), "lan");
  const auto kept = database().act([&](app::Writer& writer) -> Result<> {
    for (int i = 0; i < 2500; ++i) {
      TRY(writer.keep_answer(answer(lan, std::to_string(i), i % 5 == 0 ? 100 : 10), at(0)));
    }
    return ok();
  });
  ASSERT_EQ(code(kept), std::nullopt);
  ASSERT_TRUE(database().forget_answers(at(50)).has_value());
  for (const int i : {0, 1, 999, 1000, 1001, 2000, 2494, 2495, 2499})
    EXPECT_EQ(database().kept_answer(lan, std::to_string(i), at(0)).value().has_value(), i % 5 == 0) << i;
}

TEST_P(DatabaseContract, an_answer_kept_with_an_act_is_found_like_any_other) {
  const auto lan = make(database(), "lan");
  const auto keep = [&](int expires, int now) {
    return code(database().act([&](app::Writer& writer) -> Result<> {
      TRY(writer.submit(std::vector{report(1, "2024-Q1")}, today));
      return writer.keep_answer(answer(lan, "key", expires), at(now));
    }));
  };
  EXPECT_EQ(keep(20, 0), std::nullopt);
  EXPECT_EQ(database().kept_answer(lan, "key", at(19)).value(), answer(lan, "key", 20));
  EXPECT_EQ(database().kept_answer(lan, "key", at(20)).value(), std::nullopt);
  EXPECT_EQ(code(database().keep_answer(answer(lan, "key", 90), at(19))), ErrorCode::request_key_taken);
  EXPECT_EQ(code(database().keep_answer(answer(lan, "key", 90), at(20))), std::nullopt) << "it was over";
  EXPECT_EQ(database().kept_answer(lan, "key", at(20)).value(), answer(lan, "key", 90));
  EXPECT_EQ(code(database().keep_answer(answer(app::AccountId(77U), "key", 90), at(0))),
            ErrorCode::account_unknown);
}

TEST_P(DatabaseContract, of_an_act_and_a_request_with_one_key_at_once_one_is_done) {
  const auto lan = make(database(), "lan");
  auto& other = home().elsewhere();
  std::uint32_t version = 0;
  for (int round = 0; round < 20; ++round) {
    const std::string key = std::to_string(round);
    std::optional<ErrorCode> with_act;
    std::optional<ErrorCode> alone;
    at_once(2, [&](std::size_t i) {
      if (i == 0) {
        with_act = code(database().act([&](app::Writer& writer) -> Result<> {
          TRY(writer.submit(std::vector{report(1, "2024-Q1", version + 1)}, today));
          return writer.keep_answer({lan, key, "question", "of the act", at(100)}, at(0));
        }));
      } else {
        alone = code(other.keep_answer({lan, key, "question", "alone", at(100)}, at(0)));
      }
    });
    if (!with_act) ++version;
    EXPECT_EQ(with_act ? with_act : alone, ErrorCode::request_key_taken) << round;
    EXPECT_NE(with_act.has_value(), alone.has_value()) << round;
    EXPECT_EQ(database().kept_answer(lan, key, at(1)).value()->answer, with_act ? "alone" : "of the act");
    EXPECT_EQ(database().latest().value(), version);
  }
}

}  // namespace
}  // namespace nucong::store

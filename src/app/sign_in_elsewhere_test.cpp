#include "app/sign_in_elsewhere.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/accounts.hpp"

namespace nucong::app {
namespace {

/// Vouches for whoever it is told to.
class OtherHouse final : public IdentityProvider {
 public:
  [[nodiscard]] std::string name() const override { return "Tài khoản chung"; }
  [[nodiscard]] Result<std::string> address_for(const IdentityAttempt& attempt) override {
    return "https://id.example/?state=" + attempt.state;
  }
  [[nodiscard]] Result<std::string> user_name(const std::string& code, const IdentityAttempt&) override {
    if (down) return fail(ErrorCode::identity_unavailable, {{"detail", "down"}});
    if (code != "good") return fail(ErrorCode::identity_refused, {{"detail", "code"}});
    return who;
  }

  std::string who = "lan";
  bool down = false;
};

class ElsewhereTest : public testing::Test {
 protected:
  ElsewhereTest() { lan = world.person("lan", {world.office(account::Role::officer, "A1")}); }

  [[nodiscard]] CameBack back(const std::string& code = "good") {
    const auto begun = begin_sign_in_elsewhere(world.ports, house).value();
    return {code, begun.address.substr(begun.address.find('=') + 1), begun.kept, {"10.0.0.1", "Firefox", {}}};
  }
  [[nodiscard]] std::string told(const CameBack& came) {
    const auto signed_in = finish_sign_in_elsewhere(world.ports, house, came);
    return signed_in ? "ok" : std::string(dotted(signed_in.error().code()));
  }

  world::Accounts world{world::small_confederation};
  OtherHouse house;
  AccountId lan;
};

TEST_F(ElsewhereTest, whoever_is_vouched_for_is_let_in) {
  const auto signed_in = finish_sign_in_elsewhere(world.ports, house, back()).value();
  EXPECT_EQ(signed_in.account, lan);
  EXPECT_EQ(whoami(world.ports, signed_in.token, "10.0.0.1", world.today).value().name, "lan");
  EXPECT_EQ(world.deeds().back(), "sign_in");
}

TEST_F(ElsewhereTest, what_another_browser_began_is_not_finished_here) {
  auto came = back();
  came.kept = back().kept;
  EXPECT_EQ(told(came), "identity.attempt_lost");
  came.kept.clear();
  EXPECT_EQ(told(came), "identity.attempt_lost");
  came.state.clear();
  came.kept = ".n.v";
  EXPECT_EQ(told(came), "identity.attempt_lost");
}

TEST_F(ElsewhereTest, a_name_without_an_open_account_is_nobody_here) {
  house.who = "hoa";
  EXPECT_EQ(told(back()), "identity.unknown");
  house.who = "no name\nat all";
  EXPECT_EQ(told(back()), "identity.unknown");
  ASSERT_TRUE(close_account(world.ports, console(), lan, world.past).has_value());
  house.who = "lan";
  EXPECT_EQ(told(back()), "identity.unknown");
  EXPECT_EQ(world.deeds().back(), "sign_in.refused");
}

TEST_F(ElsewhereTest, who_tries_again_and_again_waits_and_a_house_that_is_down_costs_nobody_anything) {
  house.down = true;
  for (int i = 0; i < 50; ++i) EXPECT_EQ(told(back()), "identity.unavailable");
  house.down = false;
  std::string last;
  for (int i = 0; i < 50 && last != "sign_in.wait"; ++i) last = told(back("made up"));
  EXPECT_EQ(last, "sign_in.wait");
}

}  // namespace
}  // namespace nucong::app

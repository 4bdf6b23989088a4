#include "app/resets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/accounts.hpp"

namespace nucong::app {
namespace {

using account::Role;

class Resets : public testing::Test {
 protected:
  template <class T>
  static std::string fault(const Result<T>& result) {
    return result ? "ok" : std::string(dotted(result.error().code()));
  }
  std::string choose(const std::string& link, const std::string& phrase) {
    return fault(finish_pass_phrase_reset(world.ports, link, phrase, "10.0.0.1"));
  }

  world::Accounts world{world::small_confederation};
};

TEST_F(Resets, a_new_account_waits_for_its_owner) {
  const auto made = make_account(world.ports, console(),
                                 {"lan", "Chị Lan", {world.office(Role::officer, "A1")}}, world.past)
                        .value();
  EXPECT_EQ(fault(world.sign_in("lan", "")), "sign_in.refused");
  EXPECT_EQ(choose(made.link, "short"), "passphrase.short");
  EXPECT_EQ(choose(made.link, "lan lan lan lan"), "passphrase.is_name");
  EXPECT_EQ(choose(made.link, "mưa rơi trên mái"), "ok");
  EXPECT_EQ(choose(made.link, "mưa rơi trên mái"), "link.ended");
  EXPECT_EQ(fault(world.sign_in("lan", "mưa rơi trên mái")), "ok");
}

TEST_F(Resets, a_link_is_over_in_time_and_of_one_kind) {
  const auto lan = world.person("lan", {world.office(Role::officer, "A1")});
  const auto link = begin_reset(world.ports, console(), lan, LinkKind::second_factor, world.past).value();
  EXPECT_EQ(choose(link, "mưa rơi trên mái"), "link.ended");
  world.clock.instant += reset_life;
  EXPECT_EQ(fault(finish_second_factor_reset(world.ports, link, "")), "link.ended");
  EXPECT_EQ(choose("guess", "mưa rơi trên mái"), "link.ended");
}

TEST_F(Resets, the_unit_above_resets_and_nobody_beside_or_below) {
  const auto upper = world.person("upper", {world.office(Role::upper_officer, "A")});
  const auto lan = world.person("lan", {world.office(Role::officer, "A1")});
  world.person("binh", {world.office(Role::upper_officer, "B")});
  const auto begin = [&](const std::string& by, AccountId whose) {
    return fault(begin_reset(world.ports, world.asker(by), whose, LinkKind::pass_phrase, world.past));
  };
  EXPECT_EQ(begin("upper", lan), "ok");
  EXPECT_EQ(begin("binh", lan), "scope.exceeded");
  EXPECT_EQ(begin("lan", upper), "scope.exceeded");
  EXPECT_EQ(begin("upper", upper), "account.itself");
}

TEST_F(Resets, resetting_puts_everybody_out) {
  const auto lan = world.person("lan", {world.office(Role::officer, "A1")});
  const auto thief = world.sign_in("lan", world.phrase("lan")).value().token;
  const auto link = begin_reset(world.ports, console(), lan, LinkKind::pass_phrase, world.past).value();
  EXPECT_TRUE(whoami(world.ports, thief, "", world.today).has_value())
      << "asking for a link changes nothing yet";
  ASSERT_EQ(choose(link, "mưa rơi trên mái"), "ok");
  EXPECT_EQ(fault(whoami(world.ports, thief, "", world.today)), "session.ended");
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"))), "sign_in.refused");
}

TEST_F(Resets, the_first_administrator_comes_by_a_link_and_once) {
  const auto first = first_administrator(world.ports).value().value();
  const auto link = first_administrator(world.ports).value().value();
  const auto finish = [&](const std::string& by, const std::string& phrase) {
    return fault(finish_first_administrator(world.ports, by, {"quan.tri", "Chị Quản", phrase}, "10.0.0.1",
                                            world.past));
  };
  EXPECT_EQ(finish(first, "mưa rơi trên mái"), "link.ended") << "the later one took its place";
  EXPECT_EQ(finish(link, "1234567890"), "passphrase.common");
  EXPECT_EQ(finish(link, "mưa rơi trên mái"), "ok");
  EXPECT_EQ(finish(link, "mưa rơi trên mái"), "link.ended");
  EXPECT_EQ(first_administrator(world.ports).value(), std::nullopt);
  const auto token = world.sign_in("quan.tri", "mưa rơi trên mái").value().token;
  const auto asker = whoami(world.ports, token, "", world.today).value();
  EXPECT_TRUE(asker.scope.covers(account::Deed::manage_administrators, world.unit("A1")));
  EXPECT_FALSE(asker.scope.covers(account::Deed::send_report, world.unit("VN")));
}

TEST_F(Resets, the_first_administrator_needs_a_root) {
  const auto link = first_administrator(world.ports).value().value();
  const auto nothing = world::history("");
  EXPECT_EQ(fault(finish_first_administrator(world.ports, link, {"quan.tri", "Chị", "mưa rơi trên mái"}, "",
                                             nothing)),
            "unit.unknown");
}

TEST_F(Resets, changing_ones_own_takes_the_old_one_and_is_held_back_like_a_sign_in) {
  world.person("lan", {world.office(Role::officer, "A1")});
  const auto asker = world.asker("lan");
  EXPECT_EQ(fault(change_pass_phrase(world.ports, asker, "wrong", "mưa rơi trên mái")), "passphrase.wrong");
  EXPECT_EQ(fault(change_pass_phrase(world.ports, asker, world.phrase("lan"), "short")), "passphrase.short");
  EXPECT_EQ(fault(change_pass_phrase(world.ports, asker, world.phrase("lan"), "mưa rơi trên mái")), "ok");
  EXPECT_EQ(fault(world.sign_in("lan", "mưa rơi trên mái")), "ok");
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(fault(change_pass_phrase(world.ports, asker, "wrong", "x")), "passphrase.wrong");
  EXPECT_EQ(fault(change_pass_phrase(world.ports, asker, "wrong", "x")), "sign_in.wait");
  EXPECT_EQ(fault(change_pass_phrase(world.ports, console(), "x", "y")), "session.ended");
}

TEST_F(Resets, every_act_is_written_down) {
  const auto lan = world.person("lan", {world.office(Role::officer, "A1")});
  const auto asker = world.asker("lan");
  static_cast<void>(world.sign_in("lan", "wrong"));
  ASSERT_TRUE(change_pass_phrase(world.ports, asker, world.phrase("lan"), "mưa rơi trên mái").has_value());
  ASSERT_TRUE(begin_reset(world.ports, console(), lan, LinkKind::second_factor, world.past).has_value());
  ASSERT_TRUE(sign_out(world.ports, asker).has_value());
  EXPECT_THAT(world.deeds(),
              testing::ElementsAre("account.make", "pass_phrase.reset", "sign_in", "sign_in.refused",
                                   "pass_phrase.change", "second_factor.begin_reset", "sign_out"));
}

}  // namespace
}  // namespace nucong::app

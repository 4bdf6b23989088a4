#include "app/sign_in.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "account/recovery_code.hpp"
#include "app/enrol_totp.hpp"
#include "world/accounts.hpp"

namespace nucong::app {
namespace {

using account::Deed;
using account::Role;
using std::chrono::seconds;
using testing::Contains;
using testing::Not;

class SignInTest : public testing::Test {
 protected:
  SignInTest() { lan = world.person("lan", {world.office(Role::officer, "A1")}); }

  template <class T>
  static std::string fault(const Result<T>& result) {
    return result ? "ok" : std::string(dotted(result.error().code()));
  }
  std::string code_now() {
    const account::HmacSha1 hmac = [&](std::string_view key, std::string_view message) {
      return world.secrets.hmac_sha1(key, message);
    };
    const auto factor = world.database->account(lan).value()->second_factor.value();
    return account::totp_code(factor.secret, account::totp_step(world.clock.instant), hmac);
  }
  std::vector<std::string> enrol() {
    const auto asker = world.asker("lan");
    const auto begun = begin_totp(world.ports, asker).value();
    const account::HmacSha1 hmac = [&](std::string_view key, std::string_view message) {
      return world.secrets.hmac_sha1(key, message);
    };
    const auto code = account::totp_code(account::bytes_of_base32(begun.secret).value(),
                                         account::totp_step(world.clock.instant), hmac);
    auto codes = finish_totp(world.ports, asker, world.phrase("lan"), begun.secret, code).value();
    world.clock.instant += seconds{30};
    return codes;
  }

  world::Accounts world{world::small_confederation};
  AccountId lan;
};

TEST_F(SignInTest, a_session_tells_who_and_what_they_may) {
  const auto signed_in = world.sign_in("Lân", world.phrase("lan")).value();
  EXPECT_EQ(signed_in.account, lan);
  const auto asker = whoami(world.ports, signed_in.token, "10.0.0.2", world.today).value();
  EXPECT_EQ(asker.means, Means::session);
  EXPECT_EQ(asker.name, "lan");
  EXPECT_EQ(asker.address, "10.0.0.2");
  EXPECT_TRUE(asker.scope.covers(Deed::send_report, world.unit("A1")));
  EXPECT_FALSE(asker.scope.covers(Deed::see_figures, world.unit("A")));
  EXPECT_TRUE(demand(asker, Deed::send_report, world.unit("A1"), world.past).has_value());
  const auto refused = demand(asker, Deed::send_report, world.unit("A2"), world.past);
  EXPECT_EQ(fault(refused), "scope.exceeded");
  EXPECT_EQ(refused.error().params().back().value, "A2");
}

TEST_F(SignInTest, whatever_is_wrong_the_answer_is_the_same_and_costs_one_hash) {
  const auto closed = world.person("hoa", {world.office(Role::officer, "A2")});
  ASSERT_TRUE(close_account(world.ports, console(), closed, world.past).has_value());
  ASSERT_TRUE(make_account(world.ports, console(), {"moi", "Chị Mới", {world.office(Role::officer, "A2")}},
                           world.past)
                  .has_value());
  int address = 0;
  for (const auto& [name, phrase] :
       std::vector<std::pair<std::string, std::string>>{{"lan", "not her phrase"},
                                                        {"lan", ""},
                                                        {"lan", std::string(100'000, 'x')},
                                                        {"lan", "\xff\xfe"},
                                                        {"nobody", "lan đi chợ sớm"},
                                                        {"hoa", world.phrase("hoa")},
                                                        {"moi", ""},
                                                        {"", ""},
                                                        {"!!", "x"},
                                                        {std::string(100'000, 'x'), "x"}}) {
    world.secrets.hashed = 0;
    EXPECT_EQ(fault(world.sign_in(name, phrase, {}, std::to_string(++address))), "sign_in.refused");
    EXPECT_EQ(world.secrets.hashed, 1) << name.substr(0, 10);
    EXPECT_EQ(world.deeds().back(), "sign_in.refused");
  }
}

TEST_F(SignInTest, what_was_typed_as_an_unknown_name_is_written_nowhere) {
  EXPECT_EQ(fault(world.sign_in("my-secret-phrase", "x")), "sign_in.refused");
  ASSERT_TRUE(world.database
                  ->each_audit(0,
                               [](const account::AuditEntry& entry) -> Result<> {
                                 EXPECT_EQ(entry.note.thing.find("secret"), std::string::npos);
                                 EXPECT_EQ(entry.note.summary.find("secret"), std::string::npos);
                                 return ok();
                               })
                  .has_value());
}

TEST_F(SignInTest, who_fails_often_waits_and_nobody_elsewhere_does) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(fault(world.sign_in("lan", "wrong")), "sign_in.refused");
  world.secrets.hashed = 0;
  const auto held = world.sign_in("lan", world.phrase("lan"));
  EXPECT_EQ(fault(held), "sign_in.wait");
  EXPECT_EQ(held.error().params().front().value, "2");
  EXPECT_EQ(world.secrets.hashed, 0) << "nothing was tried";
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"), {}, "10.0.0.77")), "ok");
  world.clock.instant += seconds{2};
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"))), "ok");
}

TEST_F(SignInTest, a_session_ends_by_itself_and_goes_on_with_use) {
  const auto token = world.sign_in("lan", world.phrase("lan")).value().token;
  const auto alive = [&] { return whoami(world.ports, token, "", world.today).has_value(); };
  const auto begun = world.clock.instant;
  while (world.clock.instant < begun + session_life_max - session_idle_max) {
    world.clock.instant += session_idle_max - seconds{1};
    ASSERT_TRUE(alive());
  }
  world.clock.instant = begun + session_life_max - seconds{1};
  EXPECT_TRUE(alive());
  world.clock.instant = begun + session_life_max;
  EXPECT_FALSE(alive()) << "whatever it was used for";
  const auto idle = world.sign_in("lan", world.phrase("lan")).value().token;
  world.clock.instant += session_idle_max;
  EXPECT_EQ(fault(whoami(world.ports, idle, "", world.today)), "session.ended");
  EXPECT_EQ(fault(whoami(world.ports, "", "", world.today)), "session.ended");
  EXPECT_EQ(fault(whoami(world.ports, "guess", "", world.today)), "session.ended");
}

TEST_F(SignInTest, each_sign_in_gets_a_token_of_its_own_and_ends_the_one_it_replaces) {
  const auto first = world.sign_in("lan", world.phrase("lan")).value().token;
  const auto second =
      sign_in(world.ports, {"lan", world.phrase("lan"), {}, "10.0.0.1", "\xff", first}).value().token;
  EXPECT_NE(first, second);
  EXPECT_EQ(fault(whoami(world.ports, first, "", world.today)), "session.ended");
  const auto asker = whoami(world.ports, second, "", world.today).value();
  ASSERT_TRUE(sign_out(world.ports, asker).has_value());
  EXPECT_EQ(fault(whoami(world.ports, second, "", world.today)), "session.ended");
  EXPECT_EQ(fault(sign_out(world.ports, asker)), "session.ended");
}

TEST_F(SignInTest, only_digests_are_stored) {
  const auto token = world.sign_in("lan", world.phrase("lan")).value().token;
  const auto sessions = world.database->sessions_of(lan, world.clock.instant).value();
  ASSERT_EQ(sessions.size(), 1U);
  EXPECT_EQ(sessions.front().digest, world.secrets.digest(token));
}

TEST_F(SignInTest, an_older_hash_is_made_anew_once) {
  world.secrets.made_with = "dearer";
  ASSERT_TRUE(world.sign_in("lan", world.phrase("lan")).has_value());
  EXPECT_EQ(world.database->account(lan).value()->hash, "dearer:" + world.phrase("lan"));
  ASSERT_TRUE(world.sign_in("lan", world.phrase("lan")).has_value());
  EXPECT_EQ(std::ranges::count(world.deeds(), "pass_phrase.rehash"), 1);
}

TEST_F(SignInTest, a_second_factor_is_asked_for_and_each_code_works_once) {
  enrol();
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"))), "sign_in.code_wanted");
  EXPECT_EQ(fault(world.sign_in("lan", "wrong", code_now())), "sign_in.refused");
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"), code_now())), "ok");
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"), code_now())), "sign_in.refused") << "used";
  world.clock.instant += seconds{30};
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"), code_now())), "ok");
}

TEST_F(SignInTest, guessing_codes_is_held_back_however_often_the_right_phrase_is_sent) {
  enrol();
  int refused = 0;
  for (int i = 0; i < 50; ++i) {
    refused += fault(world.sign_in("lan", world.phrase("lan"), "000000")) == "sign_in.refused" ? 1 : 0;
    static_cast<void>(world.sign_in("lan", world.phrase("lan")));
  }
  EXPECT_LE(refused, 3);
}

TEST_F(SignInTest, a_recovery_code_works_once_instead) {
  const auto codes = enrol();
  ASSERT_EQ(codes.size(), account::recovery_codes);
  const auto signed_in = world.sign_in("lan", world.phrase("lan"), " " + codes[3] + " ").value();
  EXPECT_EQ(signed_in.recovery_codes_left, 7U);
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"), codes[3])), "sign_in.refused");
  EXPECT_EQ(fault(world.sign_in("lan", world.phrase("lan"), codes[4])), "ok");
}

TEST_F(SignInTest, enrolling_takes_the_phrase_and_a_code_and_happens_once) {
  const auto asker = world.asker("lan");
  const auto begun = begin_totp(world.ports, asker).value();
  EXPECT_THAT(begun.uri,
              testing::StartsWith("otpauth://totp/N%E1%BB%AF%20C%C3%B4ng:lan?secret=" + begun.secret));
  const auto finish = [&](const std::string& phrase, const std::string& secret, const std::string& code) {
    return fault(finish_totp(world.ports, asker, phrase, secret, code));
  };
  EXPECT_EQ(finish("wrong", begun.secret, "000000"), "passphrase.wrong");
  EXPECT_EQ(finish(world.phrase("lan"), begun.secret, "12345"), "totp.wrong");
  EXPECT_EQ(finish(world.phrase("lan"), "MY", "000000"), "totp.wrong") << "a secret of one byte";
  EXPECT_EQ(finish(world.phrase("lan"), "1!", "000000"), "totp.wrong");
  enrol();
  EXPECT_EQ(fault(begin_totp(world.ports, asker)), "totp.enrolled");
}

}  // namespace
}  // namespace nucong::app

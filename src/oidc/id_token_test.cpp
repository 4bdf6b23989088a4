// What is believed of a token, and what is not.
#include "oidc/id_token.hpp"

#include <gtest/gtest.h>

#include "oidc/signing_test.hpp"

namespace nucong::oidc {
namespace {

using namespace std::chrono_literals;

const SigningKey& key() {
  static const SigningKey one("k1");
  return one;
}

const std::chrono::sys_seconds now{1'793'500'000s};
const Expected expected{"https://id.example", "nucong", "n-1", now};

std::string keys(const std::string& inner = key().shown()) {
  return "{\"keys\": [" + inner + "]}";
}

struct Claims {
  std::string iss = R"("https://id.example")";
  std::string aud = R"("nucong")";
  std::string exp = std::to_string(now.time_since_epoch().count() + 300);
  std::string nonce = R"("n-1")";
  std::string more = R"("preferred_username": "hoa.tran")";

  [[nodiscard]] std::string text() const {
    return "{\"iss\": " + iss + ", \"aud\": " + aud + ", \"exp\": " + exp + ", \"nonce\": " + nonce + ", " +
           more + "}";
  }
};

std::string told(const Result<std::string>& claim) {
  if (claim) return claim.value();
  return std::string(dotted(claim.error().code())) + " " + claim.error().params().front().value;
}
std::string told(const Claims& claims) {
  return told(claim_of(key().sign(claims.text()), keys(), expected, "preferred_username"));
}

TEST(IdToken, tells_who_somebody_is) {
  EXPECT_EQ(told(Claims{}), "hoa.tran");
}

TEST(IdToken, is_for_one_house_one_attempt_and_a_short_time) {
  EXPECT_EQ(told({.iss = R"("https://other.example")"}), "identity.refused iss");
  EXPECT_EQ(told({.aud = R"("somebody")"}), "identity.refused aud");
  EXPECT_EQ(told({.nonce = R"("n-2")"}), "identity.refused nonce");
  EXPECT_EQ(told({.nonce = "null"}), "identity.refused nonce");
  EXPECT_EQ(told({.exp = std::to_string(now.time_since_epoch().count() - 61)}), "identity.refused exp");
  EXPECT_EQ(told({.exp = std::to_string(now.time_since_epoch().count() - 30)}), "hoa.tran")
      << "clocks differ";
  EXPECT_EQ(told({.exp = "\"tomorrow\""}), "identity.refused exp");
  EXPECT_EQ(told({.more = R"("sub": "1")"}), "identity.refused preferred_username");
}

TEST(IdToken, for_several_houses_says_for_which_it_was_made) {
  EXPECT_EQ(told({.aud = R"(["nucong"])"}), "hoa.tran");
  EXPECT_EQ(told({.aud = R"(["nucong", "other"])"}), "identity.refused aud");
  EXPECT_EQ(told({.aud = R"(["nucong", "other"])", .more = R"("azp": "nucong", "preferred_username": "a")"}),
            "a");
  EXPECT_EQ(told({.aud = R"(["nucong", "other"])", .more = R"("azp": "other", "preferred_username": "a")"}),
            "identity.refused aud");
}

TEST(IdToken, that_was_not_signed_by_the_provider_is_nobodys) {
  const SigningKey stranger("k1");
  const SigningKey unknown("k2");
  const auto text = Claims{}.text();
  EXPECT_EQ(told(claim_of(stranger.sign(text), keys(), expected, "sub")), "identity.refused signature");
  EXPECT_EQ(told(claim_of(unknown.sign(text), keys(), expected, "sub")), "identity.refused kid");
  auto changed = key().sign(text);
  changed[changed.find('.') + 5] ^= 1;
  EXPECT_EQ(told(claim_of(changed, keys(), expected, "sub")), "identity.refused signature");
  // {"alg":"none"}
  EXPECT_EQ(told(claim_of("eyJhbGciOiJub25lIn0.e30.", keys(), expected, "sub")).substr(0, 16),
            "identity.refused");
  // {"alg":"HS256"}: as if the public key were a shared secret
  EXPECT_EQ(told(claim_of("eyJhbGciOiJIUzI1NiJ9.e30.AAAA", keys(), expected, "sub")), "identity.refused alg");
  EXPECT_EQ(told(claim_of("no token", keys(), expected, "sub")), "identity.refused token");
  EXPECT_EQ(told(claim_of({}, keys(), expected, "sub")), "identity.refused token");
}

TEST(IdToken, is_not_believed_if_the_keys_cannot_be_read) {
  const auto token = key().sign(Claims{}.text());
  EXPECT_EQ(told(claim_of(token, "<html>", expected, "sub")), "identity.unavailable jwks");
  EXPECT_EQ(told(claim_of(token, "{}", expected, "sub")), "identity.unavailable jwks");
  EXPECT_EQ(told(claim_of(token, R"({"keys": [7, {"kty": "RSA", "kid": "k1"}]})", expected, "sub")),
            "identity.refused kid");
}

TEST(IdToken, knows_its_key_among_others) {
  const SigningKey older("k0");
  EXPECT_EQ(told(claim_of(key().sign(Claims{}.text()), keys(older.shown() + ", " + key().shown()), expected,
                          "preferred_username")),
            "hoa.tran");
  EXPECT_EQ(told(claim_of(key().sign(Claims{}.text(), "PS256"), keys(), expected, "preferred_username")),
            "hoa.tran");
}

}  // namespace
}  // namespace nucong::oidc

#include <set>

#include <gtest/gtest.h>

#include "account/totp.hpp"
#include "secrets/system_secrets.hpp"

namespace nucong::secrets {
namespace {

TEST(Secrets, a_hash_knows_its_own_phrase_and_no_other) {
  SystemSecrets secrets(cheapest);
  const auto hash = secrets.hash_pass_phrase("mưa rơi trên mái").value();
  EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
  EXPECT_TRUE(secrets.is_pass_phrase("mưa rơi trên mái", hash).value());
  EXPECT_FALSE(secrets.is_pass_phrase("mưa rơi trên má", hash).value());
  EXPECT_FALSE(secrets.is_pass_phrase("", hash).value());
  EXPECT_NE(secrets.hash_pass_phrase("mưa rơi trên mái").value(), hash) << "each has its own salt";
}

TEST(Secrets, the_usual_cost_is_what_owasp_asks_at_least) {
  SystemSecrets secrets;
  const auto hash = secrets.hash_pass_phrase("mưa rơi trên mái").value();
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_FALSE(secrets.needs_rehash(hash));
}

TEST(Secrets, older_parameters_ask_for_a_new_hash) {
  SystemSecrets cheap(cheapest);
  SystemSecrets dear({std::size_t{64} << 10, 2});
  const auto old = cheap.hash_pass_phrase("mưa rơi trên mái").value();
  EXPECT_FALSE(cheap.needs_rehash(old));
  EXPECT_TRUE(dear.needs_rehash(old));
  EXPECT_TRUE(dear.is_pass_phrase("mưa rơi trên mái", old).value()) << "the old one still opens";
}

TEST(Secrets, what_is_no_hash_is_trouble_and_no_wrong_phrase) {
  SystemSecrets secrets(cheapest);
  EXPECT_EQ(secrets.is_pass_phrase("x", "").error().code(), ErrorCode::secrets_unavailable);
  EXPECT_EQ(secrets.is_pass_phrase("x", "$argon2id$v=19$m=8").error().code(), ErrorCode::secrets_unavailable);
  EXPECT_TRUE(secrets.needs_rehash("nonsense"));
}

TEST(Secrets, tokens_are_256_bits_that_fit_an_address) {
  SystemSecrets secrets(cheapest);
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto token = secrets.token();
    ASSERT_EQ(token.size(), 43U);
    ASSERT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    ASSERT_TRUE(seen.insert(token).second);
  }
  EXPECT_EQ(secrets.random(20).size(), 20U);
  EXPECT_NE(secrets.random(20), secrets.random(20));
}

TEST(Secrets, digests_are_sha_256) {
  SystemSecrets secrets(cheapest);
  EXPECT_EQ(secrets.digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(secrets.digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Secrets, compares_whole_texts) {
  SystemSecrets secrets(cheapest);
  EXPECT_TRUE(secrets.same("abc", "abc"));
  EXPECT_TRUE(secrets.same("", ""));
  EXPECT_FALSE(secrets.same("abc", "abd"));
  EXPECT_FALSE(secrets.same("abc", "abcd"));
}

// RFC 6238, appendix B, the six last of its eight digits.
TEST(Secrets, totp_gives_the_numbers_of_the_rfc) {
  SystemSecrets secrets(cheapest);
  const account::HmacSha1 hmac = [&](std::string_view key, std::string_view message) {
    return secrets.hmac_sha1(key, message);
  };
  const std::pair<std::int64_t, const char*> vectors[] = {{59, "287082"},         {1111111109, "081804"},
                                                          {1111111111, "050471"}, {1234567890, "005924"},
                                                          {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [seconds, digits] : vectors) {
    const auto step = account::totp_step(account::Instant{std::chrono::seconds{seconds}});
    EXPECT_EQ(account::totp_code("12345678901234567890", step, hmac), digits) << seconds;
  }
  EXPECT_EQ(account::base32("12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

}  // namespace
}  // namespace nucong::secrets

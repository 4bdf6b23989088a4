#include "oidc/metadata.hpp"

#include <gtest/gtest.h>

#include "oidc/wire.hpp"

namespace nucong::oidc {
namespace {

constexpr const char* good =
    R"({"issuer": "https://id.example", "authorization_endpoint": "https://id.example/auth",
  "token_endpoint": "https://id.example/token", "jwks_uri": "https://id.example/keys", "more": [1, {}]})";

std::string fault(const std::string& json) {
  const auto read = read_metadata(json, "https://id.example");
  return read ? "none" : read.error().params().front().value;
}

TEST(Metadata, tells_where_to_go) {
  const Metadata expected{"https://id.example/auth", "https://id.example/token", "https://id.example/keys"};
  EXPECT_EQ(read_metadata(good, "https://id.example").value(), expected);
  EXPECT_EQ(metadata_address("https://id.example/"), "https://id.example/.well-known/openid-configuration");
}

TEST(Metadata, of_another_house_or_in_the_clear_is_not_believed) {
  std::string text = good;
  EXPECT_EQ(fault("<html>"), "openid-configuration: no JSON");
  EXPECT_EQ(fault("[]"), "openid-configuration: no JSON");
  EXPECT_EQ(fault(R"({"issuer": "https://evil.example"})"), "issuer: https://evil.example");
  text.replace(text.find("https://id.example/token"), 5, "http");
  EXPECT_EQ(fault(text), "token_endpoint: http://id.example/token");
}

TEST(Metadata, of_this_machine_may_be_in_the_clear) {
  EXPECT_TRUE(is_safe_address("http://127.0.0.1:9000/x"));
  EXPECT_TRUE(is_safe_address("http://localhost:9000"));
  EXPECT_TRUE(is_safe_address("http://[::1]:9000/x"));
  EXPECT_FALSE(is_safe_address("http://127.0.0.1.evil.example/x"));
  EXPECT_FALSE(is_safe_address("http://localhost@evil.example:80/x"));
  EXPECT_FALSE(is_safe_address("ftp://127.0.0.1/x"));
  EXPECT_FALSE(is_safe_address(""));
}

TEST(Metadata, what_answers_a_code_holds_the_token) {
  EXPECT_EQ(read_id_token(R"({"access_token": "a", "id_token": "x.y.z"})").value(), "x.y.z");
  EXPECT_FALSE(read_id_token(R"({"access_token": "a"})"));
  EXPECT_FALSE(read_id_token("<html>"));
}

TEST(Wire, escapes_what_has_a_meaning_of_its_own) {
  EXPECT_EQ(escaped("a-Z_0.~ &=+/ữ"), "a-Z_0.~%20%26%3D%2B%2F%E1%BB%AF");
}

}  // namespace
}  // namespace nucong::oidc

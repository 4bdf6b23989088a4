// Signing in by another house's word, over HTTP.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/workplace_test.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;

class OtherHouse final : public app::IdentityProvider {
 public:
  [[nodiscard]] std::string name() const override { return "Tài khoản chung"; }
  [[nodiscard]] Result<std::string> address_for(const app::IdentityAttempt& attempt) override {
    return "https://id.example/?state=" + attempt.state;
  }
  [[nodiscard]] Result<std::string> user_name(const std::string& code, const app::IdentityAttempt&) override {
    return code;
  }
};

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto at = text.find(before) + before.size();
  return text.substr(at, text.find(after, at) - at);
}

std::vector<std::string> cookies_of(const Response& response) {
  std::vector<std::string> found;
  for (const auto& field : response.fields)
    if (field.name == "Set-Cookie") found.push_back(field.value);
  return found;
}

class Elsewhere : public testing::Test {
 protected:
  Elsewhere() {
    Workplace place(file);
    place.settle();
    place.appoint("officer@A1", cast);
  }

  DatabaseFile file;
  Cast cast;
  OtherHouse house;
};

TEST_F(Elsewhere, is_offered_where_there_is_another_house) {
  OpenSite alone(file);
  EXPECT_THAT(alone.ask("GET", "/api/session").body, HasSubstr("\"provider\": null"));
  EXPECT_EQ(alone.ask("POST", "/api/session/elsewhere").status, 404U);
  OpenSite site(file, &house);
  EXPECT_THAT(site.ask("GET", "/api/session").body, HasSubstr("\"provider\": \"Tài khoản chung\""));
}

TEST_F(Elsewhere, begins_and_ends_in_the_same_browser) {
  OpenSite site(file, &house);
  const auto begun = site.ask("POST", "/api/session/elsewhere");
  ASSERT_EQ(begun.status, 200U) << begun.body;
  const auto cookie = cookies_of(begun).at(0);
  EXPECT_THAT(cookie, HasSubstr("HttpOnly; SameSite=Strict; Max-Age=600; Secure"));
  const auto state = between(begun.body, "state=", "\"");
  const auto body = R"({"code": "officer.a1", "state": ")" + state + "\"}";
  EXPECT_EQ(site.ask("POST", "/api/session/elsewhere/back", {}, body).status, 401U) << "another browser";
  const auto kept = cookie.substr(0, cookie.find(';'));
  const auto back = site.ask("POST", "/api/session/elsewhere/back", {{"cookie", kept}}, body);
  ASSERT_EQ(back.status, 200U) << back.body;
  EXPECT_THAT(back.body, HasSubstr("\"person\": \"Chị officer@A1\""));
  const auto set = cookies_of(back);
  ASSERT_EQ(set.size(), 2U);
  EXPECT_THAT(set[0], testing::StartsWith("__Host-nucong="));
  EXPECT_THAT(set[1], HasSubstr("__Host-nucong-attempt=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"));
  const auto session = set[0].substr(0, set[0].find(';'));
  EXPECT_EQ(site.ask("GET", "/api/me", {{"cookie", session}}).status, 200U);
}

TEST_F(Elsewhere, a_link_of_strangers_begins_nothing) {
  OpenSite site(file, &house);
  EXPECT_EQ(site.ask("POST", "/api/session/elsewhere", {{"origin", "https://evil.example"}}).status, 403U);
  EXPECT_EQ(site.ask("GET", "/api/session/elsewhere/back?code=officer.a1").status, 405U);
}

}  // namespace
}  // namespace nucong::http

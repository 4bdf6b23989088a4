// The way through a provider, with answers that are known.
#include "oidc/provider.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "oidc/signing_test.hpp"
#include "world/app.hpp"

namespace nucong::oidc {
namespace {

using testing::HasSubstr;

constexpr const char* issuer = "https://id.example";

class TheProvider : public testing::Test {
 protected:
  TheProvider() {
    answers["/.well-known/openid-configuration"] = {200, R"({"issuer": "https://id.example",
      "authorization_endpoint": "https://id.example/auth", "token_endpoint": "https://id.example/token",
      "jwks_uri": "https://id.example/keys"})"};
    answers["/keys"] = {200, "{\"keys\": [" + key().shown() + "]}"};
    answers["/token"] = {200, token_by(key())};
  }

  static const SigningKey& key() {
    static const SigningKey one("k1");
    return one;
  }
  std::string token_by(const SigningKey& signer) const {
    const auto exp = std::to_string((clock.instant + std::chrono::minutes(5)).time_since_epoch().count());
    return "{\"id_token\": \"" +
           signer.sign(R"({"iss": "https://id.example", "aud": "nucong", "nonce": "n", "exp": )" + exp +
                       R"(, "preferred_username": "hoa.tran"})") +
           "\"}";
  }
  Result<WireAnswer> answer(const WireQuestion& question) {
    asked.push_back(question);
    const auto at = answers.find(question.address.substr(std::string(issuer).size()));
    if (at == answers.end()) return fail(ErrorCode::identity_unavailable, {{"detail", "no line"}});
    return at->second;
  }
  static std::string told(const Result<std::string>& result) {
    return result ? result.value() : std::string(dotted(result.error().code()));
  }

  world::StandingClock clock;
  std::map<std::string, WireAnswer> answers;
  std::vector<WireQuestion> asked;
  const app::IdentityAttempt attempt{"s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
  Provider provider{{issuer, "nucong", {}, "Tài khoản chung", "preferred_username", "https://nc.example/"},
                    "s3 cret",
                    clock,
                    [this](const WireQuestion& question) { return answer(question); }};
};

TEST_F(TheProvider, is_where_the_browser_goes_with_a_challenge) {
  const auto address = provider.address_for(attempt).value();
  EXPECT_THAT(address,
              testing::StartsWith("https://id.example/auth?response_type=code&scope=openid%20profile"));
  EXPECT_THAT(address,
              HasSubstr("&redirect_uri=https%3A%2F%2Fnc.example%2Fdang-nhap%2Ftro-lai&state=s&nonce=n"));
  // The example of RFC 7636, appendix B.
  EXPECT_THAT(address, HasSubstr("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
  EXPECT_EQ(address.find(attempt.verifier), std::string::npos);
}

TEST_F(TheProvider, tells_who_came_back_and_is_asked_for_its_keys_once) {
  EXPECT_EQ(told(provider.user_name("c 1", attempt)), "hoa.tran");
  EXPECT_EQ(told(provider.user_name("c 2", attempt)), "hoa.tran");
  ASSERT_EQ(asked.size(), 4U) << "of itself, the code, its keys, the other code";
  EXPECT_THAT(asked[1].form, HasSubstr("grant_type=authorization_code&code=c%201&"));
  EXPECT_THAT(asked[1].form, HasSubstr("&code_verifier=" + attempt.verifier));
  EXPECT_EQ(asked[1].user + ":" + asked[1].password, "nucong:s3%20cret");
}

TEST_F(TheProvider, that_signs_with_a_new_key_is_asked_for_it) {
  EXPECT_EQ(told(provider.user_name("c", attempt)), "hoa.tran");
  const SigningKey newer("k2");
  answers["/token"].body = token_by(newer);
  EXPECT_EQ(told(provider.user_name("c", attempt)), "identity.refused");
  answers["/keys"].body = "{\"keys\": [" + newer.shown() + "]}";
  EXPECT_EQ(told(provider.user_name("c", attempt)), "hoa.tran");
}

TEST_F(TheProvider, that_knows_no_such_code_refuses_and_stays_well) {
  answers["/token"] = {400, R"({"error": "invalid_grant"})"};
  EXPECT_EQ(told(provider.user_name("made up", attempt)), "identity.refused");
  EXPECT_TRUE(provider.address_for(attempt).has_value()) << "a stranger's code closes no door";
}

TEST_F(TheProvider, that_is_down_is_left_alone_for_a_while) {
  const auto kept = answers;
  answers.clear();
  EXPECT_EQ(told(provider.address_for(attempt)), "identity.unavailable");
  const auto questions = asked.size();
  EXPECT_EQ(told(provider.address_for(attempt)), "identity.unavailable");
  EXPECT_EQ(asked.size(), questions);
  answers = kept;
  clock.instant += std::chrono::seconds(6);
  EXPECT_TRUE(provider.address_for(attempt).has_value());
  answers["/token"].status = 502;
  EXPECT_EQ(told(provider.user_name("c", attempt)), "identity.unavailable");
}

TEST_F(TheProvider, is_set_up_whole_or_not_at_all) {
  world::NoFiles files;
  const auto fault = [&](const app::IdentitySettings& settings) {
    const auto made = provider_of(settings, files, clock);
    return made ? "none" : made.error().params().front().value;
  };
  EXPECT_EQ(provider_of({}, files, clock).value(), nullptr);
  app::IdentitySettings settings{"http://id.example", {}, {}, {}, "sub", {}};
  EXPECT_EQ(fault(settings), "identity.issuer");
  settings.issuer = issuer;
  EXPECT_EQ(fault(settings), "identity.client_id");
  settings.client_id = "nucong";
  EXPECT_EQ(fault(settings), "identity.public_address");
  settings.public_address = "https://nc.example";
  EXPECT_EQ(fault(settings), "none");
  settings.client_secret_file = "gone";
  EXPECT_EQ(fault(settings), "gone");
}

}  // namespace
}  // namespace nucong::oidc

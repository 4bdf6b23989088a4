// Sessions as browsers hold them, tokens as programs do, and requests that come from elsewhere or twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/workplace_test.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class TheSession : public testing::Test {
 protected:
  TheSession() {
    Workplace place(file);
    place.settle();
    place.appoint("administrator@VN", cast);
    place.appoint("officer@A1", cast);
    site = std::make_unique<OpenSite>(file);
  }

  [[nodiscard]] Response sign_in(const std::string& name, const std::string& phrase) {
    return site->ask("POST", "/api/session", {},
                     R"({"name": ")" + name + R"(", "pass_phrase": ")" + phrase + "\"}");
  }
  /// What a browser would send back.
  [[nodiscard]] static std::string cookie_of(const Response& response) {
    const auto set = response.field("Set-Cookie");
    return std::string(set.substr(0, set.find(';')));
  }
  [[nodiscard]] Response ask_with(const std::string& cookie, const std::string& method,
                                  const std::string& target, const std::string& body = {},
                                  std::vector<Field> fields = {}) {
    fields.push_back({"cookie", cookie});
    return site->ask(method, target, std::move(fields), body);
  }

  DatabaseFile file;
  Cast cast;
  std::unique_ptr<OpenSite> site;
};

TEST_F(TheSession, begins_with_a_cookie_that_no_script_reads) {
  const auto response = sign_in("officer.a1", Workplace::phrase);
  ASSERT_EQ(response.status, 200U) << response.body << response.fault;
  EXPECT_THAT(response.body, HasSubstr("\"person\": \"Chị officer@A1\""));
  EXPECT_THAT(std::string(response.field("Set-Cookie")), StartsWith("__Host-nucong="));
  for (const char* word : {"HttpOnly", "SameSite=Strict", "Secure", "Path=/"})
    EXPECT_THAT(std::string(response.field("Set-Cookie")), HasSubstr(word));
  EXPECT_EQ(response.field("Cache-Control"), "no-store");
  const auto me = ask_with(cookie_of(response), "GET", "/api/me");
  EXPECT_THAT(me.body, HasSubstr(R"("send_report": [{"unit": "A1", "name": "May", "reach": "own"}])"));
}

TEST_F(TheSession, of_whoever_signs_in_again_is_a_new_one) {
  const auto first = cookie_of(sign_in("officer.a1", Workplace::phrase));
  const auto again =
      site->ask("POST", "/api/session", {{"cookie", first}},
                std::string(R"({"name": "officer.a1", "pass_phrase": ")") + Workplace::phrase + "\"}");
  EXPECT_NE(cookie_of(again), first);
  EXPECT_EQ(ask_with(first, "GET", "/api/me").status, 401U) << "the old one is over";
}

TEST_F(TheSession, is_not_begun_by_a_wrong_phrase_nor_told_which_half_was_wrong) {
  const auto wrong = sign_in("officer.a1", "sai mật khẩu rồi");
  const auto nobody = sign_in("no.such.one", "sai mật khẩu rồi");
  EXPECT_EQ(wrong.status, 401U);
  EXPECT_EQ(wrong.body, nobody.body);
  EXPECT_EQ(wrong.body.find("sai mật"), std::string::npos);
}

TEST_F(TheSession, is_over_when_its_owner_signs_out) {
  const auto cookie = cookie_of(sign_in("officer.a1", Workplace::phrase));
  EXPECT_EQ(ask_with(cookie, "GET", "/api/me").status, 200U);
  const auto out = ask_with(cookie, "DELETE", "/api/session");
  EXPECT_EQ(out.status, 200U);
  EXPECT_THAT(std::string(out.field("Set-Cookie")), HasSubstr("Max-Age=0"));
  EXPECT_EQ(ask_with(cookie, "GET", "/api/me").status, 401U);
}

TEST_F(TheSession, ends_at_once_when_the_account_is_closed) {
  const auto officer = cookie_of(sign_in("officer.a1", Workplace::phrase));
  EXPECT_EQ(ask_with(officer, "GET", "/api/me").status, 200U);
  const auto admin = cast.tokens.at("administrator@VN");
  const auto id = std::to_string(cast.accounts.at("officer@A1").value);
  EXPECT_EQ(site->ask_as(admin, "DELETE", "/api/accounts/" + id).status, 200U);
  EXPECT_EQ(ask_with(officer, "GET", "/api/me").status, 401U);
}

TEST_F(TheSession, does_nothing_for_pages_of_strangers) {
  const auto cookie = cookie_of(sign_in("officer.a1", Workplace::phrase));
  const auto from = [&](std::vector<Field> fields) {
    return ask_with(cookie, "POST", "/api/me/tokens", R"({"name": "máy in", "days": 3})", std::move(fields))
        .status;
  };
  EXPECT_EQ(from({{"origin", "https://evil.example"}}), 403U);
  EXPECT_EQ(from({{"sec-fetch-site", "cross-site"}}), 403U);
  EXPECT_EQ(from({{"sec-fetch-site", "same-site"}}), 403U) << "another name under ours is another site";
  EXPECT_EQ(from({{"origin", "null"}}), 403U);
  EXPECT_EQ(from({{"sec-fetch-site", "same-origin"}, {"origin", "http://localhost"}}), 200U);
}

TEST_F(TheSession, takes_json_and_says_so) {
  Request request{"r1",
                  "POST",
                  parse_target("/api/session").value(),
                  {{"host", "localhost"}, {"content-type", "text/plain"}},
                  "127.0.0.1",
                  "{}"};
  EXPECT_EQ(site->site.begin(request).response->status, 415U) << "what a form of strangers could send";
  request.fields[1].value = "application/json; charset=utf-8";
  request.body = "{";
  EXPECT_THAT(site->site.begin(request).response->body, HasSubstr("request.body_malformed"));
  request.body = R"({"name": "a", "pass_phrase": 5})";
  const auto refused = *site->site.begin(request).response;
  EXPECT_THAT(refused.body, HasSubstr("\"cell\": \"pass_phrase\""));
}

TEST_F(TheSession, of_a_program_reads_or_writes_as_its_token_says) {
  const auto cookie = cookie_of(sign_in("administrator.vn", Workplace::phrase));
  const auto made = ask_with(cookie, "POST", "/api/me/tokens", R"({"name": "sao lưu", "days": 30})");
  ASSERT_EQ(made.status, 200U) << made.body;
  const auto at = made.body.find("\"token\": \"") + 10;
  const auto token = made.body.substr(at, made.body.find('"', at) - at);
  EXPECT_EQ(site->ask_as(token, "GET", "/api/units/VN").status, 200U);
  const auto refused =
      site->ask_as(token, "POST", "/api/accounts",
                   R"({"name": "hoa", "person": "Hoa", "offices": [{"role": "member", "unit": "A1"}]})");
  EXPECT_EQ(refused.status, 403U);
  EXPECT_THAT(refused.body, HasSubstr("token.read_only"));
}

TEST_F(TheSession, does_once_what_was_sent_twice) {
  Workplace(file).appoint("leader@VN", cast);
  const auto leader = cast.tokens.at("leader@VN");
  const auto set = [&](const std::string& key, const std::string& value) {
    return site->ask("POST", "/api/goals", {{"authorization", "Bearer " + leader}, {"idempotency-key", key}},
                     R"({"goals": [{"target": "D1.1", "unit": "A", "value": )" + value + "}]}");
  };
  const auto first = set("k1", "95");
  ASSERT_EQ(first.status, 200U) << first.body;
  const auto sequence = site->live->now()->sequence;
  EXPECT_EQ(set("k1", "95").body, first.body);
  EXPECT_EQ(site->live->now()->sequence, sequence) << "nothing happened the second time";
  EXPECT_EQ(set("k1", "96").status, 409U) << "another request under the same key";
  EXPECT_EQ(set("k2", "96").status, 200U);
}

TEST_F(TheSession, answers_again_also_what_changed_nothing) {
  Workplace(file).appoint("leader@VN", cast);
  const auto read = [&](const std::string& text) {
    return site->ask("POST", "/api/readings",
                     {{"authorization", "Bearer " + cast.tokens.at("leader@VN")}, {"idempotency-key", "k"}},
                     R"({"text": ")" + text + "\"}");
  };
  const auto first = read("Đến năm 2027 có 90% nữ đoàn viên được tập huấn.");
  ASSERT_EQ(first.status, 200U) << first.body;
  EXPECT_EQ(read("Đến năm 2027 có 90% nữ đoàn viên được tập huấn.").body, first.body);
  EXPECT_EQ(read("Đến năm 2028 có 90% nữ đoàn viên được tập huấn.").status, 409U);
}

TEST_F(TheSession, leaves_each_kind_of_work_to_threads_of_its_own) {
  const auto pool = [&](const std::string& method, const std::string& target, const std::string& body = {}) {
    const auto begun = site->begin(method, target,
                                   {{"authorization", "Bearer " + cast.tokens.at("administrator@VN")}}, body);
    EXPECT_FALSE(begun.response.has_value()) << target;
    return begun.pool;
  };
  EXPECT_EQ(pool("GET", "/api/units/VN"), ThreadPool::answers);
  EXPECT_EQ(pool("POST", "/api/session", R"({"name": "a", "pass_phrase": "b"})"), ThreadPool::hashes);
  EXPECT_EQ(pool("POST", "/api/goals", R"({"goals": []})"), ThreadPool::acts);
  EXPECT_EQ(pool("DELETE", "/api/session"), ThreadPool::acts);
  EXPECT_EQ(pool("POST", "/api/readings", R"({"text": "a"})"), ThreadPool::answers) << "it changes nothing";
}

TEST_F(TheSession, is_told_to_slow_down) {
  Request request{"r1", "GET", parse_target("/api/kinds").value(), {{"host", "localhost"}}, "10.9.9.9", {}};
  unsigned status = 200;
  for (int i = 0; i < 2000 && status == 200; ++i) {
    auto begun = site->site.begin(request);
    status = begun.response ? begun.response->status : 200;
    if (status == 429) {
      EXPECT_FALSE(begun.response->field("Retry-After").empty());
    }
  }
  EXPECT_EQ(status, 429U);
  request.address = "10.9.9.10";
  auto other = site->site.begin(request);
  EXPECT_NE(other.response ? other.response->status : 200U, 429U) << "somebody else";
}

}  // namespace
}  // namespace nucong::http

// Two servers over one database: what was done at one is seen at the other by whoever did it, and is done
// once, wherever it is asked for again.
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/workplace_test.hpp"
#include "world/passing_database.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;

/// Before the next act `before` happens; after it `unknown` says that nobody knows whether it was kept.
class Troubled final : public world::PassingDatabase {
 public:
  using PassingDatabase::PassingDatabase;

  Result<> commit(const Body& body) override {
    if (before) std::exchange(before, {})();
    const auto done = PassingDatabase::commit(body);
    if (done && std::exchange(unknown, false)) return fail(ErrorCode::store_outcome_unknown);
    return done;
  }

  std::function<void()> before;
  bool unknown = false;
};

class TwoSites : public testing::Test {
 protected:
  TwoSites() {
    Workplace place(file);
    place.settle();
    place.appoint("leader@VN", cast);
    one = std::make_unique<OpenSite>(file, nullptr, [this](app::Database& behind) {
      auto between = std::make_unique<Troubled>(behind);
      troubled = between.get();
      return between;
    });
    other = std::make_unique<OpenSite>(file);
  }

  [[nodiscard]] Response ask(OpenSite& site, std::vector<Field> fields, const std::string& method,
                             const std::string& target, const std::string& body = {}) const {
    fields.push_back({"authorization", "Bearer " + cast.tokens.at("leader@VN")});
    return site.ask(method, target, std::move(fields), body);
  }
  /// Sets a goal, with a key or without.
  [[nodiscard]] Response set(OpenSite& site, const std::string& value, const std::string& key = {}) const {
    return ask(site, key.empty() ? std::vector<Field>{} : std::vector<Field>{{"idempotency-key", key}},
               "POST", "/api/goals",
               R"({"goals": [{"target": "D1.1", "unit": "A", "value": )" + value + "}]}");
  }
  /// As somebody who has seen that sequence.
  [[nodiscard]] std::string seen_by(OpenSite& site, const std::string& sequence) const {
    return std::string(ask(site, {{"nucong-sequence", sequence}}, "GET", score).field("Nucong-Sequence"));
  }
  [[nodiscard]] app::Sequence latest() const { return other->place.database.latest().value(); }

  static constexpr const char* score = "/api/score?unit=VN&period=2026&directive=D1";

  DatabaseFile file;
  Cast cast;
  std::unique_ptr<OpenSite> one;
  std::unique_ptr<OpenSite> other;
  Troubled* troubled = nullptr;
};

TEST_F(TwoSites, show_whoever_did_something_at_one_of_them_what_he_did) {
  const auto before = std::to_string(latest());
  EXPECT_EQ(ask(*other, {}, "GET", score).field("Nucong-Sequence"), before);
  const auto done = set(*one, "95");
  ASSERT_EQ(done.status, 200U) << done.body << done.fault;
  const std::string after(done.field("Nucong-Sequence"));
  EXPECT_EQ(after, std::to_string(latest()));
  EXPECT_THAT(done.body, HasSubstr("\"sequence\": " + before)) << "what was asked was asked of that";

  EXPECT_EQ(ask(*other, {}, "GET", score).field("Nucong-Sequence"), before) << "somebody else may wait";
  EXPECT_FALSE(other->begin("GET", score, {{"nucong-sequence", after}}).response)
      << "nobody follows who reads requests";
  EXPECT_EQ(seen_by(*other, after), after);
  EXPECT_EQ(ask(*other, {}, "GET", score).field("Nucong-Sequence"), after);
}

TEST_F(TwoSites, answer_whoever_has_seen_what_the_database_has_not) {
  const auto now = std::to_string(latest());
  for (const char* seen : {"999999999", "0", "", "x", "-1", "5x", " 5", "99999999999999999999999"})
    EXPECT_EQ(seen_by(*one, seen), now) << seen;
}

TEST_F(TwoSites, do_once_what_is_sent_to_both) {
  const auto first = set(*one, "95", "k1");
  ASSERT_EQ(first.status, 200U) << first.body << first.fault;
  const auto done = latest();
  const auto again = set(*other, "95", "k1");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.field("Nucong-Sequence"), std::to_string(done)) << "it is to be seen there too";
  EXPECT_EQ(latest(), done) << "nothing happened the second time";
  EXPECT_EQ(set(*other, "96", "k1").status, 409U);
}

TEST_F(TwoSites, do_once_what_is_sent_to_both_at_the_same_moment) {
  const auto before = latest();
  Response meanwhile;
  troubled->before = [&] { meanwhile = set(*other, "95", "k1"); };
  const auto answer = set(*one, "95", "k1");
  ASSERT_EQ(meanwhile.status, 200U) << meanwhile.body << meanwhile.fault;
  EXPECT_EQ(answer.status, 200U) << answer.body << answer.fault;
  EXPECT_EQ(answer.body, meanwhile.body);
  EXPECT_EQ(latest(), before + 1);

  troubled->before = [&] { meanwhile = set(*other, "96", "k2"); };
  EXPECT_EQ(set(*one, "97", "k2").status, 409U) << "another request under the same key";
  EXPECT_EQ(latest(), before + 2);
}

TEST_F(TwoSites, know_by_the_key_what_became_of_a_commit) {
  troubled->unknown = true;
  const auto known = set(*one, "95", "k1");
  EXPECT_EQ(known.status, 200U) << known.body << known.fault;
  EXPECT_THAT(known.body, HasSubstr("\"goals\": 1"));
  EXPECT_EQ(known.field("Nucong-Sequence"), std::to_string(latest()));

  troubled->unknown = true;
  const auto unknown = set(*one, "96");
  EXPECT_EQ(unknown.status, 503U);
  EXPECT_THAT(unknown.body, HasSubstr("store.outcome_unknown"));
  EXPECT_FALSE(unknown.field("Retry-After").empty());
}

}  // namespace
}  // namespace nucong::http

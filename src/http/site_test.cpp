#include "http/site.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/adopt.hpp"
#include "catalogue/words.hpp"
#include "http/workplace_test.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Breaks a promise.
class Broken final : public Askers {
 public:
  [[nodiscard]] Holder known(const Request&) override { return nullptr; }
  [[nodiscard]] Result<Holder> who(const Request&) override {
    throw Defect("src/asker.cpp:7: someone must hold");
  }
};

class TheSite : public testing::Test {
 protected:
  TheSite() {
    home.found(
        "2023-01-01 found VN kind=confederation\n"
        "2023-01-01 found P parent=VN kind=provincial name=Phú-Thọ\n"
        "2023-01-01 found A parent=P kind=grassroots name=May\n"
        "2023-01-01 found B parent=P kind=grassroots\n"
        "2025-01-01 close B\n");
    import("A,2026-Q1,A03,120\nA,2026-Q1,A04,80\n");
    app::AdoptOrder order;
    order.text = "Phấn đấu đến năm 2026 có ít nhất 90% nữ đoàn viên được tập huấn.";
    order.issuer = "VN";
    const auto adopted = app::adopt(home.ports, order);
    if (adopted.has_error()) throw std::logic_error(std::string(dotted(adopted.error().code())));
    live = live::LiveNation::load(home.ports).value();
    site = make(everybody);
  }

  std::unique_ptr<Site> make(Askers& askers) {
    return std::make_unique<Site>(SiteParts{{*live, trees, measures, feed, [this] { return trouble; }, "test",
                                             known, home.ports, secrets, gate, documents, false},
                                            askers,
                                            catalogue::load_wording().value(),
                                            {"localhost"}});
  }

  void import(const std::string& rows) { home.tell(rows); }

  [[nodiscard]] Response ask(const std::string& target, std::vector<Field> fields = {},
                             const std::string& method = "GET") {
    fields.push_back({"host", "localhost:8080"});
    const Request request{"r1", method, parse_target(target).value(), std::move(fields), "127.0.0.1", {}};
    auto begun = site->begin(request);
    worked = !begun.response;
    return begun.response ? *begun.response : begun.work();
  }
  [[nodiscard]] static std::string tag(const Response& response) {
    return std::string(response.field("ETag"));
  }

  world::App home;
  Neighbours everybody;
  Measures measures;
  Feed feed{measures};
  Trees trees;
  KnownAskers known;
  world::PlainSecrets secrets;
  app::LooseGate gate;
  NoDocuments documents;
  std::optional<Error> trouble;
  std::unique_ptr<live::LiveNation> live;
  std::unique_ptr<Site> site;
  bool worked = false;
};

TEST_F(TheSite, answers_a_value_with_what_it_means) {
  const auto response = ask("/api/value?unit=VN&element=A04&period=2026-Q1", {{"accept-language", "en"}});
  EXPECT_EQ(response.status, 200U) << response.body;
  EXPECT_EQ(response.route, "/api/value");
  EXPECT_THAT(response.body, HasSubstr("\"value\": 80"));
  EXPECT_THAT(response.body, HasSubstr("\"sequence\": 3"));
  EXPECT_THAT(response.body, HasSubstr("\"tree\": \"2026-03-31\""));
  EXPECT_THAT(response.body, HasSubstr("\"completeness\": {\"units_expected\": 1, \"units_reported\": 1}"));
  EXPECT_THAT(response.body, HasSubstr("\"kind\": \"stock\""));
}

TEST_F(TheSite, answers_rows_to_whoever_would_rather_have_them) {
  const std::string target = "/api/values?unit=VN&element=A04&period=2026-Q1&by=level:2";
  const std::string rows =
      "period,tree,rank,unit,name,value,numerator,denominator,units_expected,units_reported\n"
      "2026-Q1,2026-03-31,1,A,May,80,80,1,1,1\n";
  EXPECT_EQ(ask(target, {{"accept", "text/csv"}}).body, rows);
  EXPECT_EQ(ask(target + "&format=csv").body, rows);
  const auto suffixed = ask("/api/values.csv?unit=VN&element=A04&period=2026-Q1&by=level:2");
  EXPECT_EQ(suffixed.body, rows);
  EXPECT_EQ(suffixed.field("Link"),
            "</api/values?unit=VN&element=A04&period=2026-Q1&by=level%3A2>; rel=\"describedby\"; "
            "type=\"application/json\"");
  EXPECT_THAT(ask(target, {{"accept", "*/*"}}).body, StartsWith("{\"meta\""));
}

TEST_F(TheSite, tells_whoever_has_the_answer_that_it_is_still_true) {
  const std::string target = "/api/value?unit=VN&element=A04&period=2026-Q1";
  const auto first = ask(target);
  ASSERT_FALSE(tag(first).empty());
  const auto again = ask(target, {{"if-none-match", "\"old\", W/" + tag(first)}});
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(tag(again), tag(first));
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(ask("/api/value?unit=P&element=A04&period=2026-Q1", {{"if-none-match", tag(first)}}).status,
            200U);

  import("A,2026-Q1,A04,90\n");
  ASSERT_TRUE(live->follow());
  const auto later = ask(target, {{"if-none-match", tag(first)}});
  EXPECT_EQ(later.status, 200U);
  EXPECT_THAT(later.body, HasSubstr("\"value\": 90"));
}

TEST_F(TheSite, works_the_same_question_out_once) {
  const std::string target = "/api/score?unit=VN&period=2026-Q1&by=child";
  const auto first = ask(target);
  EXPECT_TRUE(worked);
  EXPECT_EQ(first.status, 200U) << first.body;
  const auto second = ask(target);
  EXPECT_FALSE(worked);
  EXPECT_EQ(second.body, first.body);
  (void)ask(target, {{"accept-language", "en"}});
  EXPECT_TRUE(worked) << "another language is another answer";
}

TEST_F(TheSite, answers_in_the_language_of_the_asker) {
  EXPECT_THAT(ask("/api/kinds").body, Not(HasSubstr("grassroots union")));
  EXPECT_NE(ask("/api/kinds").body, ask("/api/kinds", {{"accept-language", "en"}}).body);
}

TEST_F(TheSite, finds_units_page_by_page) {
  const auto page = ask("/api/units?limit=2");
  EXPECT_THAT(page.body, HasSubstr("\"code\": \"A\""));
  EXPECT_THAT(page.body, HasSubstr("\"next\": \"5~P\""));
  const auto last = ask("/api/units?limit=2&after=5~P");
  EXPECT_THAT(last.body, HasSubstr("\"code\": \"VN\""));
  EXPECT_THAT(last.body, HasSubstr("\"next\": null"));
  EXPECT_THAT(ask("/api/units?q=phu").body, HasSubstr("\"code\": \"P\""));
  EXPECT_EQ(ask("/api/units?after=x").status, 400U);
}

TEST_F(TheSite, tells_a_unit_with_its_history_also_after_its_end) {
  const auto standing = ask("/api/units/A");
  EXPECT_THAT(standing.body, HasSubstr("\"stands\": true"));
  EXPECT_THAT(standing.body, HasSubstr("\"path\": [{\"code\": \"VN\""));
  const auto ended = ask("/api/units/B");
  EXPECT_EQ(ended.status, 200U);
  EXPECT_THAT(ended.body, HasSubstr("\"stands\": false"));
  EXPECT_THAT(ended.body, HasSubstr("\"ended\": \"2025-01-01\""));
  EXPECT_THAT(ask("/api/units/P/children").body, Not(HasSubstr("\"code\": \"B\"")));
  EXPECT_THAT(ask("/api/units/P/children?as_of=2024-06-01").body, HasSubstr("\"code\": \"B\""));
}

TEST_F(TheSite, tells_why) {
  const auto response = ask("/api/why?unit=VN&element=A04&period=2026-Q1");
  EXPECT_THAT(response.body, HasSubstr("\"sources_count\": 1"));
  EXPECT_THAT(response.body,
              HasSubstr("\"unit\": \"A\", \"name\": \"May\", \"at\": \"A\", \"line\": \"own\""));
}

TEST_F(TheSite, refuses_what_it_does_not_know) {
  EXPECT_EQ(ask("/api/nothing").status, 404U);
  EXPECT_EQ(ask("/").status, 404U);
  EXPECT_EQ(ask("/api/value.csv/").status, 404U);
  EXPECT_EQ(ask("/api/units/A.csv").status, 404U) << "there are no rows of one unit";
  EXPECT_EQ(ask("/api/value?unit=NO&element=A04&period=2026").status, 404U);
  EXPECT_EQ(ask("/api/value?unit=B&element=A04&period=2026").status, 422U);
  EXPECT_EQ(ask("/api/directives/D9").status, 404U);
  const auto faults = ask("/api/value?unit=VN&perod=x");
  EXPECT_EQ(faults.status, 400U);
  EXPECT_THAT(faults.body, HasSubstr("request.rejected"));
  EXPECT_EQ(ask("/api/values?unit=VN&element=A04&period=2026&until=2025").status, 400U);
}

TEST_F(TheSite, takes_get_and_head_alone) {
  EXPECT_EQ(ask("/api/kinds", {}, "HEAD").status, 200U);
  const auto put = ask("/api/kinds", {}, "PUT");
  EXPECT_EQ(put.status, 405U);
  EXPECT_EQ(put.field("Allow"), "GET, HEAD");
}

TEST_F(TheSite, is_not_read_by_pages_of_strangers) {
  Request request{"r1",        "GET", parse_target("/api/kinds").value(), {{"host", "evil.example:8080"}},
                  "127.0.0.1", {}};
  EXPECT_EQ(site->begin(request).response->status, 421U);
  request.fields = {{"host", "LOCALHOST"}};
  EXPECT_FALSE(site->begin(request).response);
}

TEST_F(TheSite, without_sign_in_answers_nobody_outside_this_machine) {
  const auto status = [&](const std::string& target) {
    const Request request{"r1", "GET", parse_target(target).value(), {{"host", "localhost"}}, "10.0.0.7", {}};
    auto begun = site->begin(request);
    return begun.response ? begun.response->status : begun.work().status;
  };
  EXPECT_EQ(status("/api/value?unit=VN&element=A04&period=2026-Q1"), 401U);
  EXPECT_EQ(status("/metrics"), 403U);
  EXPECT_EQ(status("/api/kinds"), 200U) << "the same for everybody";
}

TEST_F(TheSite, answers_a_defect_with_500_and_tells_the_log_alone) {
  Broken broken;
  site = make(broken);
  const auto response = ask("/api/units");
  EXPECT_EQ(response.status, 500U);
  EXPECT_THAT(response.body, Not(HasSubstr("someone must hold")));
  EXPECT_THAT(response.fault, HasSubstr("someone must hold"));
}

TEST_F(TheSite, says_when_it_does_not_keep_up) {
  EXPECT_EQ(ask("/readyz").body, "ready\n");
  trouble = fail(ErrorCode::store_unreachable, {{"url", "postgresql://secret"}});
  const auto response = ask("/readyz");
  EXPECT_EQ(response.status, 503U);
  EXPECT_THAT(response.body, HasSubstr("store.unreachable"));
  EXPECT_THAT(response.body, Not(HasSubstr("secret")));
  EXPECT_EQ(ask("/healthz").status, 200U);
}

}  // namespace
}  // namespace nucong::http

// A report over HTTP: filled in, sent, returned, mended, accepted, sent on, signed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/workplace_test.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;
using testing::Not;

class TheReport : public testing::Test {
 protected:
  TheReport() {
    Workplace place(file);
    place.settle();
    for (const char* who : {"officer@A1", "officer@A2", "upper_officer@A", "leader@A1", "leader@A"})
      place.appoint(who, cast);
    site = std::make_unique<OpenSite>(file);
  }

  [[nodiscard]] Response as(const std::string& who, const std::string& method, const std::string& target,
                            const std::string& body = {}) {
    return site->ask_as(cast.tokens.at(who), method, "/api/reports/" + target, body);
  }
  /// Saves these boxes over nothing, and sends them.
  void send(const std::string& who, const std::string& report, const std::string& cells) {
    const auto saved =
        as(who, "PUT", report + "/draft", R"({"version": 0, "revision": 0, "cells": [)" + cells + "]}");
    ASSERT_EQ(saved.status, 200U) << saved.body << saved.fault;
    const auto sent = as(who, "POST", report + "/send", R"({"revision": 1})");
    ASSERT_EQ(sent.status, 200U) << sent.body << sent.fault;
  }

  DatabaseFile file;
  Cast cast;
  std::unique_ptr<OpenSite> site;
  const std::string figures = R"({"series": "A03", "value": 120}, {"series": "A04", "value": "81"})";
};

TEST_F(TheReport, is_kept_as_it_is_typed) {
  const auto empty = as("officer@A1", "GET", "A1/2026-Q3");
  EXPECT_THAT(empty.body, HasSubstr(R"("state": "none")"));
  EXPECT_THAT(empty.body, HasSubstr(R"("form": "NC-Q")"));
  const auto saved = as("officer@A1", "PUT", "A1/2026-Q3/draft",
                        R"({"version": 0, "revision": 0, "cells": [{"series": "A04", "value": "81"}]})");
  EXPECT_THAT(saved.body, HasSubstr(R"("revision": 1)")) << saved.body;
  const auto draft = as("officer@A1", "GET", "A1/2026-Q3");
  EXPECT_THAT(draft.body, HasSubstr(R"("state": "draft")"));
  EXPECT_THAT(draft.body, HasSubstr(R"("value": 81, "sent": null)"));
  EXPECT_THAT(draft.body, HasSubstr(R"("by": "Chị officer@A1")"));
}

TEST_F(TheReport, of_two_who_save_asks_the_second) {
  const std::string body = R"({"version": 0, "revision": 0, "cells": [{"series": "A04", "value": 1}]})";
  ASSERT_EQ(as("officer@A1", "PUT", "A1/2026-Q3/draft", body).status, 200U);
  const auto second = as("officer@A1", "PUT", "A1/2026-Q3/draft", body);
  EXPECT_EQ(second.status, 409U);
  EXPECT_THAT(second.body, HasSubstr(R"("revision": "1")"));
  EXPECT_THAT(second.body, HasSubstr(R"("by": "Chị officer@A1")"));
  EXPECT_THAT(as("officer@A1", "GET", "A1/2026-Q3").body, HasSubstr(R"("revision": 1)")) << "nothing lost";
}

TEST_F(TheReport, goes_its_way) {
  send("officer@A1", "A1/2026-Q3", figures);
  EXPECT_THAT(as("upper_officer@A", "GET", "A1/2026-Q3").body, HasSubstr(R"("state": "sent")"));
  EXPECT_THAT(
      site->ask_as(cast.tokens.at("leader@A"), "GET", "/api/value?unit=A&element=A04&period=2026-Q3").body,
      HasSubstr("\"value\": 81"))
      << "in the branch's total as soon as it is sent";

  EXPECT_EQ(as("officer@A1", "POST", "A1/2026-Q3/accept", R"({"version": 1})").status, 403U)
      << "nobody reviews her own";
  EXPECT_EQ(as("upper_officer@A", "POST", "A1/2026-Q3/return", R"({"version": 1, "cells": ["A04"]})").status,
            400U);
  const auto returned = as("upper_officer@A", "POST", "A1/2026-Q3/return",
                           R"({"version": 1, "reason": "thiếu danh sách", "cells": ["A04"]})");
  EXPECT_THAT(returned.body, HasSubstr(R"("state": "returned")")) << returned.body;
  const auto seen = as("officer@A1", "GET", "A1/2026-Q3");
  EXPECT_THAT(seen.body, HasSubstr(R"("note": "thiếu danh sách")"));
  EXPECT_THAT(seen.body, HasSubstr(R"("returned": true)"));

  const auto saved = as("officer@A1", "PUT", "A1/2026-Q3/draft",
                        R"({"version": 1, "revision": 0, "cells": [{"series": "A03", "value": 120}, )"
                        R"({"series": "A04", "value": 82}]})");
  ASSERT_EQ(saved.status, 200U) << saved.body;
  const auto revision = saved.body.substr(saved.body.find("\"revision\": ") + 12, 1);
  ASSERT_EQ(as("officer@A1", "POST", "A1/2026-Q3/send", "{\"revision\": " + revision + "}").status, 200U);
  EXPECT_EQ(as("upper_officer@A", "POST", "A1/2026-Q3/accept", R"({"version": 1})").status, 409U)
      << "she looked at what is no longer the last word";
  EXPECT_THAT(as("upper_officer@A", "POST", "A1/2026-Q3/accept", R"({"version": 2})").body,
              HasSubstr(R"("state": "accepted")"));

  const auto on = as("upper_officer@A", "POST", "A/2026-Q3/send-on", R"({"version": 0, "form": "NC-Q"})");
  EXPECT_THAT(on.body, HasSubstr(R"("received": 1)")) << on.body;
  EXPECT_THAT(on.body, HasSubstr(R"("silent": ["A2"])"));

  const auto made = as("leader@A1", "POST", "A1/2026-Q3/sign", R"({"version": 2})");
  ASSERT_EQ(made.status, 200U) << made.body << made.fault;
  EXPECT_THAT(made.body, HasSubstr(R"("state": "signed")"));
  const auto frozen = as("leader@A1", "GET", "A1/2026-Q3/frozen");
  EXPECT_THAT(frozen.body, HasSubstr("A04=82"));
  EXPECT_THAT(made.body, HasSubstr(std::string(frozen.field("Nucong-Digest"))));
  const auto locked = as("officer@A1", "PUT", "A1/2026-Q3/draft",
                         R"({"version": 2, "revision": 0, "cells": [{"series": "A04", "value": 5}]})");
  EXPECT_THAT(locked.body, HasSubstr("report.signed")) << "until it is opened again";
}

TEST_F(TheReport, that_was_sent_twice_is_there_once) {
  send("officer@A1", "A1/2026-Q3", figures);
  const auto again = as("officer@A1", "POST", "A1/2026-Q3/send", R"({"revision": 1})");
  EXPECT_EQ(again.status, 200U) << again.body;
  EXPECT_THAT(again.body, HasSubstr(R"("unchanged": true)"));
  EXPECT_THAT(again.body, HasSubstr(R"("version": 1)"));
}

TEST_F(TheReport, says_what_is_wrong_with_each_figure) {
  const auto saved = as("officer@A1", "PUT", "A1/2026-Q3/draft",
                        R"({"version": 0, "revision": 0, "cells": [{"series": "A03", "value": 10}, )"
                        R"({"series": "A04", "value": 12}, {"series": "A99", "value": 1}]})");
  EXPECT_EQ(saved.status, 404U) << saved.body;
  EXPECT_THAT(saved.body, HasSubstr("A99"));
  ASSERT_EQ(as("officer@A1", "PUT", "A1/2026-Q3/draft",
               R"({"version": 0, "revision": 0, "cells": [{"series": "A03", "value": 10}, )"
               R"({"series": "A04", "value": 12}]})")
                .status,
            200U);
  const auto sent = as("officer@A1", "POST", "A1/2026-Q3/send", R"({"revision": 1})");
  EXPECT_THAT(sent.body, HasSubstr("report.rule_broken")) << "more women than members";
  EXPECT_THAT(as("officer@A1", "GET", "A1/2026-Q3").body, HasSubstr(R"("state": "draft")")) << "nothing lost";
}

TEST_F(TheReport, is_nobodys_business_elsewhere) {
  send("officer@A1", "A1/2026-Q3", figures);
  EXPECT_EQ(as("officer@A2", "GET", "A1/2026-Q3").status, 403U);
  EXPECT_EQ(
      as("officer@A2", "PUT", "A1/2026-Q3/draft", R"({"version": 1, "revision": 0, "cells": []})").status,
      403U);
  EXPECT_THAT(as("officer@A2", "GET", "A2/2026-Q3").body, Not(HasSubstr("officer@A1")));
}

}  // namespace
}  // namespace nucong::http

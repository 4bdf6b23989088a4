#include "http/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "account/role.hpp"
#include "catalogue/words.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;
using testing::Not;

const app::Words& vi() {
  static const app::Words words(catalogue::load_wording().value(), app::Language::vi);
  return words;
}
const app::Words& en() {
  static const app::Words words(catalogue::load_wording().value(), app::Language::en);
  return words;
}

TEST(Problem, tells_what_happened_in_the_language_of_the_asker) {
  const auto error = fail(ErrorCode::param_missing, {{"name", "period"}}).at({{}, 0, "period"});
  const auto response = problem(error, vi(), "r1");
  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.field("Content-Type"), "application/problem+json; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("\"type\": \"urn:nucong:error:param.missing\""));
  EXPECT_THAT(response.body, HasSubstr("\"detail\": \"Thiếu tham số period\""));
  EXPECT_THAT(response.body, HasSubstr("\"cell\": \"period\""));
  EXPECT_THAT(problem(error, en(), "r1").body, HasSubstr("The parameter period is missing"));
}

TEST(Problem, names_every_deed_that_is_not_allowed_in_words) {
  for (const auto deed : account::all_deeds) {
    const std::string name(account::name_of(deed));
    const auto error = fail(ErrorCode::scope_exceeded, {{"deed", name}, {"unit", "PTH"}});
    EXPECT_THAT(problem(error, vi(), "r1").body, Not(HasSubstr("(" + name + ")")));
    EXPECT_FALSE(problem(error, en(), "r1").body.empty());
  }
}

TEST(Problem, of_each_kind_has_a_title_and_a_status) {
  for (const auto code : {ErrorCode::usage, ErrorCode::access_outside_scope, ErrorCode::unit_unknown,
                          ErrorCode::unit_history_changed, ErrorCode::unit_closed, ErrorCode::server_busy,
                          ErrorCode::store_full, ErrorCode::store_damaged, ErrorCode::defect}) {
    const auto response = problem(Error(code), vi(), "r1");
    EXPECT_GE(response.status, 400U) << dotted(code);
    EXPECT_THAT(response.body, HasSubstr("\"title\": \"")) << dotted(code);
  }
}

TEST(Problem, has_the_status_that_http_keeps_for_it) {
  EXPECT_EQ(status_of(Error(ErrorCode::request_too_slow)), 408U);
  EXPECT_EQ(status_of(Error(ErrorCode::request_body_too_large)), 413U);
  EXPECT_EQ(status_of(Error(ErrorCode::request_target_too_long)), 414U);
  EXPECT_EQ(status_of(Error(ErrorCode::request_too_many)), 429U);
  EXPECT_EQ(status_of(Error(ErrorCode::request_head_too_large)), 431U);
  EXPECT_EQ(status_of(Error(ErrorCode::server_busy)), 503U);
}

TEST(Problem, of_a_document_is_its_senders) {
  const auto damaged = problem(fail(ErrorCode::pdf_damaged, {{"file", "a.pdf"}}), vi(), "r1");
  EXPECT_EQ(damaged.status, 400U);
  EXPECT_THAT(damaged.body, HasSubstr("\"params\": {")) << "told, not logged";
  EXPECT_EQ(status_of(Error(ErrorCode::package_truncated)), 400U);
  EXPECT_EQ(status_of(Error(ErrorCode::pdf_too_large)), 413U);
  EXPECT_THAT(problem(Error(ErrorCode::file_empty), vi(), "r1").body, HasSubstr("\"params\": {"));
  EXPECT_EQ(status_of(Error(ErrorCode::period_too_many)), 400U);
}

TEST(Problem, says_which_methods_and_when_to_come_again) {
  const auto method =
      problem(fail(ErrorCode::route_method, {{"method", "PUT"}, {"allowed", "GET, HEAD"}}), vi(), "");
  EXPECT_EQ(method.status, 405U);
  EXPECT_EQ(method.field("Allow"), "GET, HEAD");
  EXPECT_EQ(problem(fail(ErrorCode::server_busy, {{"seconds", "1"}}), vi(), "").field("Retry-After"), "1");
  for (const auto code : {ErrorCode::store_busy, ErrorCode::store_outcome_unknown}) {
    const auto later = problem(Error(code), vi(), "");
    EXPECT_EQ(later.status, 503U);
    EXPECT_EQ(later.field("Retry-After"), "1");
  }
}

TEST(Problem, keeps_its_causes) {
  const auto error = fail(ErrorCode::request_rejected, {{"count", "2"}})
                         .with_causes({fail(ErrorCode::param_missing, {{"name", "unit"}}),
                                       fail(ErrorCode::period_malformed, {{"text", "q"}})});
  EXPECT_THAT(problem(error, vi(), "").body, HasSubstr("\"code\": \"period.malformed\""));
}

TEST(Problem, tells_the_log_and_not_the_asker_what_went_wrong_inside) {
  const auto store = problem(
      fail(ErrorCode::store_failed, {{"url", "sqlite:/srv/a.db"}, {"detail", "disk I/O error"}}), vi(), "r7");
  EXPECT_EQ(store.status, 500U);
  EXPECT_THAT(store.body, Not(HasSubstr("disk I/O")));
  EXPECT_THAT(store.body, Not(HasSubstr("/srv")));
  EXPECT_THAT(store.body, HasSubstr("r7"));
  EXPECT_THAT(store.fault, HasSubstr("disk I/O"));
  const auto defect = problem(Defect("src/a.cpp:1: x must hold"), vi(), "r8");
  EXPECT_EQ(defect.status, 500U);
  EXPECT_THAT(defect.body, Not(HasSubstr("a.cpp")));
  EXPECT_THAT(defect.fault, HasSubstr("a.cpp"));
}

}  // namespace
}  // namespace nucong::http

#include "http/measures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nucong::http {
namespace {

using testing::HasSubstr;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""us;
using std::chrono_literals::operator""s;

TEST(Measures, counts_by_route_and_status) {
  Measures measures;
  measures.answered("/api/value", 200, 2ms, 100);
  measures.answered("/api/value", 200, 3s, 50);
  measures.answered("/api/value", 404, 1us, 10);
  measures.answered("", 404, 1us, 0);
  const auto text = measures.text();
  EXPECT_THAT(text, HasSubstr("nucong_http_requests_total{route=\"/api/value\",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("nucong_http_requests_total{route=\"/api/value\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("nucong_http_requests_total{route=\"none\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("nucong_http_response_bytes_total{route=\"/api/value\"} 160\n"));
}

TEST(Measures, of_time_stand_in_buckets_that_run_up) {
  Measures measures;
  measures.answered("/r", 200, 500us, 0);
  measures.answered("/r", 200, 2ms, 0);
  measures.answered("/r", 200, 3s, 0);
  const auto text = measures.text();
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/r\",le=\"0.0005\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/r\",le=\"0.0025\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/r\",le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("_count{route=\"/r\"} 3\n"));
}

}  // namespace
}  // namespace nucong::http

#include "http/given.hpp"

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

using Kind = Given::Kind;

Given text(std::string of) {
  return {Kind::text, std::move(of), {}, {}};
}

TEST(Given, is_what_was_written) {
  const auto given =
      read_given(R"({"a": "Nữ \"đoàn\" viên", "b": [1, -2.50, 1e3, true, null], "c": {}})").value();
  EXPECT_EQ(given.kind, Kind::object);
  ASSERT_EQ(given.members.size(), 3U);
  EXPECT_EQ(given.members[0].second, text("Nữ \"đoàn\" viên"));
  const auto& list = given.members[1].second.list;
  ASSERT_EQ(list.size(), 5U);
  EXPECT_EQ(list[0], (Given{Kind::number, "1", {}, {}}));
  EXPECT_EQ(list[1].text, "-2.50") << "every digit";
  EXPECT_EQ(list[3], (Given{Kind::truth, "true", {}, {}}));
  EXPECT_EQ(list[4].kind, Kind::nothing);
  EXPECT_EQ(given.members[2].second.kind, Kind::object);
}

TEST(Given, of_nothing_is_an_object_without_members) {
  EXPECT_EQ(read_given("").value().kind, Kind::object);
  EXPECT_EQ(read_given(" \n").value().kind, Kind::object);
}

TEST(Given, keeps_numbers_that_no_double_holds) {
  const auto given = read_given("[12345678901234567890.123456789]").value();
  EXPECT_EQ(given.list.at(0).text, "12345678901234567890.123456789");
}

TEST(Given, says_where_it_is_no_json) {
  const auto at = [](std::string_view body) {
    const auto read = read_given(body);
    return read.has_value() ? std::string("read") : read.error().params().front().value;
  };
  EXPECT_EQ(at("{\"a\" 1}"), "5");
  EXPECT_NE(at("{\"a\": 1} x"), "read");
  EXPECT_NE(at("{"), "read");
  EXPECT_NE(at("\"\xff\""), "read") << "no UTF-8";
  EXPECT_NE(at("[[[[[[[[[1]]]]]]]]]"), "read") << "too deep";
  EXPECT_EQ(at("[[[[[[[1]]]]]]]"), "read");
}

}  // namespace
}  // namespace nucong::http

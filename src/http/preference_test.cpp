#include "http/preference.hpp"

#include <array>

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

constexpr std::array<std::string_view, 2> media = {"application/json", "text/csv"};

TEST(Preference, is_what_is_liked_best) {
  EXPECT_EQ(preferred("text/csv", media), 1U);
  EXPECT_EQ(preferred("application/json;q=0.5, text/csv", media), 1U);
  EXPECT_EQ(preferred("text/csv;q=0.4,application/json;q=0.5", media), 0U);
  EXPECT_EQ(preferred("text/*", media), 1U);
}

TEST(Preference, of_a_browser_that_takes_anything_is_the_first_offer) {
  EXPECT_EQ(preferred("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", media), 0U);
  EXPECT_EQ(preferred("", media), 0U);
  EXPECT_EQ(preferred("image/png", media), 0U);
}

TEST(Preference, the_closer_range_counts) {
  EXPECT_EQ(preferred("*/*, application/json;q=0.1", media), 1U);
}

TEST(Preference, that_cannot_be_read_is_none) {
  EXPECT_EQ(preferred("text/csv;q=high,;;,=", media), 0U);
  EXPECT_EQ(preferred(std::string(100000, ','), media), 0U);
}

TEST(Preference, speaks_vietnamese_unless_english_is_liked_better) {
  EXPECT_EQ(preferred_language(""), app::Language::vi);
  EXPECT_EQ(preferred_language("fr"), app::Language::vi);
  EXPECT_EQ(preferred_language("en-GB,en;q=0.9"), app::Language::en);
  EXPECT_EQ(preferred_language("vi-VN,vi;q=0.9,en-US;q=0.6,en;q=0.5"), app::Language::vi);
  EXPECT_EQ(preferred_language("en;q=0.3, vi;q=0.2"), app::Language::en);
}

}  // namespace
}  // namespace nucong::http

#include "http/under_way.hpp"

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

TEST(UnderWay, a_key_is_taken_as_long_as_its_request_is_answered) {
  UnderWay all;
  {
    const auto first = all.begin("7 k1");
    EXPECT_TRUE(first);
    EXPECT_FALSE(all.begin("7 k1")) << "the same again";
    EXPECT_TRUE(all.begin("8 k1")) << "of somebody else";
  }
  EXPECT_TRUE(all.begin("7 k1")) << "afterwards it is looked up what was answered";
}

}  // namespace
}  // namespace nucong::http

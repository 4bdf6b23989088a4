#include "account/user_name.hpp"

#include <gtest/gtest.h>

namespace nucong::account {
namespace {

TEST(UserName, is_the_same_however_it_is_typed) {
  for (const auto* typed : {"lan.nguyen", " LAN.Nguyen ", "Lan.Nguyễn", "Lan.Nguye\u0302\u0303n"})
    EXPECT_EQ(UserName::parse(typed).value().str(), "lan.nguyen") << typed;
  EXPECT_EQ(UserName::parse("Đào-2").value().str(), "dao-2");
  EXPECT_LT(UserName::parse("an.le").value(), UserName::parse("binh").value());
}

TEST(UserName, refuses_what_has_not_its_shape) {
  for (const auto* typed : {"", "ab", "2lan", ".lan", "lan.", "lan nguyen", "lan@vn", "lan/../x", "ла́н",
                            "a123456789012345678901234567890123"})
    EXPECT_EQ(UserName::parse(typed).error().code(), ErrorCode::account_name_malformed) << typed;
  EXPECT_EQ(UserName::parse(std::string(100'000, 'a')).error().code(), ErrorCode::account_name_malformed);
  EXPECT_EQ(UserName::parse("lan\xff").error().code(), ErrorCode::text_not_utf8);
  EXPECT_TRUE(UserName::parse(std::string(32, 'a')).has_value());
}

}  // namespace
}  // namespace nucong::account

#include "account/recovery_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/error.hpp"

namespace nucong::account {
namespace {

TEST(RecoveryCode, is_sixteen_letters_in_fours) {
  EXPECT_EQ(recovery_code(std::string(10, '\0')), "0000-0000-0000-0000");
  EXPECT_EQ(recovery_code(std::string(10, '\xff')), "zzzz-zzzz-zzzz-zzzz");
  EXPECT_EQ(recovery_code(std::string("\x08", 1) + std::string(9, '\0')), "1000-0000-0000-0000");
  EXPECT_THROW(static_cast<void>(recovery_code("short")), Defect);
}

TEST(RecoveryCode, reads_what_people_make_of_it) {
  EXPECT_EQ(normal_recovery_code("0000-1111-zzzz-9999"), "00001111zzzz9999");
  EXPECT_EQ(normal_recovery_code(" oOo0 iIlL ZZZZ 9999 "), "00001111zzzz9999");
  for (const auto* wrong :
       {"", "123456", "0000-1111-zzzz-999", "0000-1111-zzzz-99999", "0000-1111-zzzu-9999"})
    EXPECT_EQ(normal_recovery_code(wrong), std::nullopt) << wrong;
}

RC_GTEST_PROP(RecoveryCode, what_is_made_is_read, ()) {
  const auto random = *rc::gen::container<std::string>(recovery_code_bytes, rc::gen::arbitrary<char>());
  const auto code = recovery_code(random);
  auto plain = code;
  std::erase(plain, '-');
  RC_ASSERT(normal_recovery_code(code) == plain);
}

}  // namespace
}  // namespace nucong::account

#include "catalogue/words.hpp"

#include <gtest/gtest.h>

namespace nucong::catalogue {
namespace {

TEST(Wording, every_error_code_has_words_in_both_languages) {
  const auto words = load_wording().value();
#define X(id, dotted, kind)                                               \
  ASSERT_TRUE(words.contains("error." dotted)) << dotted;                 \
  EXPECT_FALSE(words.find("error." dotted)->second.vi.empty()) << dotted; \
  EXPECT_FALSE(words.find("error." dotted)->second.en.empty()) << dotted;
  NUCONG_ERROR_CODES(X)
#undef X
}

}  // namespace
}  // namespace nucong::catalogue

#include "app/words.hpp"

#include <gtest/gtest.h>

#include "base/result.hpp"

namespace nucong::app {
namespace {

const Words words({{"error.unit.unknown",
                    {"Không có “{unit}”[. Gần nhất: {nearest}]", "No “{unit}”[. Nearest: {nearest}]"}},
                   {"deed.remind", {"nhắc", "remind"}},
                   {"told", {"Không được {=deed}[ {unit}]", "May not {=deed}[ {unit}]"}},
                   {"error.table.rejected", {"Còn {count} chỗ", "{count} places"}}},
                  Language::vi);

TEST(Words, leave_a_bracketed_part_out_when_its_param_is_missing) {
  EXPECT_EQ(words.text("error.unit.unknown", {{"unit", "X"}}), "Không có “X”");
  EXPECT_EQ(words.text("error.unit.unknown", {{"unit", "X"}, {"nearest", "Y"}}), "Không có “X”. Gần nhất: Y");
}

TEST(Words, do_not_fill_in_what_a_value_brings_along) {
  EXPECT_EQ(words.text("error.unit.unknown", {{"unit", "{nearest}[x]"}, {"nearest", "Y"}}),
            "Không có “{nearest}[x]”. Gần nhất: Y");
}

TEST(Words, tell_a_param_in_words_of_its_own_where_the_wording_says_so) {
  EXPECT_EQ(words.text("told", {{"deed", "remind"}}), "Không được nhắc");
  EXPECT_THROW((void)words.text("told", {{"deed", "sing"}}), Defect);
}

TEST(Words, an_error_is_told_with_place_message_and_code_and_its_causes_below) {
  const Error cause = fail(ErrorCode::unit_unknown, {{"unit", "X"}}).at({"", 12, "unit"});
  const Error error =
      fail(ErrorCode::table_rejected, {{"count", "1"}}).at({"in.csv", 0, {}}).with_causes({cause});
  EXPECT_EQ(words.message(error),
            "in.csv: Còn 1 chỗ [table.rejected]\n  in.csv:12:unit: Không có “X” [unit.unknown]");
}

TEST(Words, a_key_that_is_not_there_is_a_defect) {
  EXPECT_THROW((void)words.text("no.such"), Defect);
}

}  // namespace
}  // namespace nucong::app

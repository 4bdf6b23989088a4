#include "report/submission.hpp"

#include <gtest/gtest.h>

namespace nucong::report {
namespace {

const indicator::Elements elements =
    indicator::Elements::make(
        {{.code = "A04", .name = "women", .periods = {PeriodKind::quarter}, .splits = {"sector"}},
         {.code = "F01b", .name = "money", .periods = {PeriodKind::quarter}}},
        {{"sector", "", "", {{"fdi", "", ""}}}})
        .value();

TEST(Pack, is_readable_text_that_reads_back) {
  std::vector<Figure> figures = {{elements.parse_series("A04").value(), 120, "sáp nhập\nhai đơn vị"},
                                 {elements.parse_series("A04[sector=fdi]").value(), 0, ""},
                                 {elements.parse_series("F01b").value(), -5, ""}};
  EXPECT_EQ(pack(figures, elements), "A04=120 A04[sector=fdi]=0 F01b=-5");
  EXPECT_EQ(pack_reasons(figures, elements), "A04\tsáp nhập hai đơn vị\n");
  Unpacker unpacker(elements);
  std::vector<Figure> back;
  ASSERT_TRUE(unpacker.unpack(pack(figures, elements), back).has_value());
  ASSERT_TRUE(unpacker.unpack_reasons(pack_reasons(figures, elements), back).has_value());
  figures[0].reason = "sáp nhập hai đơn vị";
  EXPECT_EQ(back, figures);
}

TEST(Pack, text_that_is_not_ours_is_damage) {
  Unpacker unpacker(elements);
  std::vector<Figure> out;
  for (const auto* text : {"A04", "A04=", "A04=x", "A04=1.5", "Z99=1", "A04=1  F01b=2", "=1"})
    EXPECT_EQ(unpacker.unpack(text, out).error().code(), ErrorCode::store_damaged) << text;
}

}  // namespace
}  // namespace nucong::report

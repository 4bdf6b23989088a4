#include "answer/view.hpp"

#include <gtest/gtest.h>

namespace nucong::answer {
namespace {

const View view{
    {{"unit", "Đơn vị", Align::left, 6}, {"value", "Số", Align::right, 3}},
    {{"Thừa Thiên Huế", Decimal{1234567}}, {"=cmd()", Decimal{5}}, {"a,\"b\"", std::monostate{}}}};

TEST(View, aligns_vietnamese_by_what_is_seen) {
  EXPECT_EQ(as_table(view, 0, NumberStyle::vietnamese),
            "Đơn vị                 Số\n──────────────  ─────────\nThừa Thiên Huế  1.234.567\n=cmd()         "
            "         5\na,\"b\"\n");
}

TEST(View, cuts_the_widest_column_to_fit) {
  EXPECT_EQ(as_table(view, 19, NumberStyle::vietnamese),
            "Đơn vị           Số\n────────  ─────────\nThừa Th…  1.234.567\n=cmd()            5\na,\"b\"\n");
}

TEST(View, csv_quotes_and_disarms_formulas) {
  EXPECT_EQ(as_csv(view), "unit,value\nThừa Thiên Huế,1234567\n'=cmd(),5\n\"a,\"\"b\"\"\",\n");
}

TEST(View, json_is_an_array_of_objects) {
  EXPECT_NE(as_json(view).find("\"value\": 1234567"), std::string::npos);
  EXPECT_NE(as_json(view).find("\"value\": null"), std::string::npos);
}

}  // namespace
}  // namespace nucong::answer

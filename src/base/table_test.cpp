#include "base/table.hpp"

#include <gtest/gtest.h>

namespace nucong {
namespace {

Table csv(const std::vector<std::string>& heading) {
  Table table{"units.csv", "", {{1, {}}, {3, {{"a"}, {"b"}}}}};
  for (const auto& name : heading) table.rows[0].cells.push_back({name});
  return table;
}

TEST(TableColumns, are_found_by_folded_names_in_any_order) {
  const Table table = csv({"Tên", "Mã"});
  const auto columns = TableColumns::find(table, {"ma", "ten"}, {});
  ASSERT_TRUE(columns.has_value());
  EXPECT_EQ(columns.value().text(table.rows[1], "ten"), "a");
}

TEST(TableColumns, say_what_is_missing_unknown_or_twice) {
  EXPECT_EQ(TableColumns::find(csv({"code"}), {"code", "name"}, {}).error().code(),
            ErrorCode::table_column_missing);
  EXPECT_EQ(TableColumns::find(csv({"code", "nmae"}), {"code"}, {"name"}).error().code(),
            ErrorCode::table_column_unknown);
  EXPECT_EQ(TableColumns::find(csv({"code", "Code"}), {"code"}, {}).error().code(),
            ErrorCode::table_column_twice);
  EXPECT_EQ(TableColumns::find({"x.csv", "", {}}, {"code"}, {}).error().code(), ErrorCode::table_empty);
}

TEST(Table, a_place_is_a_cell_in_a_sheet_and_a_heading_in_a_csv) {
  Table table = csv({"code", "name"});
  EXPECT_EQ(table.place(table.rows[1], 1), (Place{"units.csv", 3, "name"}));
  table.sheet = "Sheet1";
  EXPECT_EQ(table.place(table.rows[1], 27), (Place{"units.csv", 3, "AB3"}));
}

}  // namespace
}  // namespace nucong

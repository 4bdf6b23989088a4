#include "sheet/table_file.hpp"

#include <gtest/gtest.h>

#include "sheet/workbook_fixture.hpp"

namespace nucong::sheet {
namespace {

TEST(ReadTable, goes_by_the_content_not_by_the_name) {
  const Table sheet = read_table(workbook_of("<row><c><v>1</v></c></row>"), "really.csv").value();
  EXPECT_EQ(sheet.sheet, "Sheet1");
  EXPECT_EQ(sheet.rows.at(0).cells.at(0).kind, CellKind::number);
  const Table csv = read_table("a;b\n1;2\n", "really.xlsx").value();
  EXPECT_EQ(csv.sheet, "");
  EXPECT_EQ(csv.rows.at(1).cells.at(1).kind, CellKind::text);
}

TEST(ReadTable, refuses_an_empty_table_of_either_kind) {
  EXPECT_EQ(read_table("", "a").error().code(), ErrorCode::table_empty);
  const Error empty = read_table(workbook_of(""), "a.xlsx").error();
  EXPECT_EQ(empty.code(), ErrorCode::table_empty);
  EXPECT_EQ(empty.place().file, "a.xlsx");
}

TEST(ReadTable, tells_an_old_or_encrypted_workbook) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(read_table(bytes, "a.xls").error().code(), ErrorCode::package_old_format);
  bytes.resize(1024);
  for (const char letter : std::string("EncryptedPackage")) bytes += std::string{letter, '\0'};
  EXPECT_EQ(read_table(bytes, "a.xlsx").error().code(), ErrorCode::package_encrypted);
}

}  // namespace
}  // namespace nucong::sheet

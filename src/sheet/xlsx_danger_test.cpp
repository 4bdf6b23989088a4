// Workbooks that are cut off, are something else, or were made to do harm.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheet/workbook_fixture.hpp"
#include "sheet/xlsx.hpp"

namespace nucong::sheet {
namespace {

using namespace std::string_view_literals;

Error error(std::string_view bytes) {
  return read_xlsx(bytes, "a.xlsx").error();
}
std::string what(const Error& error) {
  return error.params().empty() ? "" : error.params().front().value;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(ReadXlsx, tells_a_truncated_file_wherever_it_was_cut) {
  const std::string whole = workbook_of("<row><c><v>1</v></c></row>");
  for (std::size_t size = 4; size < whole.size(); ++size)
    ASSERT_EQ(error(std::string_view(whole).substr(0, size)).code(), ErrorCode::package_truncated) << size;
  EXPECT_EQ(error(std::string_view(whole).substr(0, 9)).place().file, "a.xlsx");
}

TEST(ReadXlsx, survives_any_changed_byte) {
  const std::string whole = workbook_of("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>x</t></si>");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bent = whole;
    bent[at] = static_cast<char>(bent[at] ^ 0x41);
    static_cast<void>(read_xlsx(bent, "a.xlsx").has_value());
  }
}

TEST(ReadXlsx, refuses_what_is_no_workbook) {
  EXPECT_EQ(error("").code(), ErrorCode::xlsx_not_xlsx);
  EXPECT_EQ(error("a,b\n").code(), ErrorCode::xlsx_not_xlsx);
  EXPECT_EQ(error(zip_of({{"photo.jpg", "x"}})).code(), ErrorCode::xlsx_not_xlsx);
  auto document = workbook_entries({}, {});
  set_entry(document, "xl/workbook.xml", "<w:document/>");
  EXPECT_EQ(error(zip_of(document)).code(), ErrorCode::xlsx_not_xlsx);
  EXPECT_EQ(error("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"sv).code(), ErrorCode::package_old_format);
}

TEST(ReadXlsx, names_the_damaged_part) {
  for (const auto* part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
                           "xl/worksheets/sheet1.xml"}) {
    auto entries = workbook_entries({}, {});
    set_entry(entries, part, "<workbook><a></b></workbook>");
    const Error damaged = error(zip_of(entries));
    EXPECT_EQ(damaged.code(), ErrorCode::package_damaged) << part;
    EXPECT_EQ(what(damaged), part);
  }
}

TEST(ReadXlsx, refuses_broken_cells_and_rows) {
  for (const auto* rows :
       {"<row><c><v>1,5</v></c></row>", "<row><c><v>nan</v></c></row>", "<row><c t=\"s\"><v>0</v></c></row>",
        "<row><c r=\"7\"><v>1</v></c></row>", "<row r=\"x\"/>", "<row r=\"0\"/>",
        "<row r=\"2\"/><row r=\"2\"/>", "<row><c></row>", "<row", "</row>", "<row><c><v>1</v></c a='></row>"})
    EXPECT_EQ(error(workbook_of(rows)).code(), ErrorCode::package_damaged) << rows;
}

TEST(ReadXlsx, refuses_document_types) {
  auto entries = workbook_entries({}, {});
  const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";
  set_entry(entries, "xl/worksheets/sheet1.xml", bomb + "<worksheet><sheetData/></worksheet>");
  EXPECT_EQ(error(zip_of(entries)).code(), ErrorCode::package_damaged);
  entries = workbook_entries({}, {});
  set_entry(entries, "xl/workbook.xml", bomb + "<workbook/>");
  EXPECT_EQ(error(zip_of(entries)).code(), ErrorCode::package_damaged);
}

TEST(ReadXlsx, stops_unpacking_a_bomb) {
  auto entries = workbook_entries({}, {});
  set_entry(entries, "xl/worksheets/sheet1.xml", std::string(300ULL << 20, '\0'));
  const Error bomb = error(zip_of(entries));
  EXPECT_EQ(bomb.code(), ErrorCode::package_too_large);
  EXPECT_THAT(what(bomb), testing::AnyOf("ratio", "entry"));  // as dense as zlib makes it
}

TEST(ReadXlsx, refuses_too_many_entries_rows_and_columns) {
  auto entries = workbook_entries({}, {});
  for (int i = 0; i < 2000; ++i) entries.push_back({"x" + std::to_string(i), ""});
  EXPECT_EQ(what(error(zip_of(entries))), "entries");
  EXPECT_EQ(what(error(workbook_of("<row r=\"1048577\"/>"))), "rows");
  EXPECT_EQ(what(error(workbook_of("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"))), "columns");
  EXPECT_EQ(what(error(workbook_of("<row r=\"1\"><c r=\"ZZZZZZZZZZZZZZZZZZZZ1\"/></row>"))), "columns");
  EXPECT_TRUE(read_xlsx(workbook_of("<row r=\"1048576\"><c r=\"XFD1\"><v>1</v></c></row>"), "a").has_value());
}

TEST(ReadXlsx, refuses_tags_without_end) {
  EXPECT_EQ(error(workbook_of(repeated("<a>", 100'000))).code(), ErrorCode::package_damaged);
}

}  // namespace
}  // namespace nucong::sheet

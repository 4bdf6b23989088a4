#include "sheet/xlsx.hpp"

#include <gtest/gtest.h>

#include "sheet/workbook_fixture.hpp"

namespace nucong::sheet {
namespace {

std::vector<TableRow> rows_of(const std::string& bytes) {
  return read_xlsx(bytes, "a.xlsx").value().at(0).rows;
}

Cell one_cell(std::string_view cell, std::string_view shared = {}) {
  const auto rows = rows_of(workbook_of("<row r=\"1\">" + std::string(cell) + "</row>", shared));
  return rows.empty() ? Cell{} : rows.at(0).cells.at(0);
}

Error error(const std::string& bytes) {
  return read_xlsx(bytes, "a.xlsx").error();
}

TEST(ReadXlsx, reads_every_kind_of_cell) {
  EXPECT_EQ(one_cell("<c r=\"A1\"><v>12</v></c>"), (Cell{"12", CellKind::number}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"n\"><v>1.2345E+2</v></c>"), (Cell{"123.45", CellKind::number}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"b\"><v>1</v></c>"), (Cell{"TRUE", CellKind::text}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"b\"><v>0</v></c>"), (Cell{"FALSE", CellKind::text}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"d\"><v>2026-09-30</v></c>"), (Cell{"2026-09-30", CellKind::text}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"inlineStr\"><is><t>Lan</t></is></c>"), (Cell{"Lan", CellKind::text}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"s\"><v>1</v></c>", "<si><t>a</t></si><si><t>b</t></si>").text, "b");
}

TEST(ReadXlsx, takes_the_remembered_value_of_a_formula) {
  EXPECT_EQ(one_cell("<c r=\"A1\"><f>SUM(B1:B2)</f><v>7</v></c>"), (Cell{"7", CellKind::number}));
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"str\"><f>B1</f><v>x &amp; y</v></c>"), (Cell{"x & y", CellKind::text}));
  EXPECT_EQ(one_cell("<c r=\"A1\"><f>B1</f></c>"), Cell{});
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"str\"><f>B1</f><v></v></c>"), Cell{});
}

TEST(ReadXlsx, joins_runs_and_leaves_phonetic_hints_out) {
  const auto* rich =
      "<si><r><t>Nữ</t></r><r><t xml:space=\"preserve\"> </t></r><r><t>công</t></r><rPh><t>x</t></rPh></si>";
  EXPECT_EQ(one_cell("<c r=\"A1\" t=\"s\"><v>0</v></c>", rich).text, "Nữ công");
}

TEST(ReadXlsx, composes_trims_and_unescapes_text) {
  EXPECT_EQ(one_cell("<c t=\"inlineStr\"><is><t> Nu\xCC\x9B\xCC\x83 </t></is></c>").text, "Nữ");
  EXPECT_EQ(one_cell("<c t=\"inlineStr\"><is><t>a_x000A_b_x005F_x000A_ _xZZZZ_</t></is></c>").text,
            "a\nb_x000A_ _xZZZZ_");
  EXPECT_EQ(one_cell("<c t=\"inlineStr\"><is><t><![CDATA[a</row>b]]></t></is></c>").text, "a</row>b");
}

TEST(ReadXlsx, keeps_row_numbers_and_columns_and_leaves_blank_rows_out) {
  const auto rows =
      rows_of(workbook_of("<row r=\"2\"><c r=\"C2\"><v>1</v></c><c r=\"D2\"/></row>"
                          "<row r=\"3\"><c r=\"A3\"/></row><row r=\"4\"/>"
                          "<row r=\"9\" x=\"a>b\"><c><v>5</v></c><c><v>6</v></c></row>"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (TableRow{2, {{}, {}, {"1", CellKind::number}}}));
  EXPECT_EQ(rows[1], (TableRow{9, {{"5", CellKind::number}, {"6", CellKind::number}}}));
}

TEST(ReadXlsx, reads_prefixed_names_and_passes_over_comments) {
  auto entries = workbook_entries({}, {});
  set_entry(
      entries, "xl/worksheets/sheet1.xml",
      "<!-- <row> "
      "--><x:worksheet><x:sheetData><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>");
  EXPECT_EQ(rows_of(zip_of(entries)).at(0).cells.at(0).text, "3");
}

TEST(ReadXlsx, keeps_the_order_of_the_workbook_and_leaves_hidden_sheets_out) {
  auto entries = workbook_entries({}, {});
  set_entry(
      entries, "xl/workbook.xml",
      "<workbook><sheets><sheet name=\"Hai\" r:id=\"b\"/><sheet name=\"x\" state=\"hidden\" r:id=\"c\"/>"
      "<sheet name=\"Một\" r:id=\"a\"/><sheet name=\"Biểu đồ\" r:id=\"d\"/></sheets></workbook>");
  set_entry(entries, "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"/xl/one.xml\"/>"
            "<Relationship Id=\"b\" Type=\"t/worksheet\" Target=\"./worksheets/../two.xml\"/>"
            "<Relationship Id=\"d\" Type=\"t/chartsheet\" Target=\"d.xml\"/></Relationships>");
  set_entry(entries, "xl/one.xml",
            "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
  set_entry(entries, "xl/Two.xml",
            "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>");
  const auto tables = read_xlsx(zip_of(entries), "a.xlsx").value();
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].sheet, "Hai");
  EXPECT_EQ(tables[0].rows.at(0).cells.at(0).text, "2");
  EXPECT_EQ(tables[1].sheet, "Một");
  EXPECT_EQ(tables[1].file, "a.xlsx");
}

TEST(ReadXlsx, never_follows_a_link_out_of_the_file) {
  auto entries = workbook_entries({}, {});
  set_entry(entries, "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" TargetMode=\"External\" "
            "Target=\"file:///etc/passwd\"/></Relationships>");
  EXPECT_EQ(error(zip_of(entries)).code(), ErrorCode::package_damaged);
}

TEST(ReadXlsx, says_which_cell_holds_an_error) {
  const Error broken = error(workbook_of("<row r=\"7\"><c r=\"C7\" t=\"e\"><f>B1</f><v>#REF!</v></c></row>"));
  EXPECT_EQ(broken.code(), ErrorCode::xlsx_formula_error);
  EXPECT_EQ(broken.place(), (Place{"a.xlsx", 7, "C7"}));
  EXPECT_EQ(broken.params(), (std::vector<ErrorParam>{{"text", "#REF!"}}));
}

TEST(ReadXlsx, says_which_cell_is_no_utf8) {
  const Error legacy =
      error(workbook_of("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>N\xF9</t></is></c></row>"));
  EXPECT_EQ(legacy.code(), ErrorCode::text_not_utf8);
  EXPECT_EQ(legacy.place(), (Place{"a.xlsx", 2, "B2"}));
  EXPECT_EQ(error(workbook_of({}, "<si><t>\xF9</t></si>")).code(), ErrorCode::text_not_utf8);
}

TEST(ReadXlsx, the_first_sheet_is_read_whatever_the_others_hold) {
  auto entries = workbook_entries("<row><c><v>1</v></c></row>", {});
  set_entry(entries, "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"B\" "
            "r:id=\"b\"/></sheets></workbook>");
  set_entry(entries, "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"b\" Type=\"t/worksheet\" Target=\"absent.xml\"/></Relationships>");
  const std::string bytes = zip_of(entries);
  EXPECT_EQ(read_xlsx_first_sheet(bytes, "a.xlsx").value().rows.size(), 1U);
  EXPECT_EQ(error(bytes).code(), ErrorCode::package_damaged);
}

}  // namespace
}  // namespace nucong::sheet

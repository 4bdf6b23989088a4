#include "sheet/form.hpp"

#include <gtest/gtest.h>

#include "ooxml/zip_archive.hpp"
#include "sheet/csv.hpp"
#include "sheet/table_file.hpp"

namespace nucong::sheet {
namespace {

using report::FormLine;
using Role = FormLine::Role;

report::FormSheet example() {
  report::FormSheet form{"NC-01",   "Báo cáo công tác nữ công & bình đẳng giới",
                         "CĐ<01>",  "Công đoàn Công ty \"Hoà Bình\"",
                         "2026-Q3", "2026-Q2",
                         {}};
  form.lines = {
      {.role = Role::heading, .title = "I. Đoàn viên"},
      {.code = "A04", .title = "Nữ đoàn viên", .unit_of_measure = "người", .last = 120, .current = 125},
      {.code = "A05", .title = "Trong đó: mới", .unit_of_measure = "người", .last = 3},
      {.role = Role::total, .code = "A00", .title = "Cộng", .addends = {1, 2}},
      {.code = "B01",
       .title = "Kinh phí",
       .unit_of_measure = "triệu đồng",
       .decimals = 1,
       .current = Decimal::scaled(125, 1)}};
  return form;
}

Table written(const report::FormSheet& form) {
  return read_table(write_form(form).value(), "form.xlsx").value();
}

std::string part_of(const std::string& bytes, const std::string& part) {
  return ooxml::ZipArchive::open(bytes, {}).value().read(part).value();
}

TEST(Form, comes_back_with_its_codes_values_and_places) {
  const auto form = read_form(written(example())).value();
  EXPECT_EQ(form.form_code, "NC-01");
  EXPECT_EQ(form.unit_code, "CĐ<01>");
  EXPECT_EQ(form.period, "2026-Q3");
  ASSERT_EQ(form.lines.size(), 4U);
  EXPECT_EQ(form.lines[0].code, "A04");
  EXPECT_EQ(form.lines[0].value, (Cell{"125", CellKind::number}));
  EXPECT_EQ(form.lines[0].value_place, (Place{"form.xlsx", 8, "E8"}));
  EXPECT_EQ(form.lines[0].code_place, (Place{"form.xlsx", 8, "A8"}));
  EXPECT_EQ(form.lines[1].value, Cell{});
  EXPECT_EQ(form.lines[2].code, "A00");
  EXPECT_EQ(form.lines[2].value, (Cell{"125", CellKind::number}));
  EXPECT_EQ(form.lines[3].value, (Cell{"12.5", CellKind::number}));
}

TEST(Form, has_totals_as_formulas_with_their_values) {
  const std::string sheet = part_of(write_form(example()).value(), "xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<f>SUM(E8:E9)</f><v>125</v>"), std::string::npos) << sheet;
}

TEST(Form, is_locked_but_for_its_boxes_and_checks_them) {
  const std::string bytes = write_form(example()).value();
  const std::string sheet = part_of(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<sheetProtection sheet=\"1\""), std::string::npos);
  EXPECT_NE(sheet.find("sqref=\"E8\""), std::string::npos);
  EXPECT_NE(sheet.find("sqref=\"E11\""), std::string::npos);
  EXPECT_EQ(sheet.find("sqref=\"E10\""), std::string::npos);  // the total
  EXPECT_NE(part_of(bytes, "xl/styles.xml").find("locked=\"0\""), std::string::npos);
}

TEST(Form, is_found_again_when_rows_and_columns_were_moved) {
  Table table = written(example());
  for (auto& row : table.rows) row.cells.insert(row.cells.begin(), {{}, {}});
  table.rows.insert(table.rows.begin(), TableRow{1, {{"Gửi anh Kỳ"}}});
  const auto form = read_form(table).value();
  EXPECT_EQ(form.period, "2026-Q3");
  EXPECT_EQ(form.lines.at(0).value.text, "125");
  EXPECT_EQ(form.lines.at(0).value_place.cell, "G8");
}

TEST(Form, saved_as_csv_by_excel_is_still_a_form) {
  const auto table = read_csv(
      "Tên;;;;;\nBiểu mẫu;NC-01;;;;\nĐơn vị;U1;Tên;;;\nKỳ;2026-Q3;;;;\n"
      "Mã;Nội dung;ĐVT;Kỳ trước (2026-Q2);Kỳ này (2026-Q3);Ghi chú / lý do\n"
      "A04;Nữ;người;1.200;1.234;tăng do sáp nhập\n",
      "form.csv");
  const auto form = read_form(table.value()).value();
  ASSERT_EQ(form.lines.size(), 1U);
  EXPECT_EQ(form.lines[0].value, (Cell{"1.234", CellKind::text}));
  EXPECT_EQ(form.lines[0].reason.text, "tăng do sáp nhập");
  EXPECT_EQ(form.lines[0].value_place.line, 6U);
}

TEST(ReadForm, says_which_label_is_missing) {
  for (const auto* label : {"Biểu mẫu", "Đơn vị", "Kỳ"}) {
    Table table = written(example());
    for (auto& row : table.rows)
      if (row.cells[0].text == label) row.cells[0].text = "?";
    const Error error = read_form(table).error();
    EXPECT_EQ(error.code(), ErrorCode::form_not_ours);
    EXPECT_EQ(error.params().front().value, label);
    EXPECT_EQ(error.place().file, "form.xlsx");
  }
  Table headless = written(example());
  headless.rows.resize(5);
  EXPECT_EQ(read_form(headless).error().params().front().value, "Kỳ này");
  EXPECT_EQ(read_form(Table{"a.csv", {}, {}}).error().code(), ErrorCode::form_not_ours);
}

}  // namespace
}  // namespace nucong::sheet

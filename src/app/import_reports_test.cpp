#include "app/import_reports.hpp"

#include <gtest/gtest.h>

#include "app/ask_value.hpp"
#include "world/app.hpp"

namespace nucong::app {
namespace {

using world::App;

class Importing : public ::testing::Test {
 protected:
  Importing() {
    app.found(R"(
      2023-01-01 found VN kind=confederation
      2023-01-01 found P parent=VN kind=provincial
      2023-01-01 found A parent=P kind=grassroots
      2024-01-01 found B parent=P kind=grassroots
      2026-07-01 close B
    )");
  }

  Result<Submitted> import(const std::string& rows) {
    return app.import("unit,period,element,value,reason\n" + rows, Strictness::full);
  }
  std::string value(const std::string& unit, const std::string& element, const std::string& period) {
    const auto answer = ask_value(app.ports, {unit, element, Period::parse(period).value(), {}});
    if (answer.has_error()) return App::fault(answer);
    return answer.value().value ? answer.value().value->str() : "none";
  }

  App app;
};

TEST_F(Importing, figures_are_in_every_total_when_it_returns) {
  const auto done = import("A,2026-Q1,A03,120,\nA,2026-Q1,A04,80,\nB,2026-Q1,A04,20,\n");
  ASSERT_TRUE(done.has_value()) << App::fault(done);
  EXPECT_EQ(done.value().reports, 2U);
  EXPECT_EQ(value("VN", "A04", "2026-Q1"), "100");
}

TEST_F(Importing, a_correction_is_a_version_and_leaves_the_rest_as_it_was) {
  ASSERT_TRUE(import("A,2026-Q1,A03,120,\nA,2026-Q1,A04,80,\n").has_value());
  const auto again = import("A,2026-Q1,A04,81,\n");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again.value().corrected, 1U);
  EXPECT_EQ(value("A", "A03", "2026-Q1"), "120");
  EXPECT_EQ(value("A", "A04", "2026-Q1"), "81");
  const auto versions = app.database->versions(load_history(*app.database).value().slot("A").value(),
                                               Period::parse("2026-Q1").value());
  ASSERT_EQ(versions.value().size(), 2U);
  EXPECT_EQ(versions.value()[0].figures, "A03=120 A04=80");
  EXPECT_EQ(import("A,2026-Q1,A04,81,\n").value().unchanged, 1U);
}

TEST_F(Importing, a_dash_takes_the_figure_back_and_an_empty_value_is_a_slip) {
  ASSERT_TRUE(import("A,2026-Q1,A03,120,\nA,2026-Q1,A04,80,\n").has_value());
  EXPECT_EQ(App::fault(import("A,2026-Q1,A04,,\n")), "table.cell_missing line 2");
  ASSERT_TRUE(import("A,2026-Q1,A04,-,\n").has_value());
  EXPECT_EQ(value("A", "A04", "2026-Q1"), "none");
}

TEST_F(Importing, each_fault_has_its_line_and_nothing_is_kept) {
  const auto fault = [&](const std::string& rows) {
    const auto done = import("A,2026-Q1,A03,50,\n" + rows);
    EXPECT_EQ(value("A", "A03", "2026-Q1"), "none") << rows;
    return App::fault(done);
  };
  EXPECT_EQ(fault("X,2026-Q1,A04,1,\n"), "unit.unknown line 3");
  EXPECT_EQ(fault("A,2026-Q5,A04,1,\n"), "period.malformed line 3");
  EXPECT_EQ(fault("A,2026-Q1,Z99,1,\n"), "element.unknown line 3");
  EXPECT_EQ(fault("A,2026-Q1,A04,ba,\n"), "number.malformed line 3");
  EXPECT_EQ(fault("A,2026-Q1,A04,1.234,\n"), "number.ambiguous line 3");
  EXPECT_EQ(fault("A,2026-Q1,A04,\"1.234,5\",\nB,2026-Q1,A04,\"1,234.5\",\n"), "number.style_mixed line 4");
  EXPECT_EQ(fault("A,2026-Q1,A04,\"2,5\",\n"), "element.not_whole line 3");
  EXPECT_EQ(fault("A,2026-Q1,A04,-2,\n"), "element.negative line 3");
  EXPECT_EQ(fault("A,2026-Q1,A03,51,\n"), "report.row_twice line 3");
  EXPECT_EQ(fault("A,2026-Q1,A04,51,\n"),
            "report.rule_broken line 2");  // more women than the members of line 2
  EXPECT_EQ(fault("B,2023-Q4,A04,1,\n"), "unit.not_yet_founded line 3");
  EXPECT_EQ(fault("B,2026-Q3,A04,1,\n"), "unit.closed line 3");
  EXPECT_EQ(fault("A,2027-Q1,A04,1,\n"), "report.period_future line 3");
}

TEST_F(Importing, a_jump_needs_a_reason) {
  ASSERT_TRUE(import("A,2026-Q1,A03,100,\n").has_value());
  EXPECT_EQ(App::fault(import("A,2026-Q2,A03,1000,\n")), "report.jump_unexplained line 2");
  EXPECT_EQ(App::fault(import("A,2026-Q2,A03,1000,nhận đoàn viên chuyển về\n")), "ok");
}

TEST_F(Importing, all_faults_of_a_file_are_told_at_once) {
  const auto done = import("X,2026-Q1,A04,1,\nA,2026-Q9,A04,1,\n");
  ASSERT_TRUE(done.has_error());
  EXPECT_EQ(done.error().code(), ErrorCode::table_rejected);
  EXPECT_EQ(done.error().causes().size(), 2U);
}

TEST_F(Importing, rows_of_a_report_may_stand_anywhere_in_the_file) {
  const auto done = import(
      "A,2026-Q1,A03,120,\nA,2026-Q2,A03,121,\nA,2026-Q1,A04,80,\"đếm lại, hai lần\"\nA,2026-Q2,A04,81,\n");
  ASSERT_TRUE(done.has_value()) << App::fault(done);
  EXPECT_EQ(done.value().reports, 2U);
  EXPECT_EQ(done.value().figures, 4U);
  EXPECT_EQ(value("A", "A04", "2026-Q1"), "80");
  EXPECT_EQ(value("A", "A03", "2026-Q2"), "121");
  EXPECT_EQ(App::fault(import("A,2026-Q1,A03,120,\nA,2026-Q2,A03,122,\nA,2026-Q1,A03,120,\n")),
            "report.row_twice line 4");
}

TEST_F(Importing, faults_come_by_their_lines_whoever_found_them_first) {
  const auto done = import("A,2026-Q1,A03,120,\nB,2026-Q1,A04,x,\nY,2026-Q1,A04,1,\nA,2026-Q1,A04,200,\n");
  std::vector<std::uint32_t> lines;
  for (const auto& cause : done.error().causes()) lines.push_back(cause.place().line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{2, 3, 4}));
  EXPECT_EQ(value("A", "A03", "2026-Q1"), "none");
}

TEST_F(Importing, how_numbers_are_written_is_told_by_any_piece_of_the_file) {
  const auto told = [&](std::size_t stretch_bytes, const std::string& last_row) {
    const auto file = sheet::read_csv_rows(
        "unit,period,element,value\nA,2024-Q1,A03,1.234\nA,2024-Q2,A03,1.235\n" + last_row, "in.csv",
        stretch_bytes);
    const auto done = import_long(app.ports, *file.value(), Strictness::rules_only);
    return App::fault(done);
  };
  for (const std::size_t stretch_bytes : {1U, 25U, 1000U}) {
    EXPECT_EQ(told(stretch_bytes, "A,2024-Q3,A03,1.236\n"), "number.ambiguous line 2");
    EXPECT_EQ(told(stretch_bytes, "A,2024-Q3,A03,1.234.567\nA,2024-Q4,A03,1.5\n"),
              "number.style_mixed line 5");
  }
  EXPECT_EQ(told(1, "A,2024-Q3,A03,1.234.567\n"), "ok");
  EXPECT_EQ(value("A", "A03", "2024-Q1"), "1234");
}

TEST_F(Importing, a_filled_form_becomes_a_report) {
  const auto number = [](const char* text) { return Cell{text, CellKind::number}; };
  app.sheets.filled = {"NC-Q",
                       "A",
                       "2026-Q1",
                       {{"A03", number("120"), {}, {"f.xlsx", 8, "E8"}, {}},
                        {"A04", Cell{"80"}, {}, {"f.xlsx", 9, "E9"}, {}}}};
  const Table table{"f.xlsx", "Sheet1", {}};
  ASSERT_TRUE(import_form(app.ports, table, "chị Hoa (giả định)").has_value());
  EXPECT_EQ(value("A", "A04", "2026-Q1"), "80");

  app.sheets.filled.lines[1].value.text = "1.234";
  const auto ambiguous = import_form(app.ports, table, "");
  ASSERT_TRUE(ambiguous.has_error());
  EXPECT_EQ(ambiguous.error().place().cell, "E9");
  app.sheets.filled.lines[1].code = "Z99";
  EXPECT_EQ(App::fault(import_form(app.ports, table, "")), "form.cell_changed");
  app.sheets.filled.unit_code = "P";
  EXPECT_EQ(App::fault(import_form(app.ports, table, "")), "form.not_expected");
  app.sheets.filled.form_code = "X";
  EXPECT_EQ(App::fault(import_form(app.ports, table, "")), "form.unknown");
}

}  // namespace
}  // namespace nucong::app

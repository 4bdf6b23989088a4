#include "sheet/csv_rows.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sheet/csv.hpp"

namespace nucong::sheet {
namespace {

std::unique_ptr<RowSource> rows_of(std::string bytes, std::size_t stretch_bytes) {
  return read_csv_rows(std::move(bytes), "a.csv", stretch_bytes).value();
}

// "3:x|y" for each row below the heading, visited again from where it stood.
std::vector<std::string> visited_again(const RowSource& rows) {
  std::vector<RowPlace> places;
  for (std::size_t i = 0; i < rows.stretches(); ++i) {
    const auto read = rows.each_row(i, [&](const RowView& row) {
      places.push_back(row.at);
      return true;
    });
    EXPECT_TRUE(read.has_value());
  }
  std::vector<std::string> found;
  for (const RowPlace at : places)
    rows.rows_at(at, 1, [&](const RowView& row) {
      std::string text = std::to_string(row.at.line) + ":";
      for (const auto& cell : row.cells) text += (text.back() == ':' ? "" : "|") + std::string(cell.text);
      found.push_back(text);
      return true;
    });
  return found;
}

TEST(CsvRows, a_row_is_found_again_in_whatever_stretch_it_is) {
  const std::string file = "a,b\r\n1,2\r\n\r\n3,đ\r\n5\r\n";
  const std::vector<std::string> expected = {"2:1|2", "4:3|đ", "5:5"};
  for (const std::size_t stretch_bytes : {1U, 5U, 1000U})
    EXPECT_EQ(visited_again(*rows_of(file, stretch_bytes)), expected) << stretch_bytes;
  EXPECT_EQ(rows_of(file, 1)->stretches(), 4U);
  EXPECT_EQ(rows_of(file, 1000)->stretches(), 1U);
  EXPECT_EQ(rows_of("a,b\n", 1)->stretches(), 0U);
}

TEST(CsvRows, a_file_with_a_quotation_mark_is_not_cut) {
  const auto rows = rows_of("a,b\n1,\"x\ny\"\n\"2\",z\n", 1);
  EXPECT_EQ(rows->stretches(), 1U);
  EXPECT_EQ(visited_again(*rows), (std::vector<std::string>{"2:1|x\ny", "4:2|z"}));
}

TEST(CsvRows, a_visit_ends_when_it_has_seen_enough) {
  const auto rows = rows_of("a\n1\n2\n3\n", 1000);
  std::size_t seen = 0;
  EXPECT_TRUE(rows->each_row(0, [&](const RowView&) { return ++seen < 2; }).has_value());
  EXPECT_EQ(seen, 2U);
}

TEST(CsvRows, what_cannot_be_read_is_told_with_its_line_by_its_stretch) {
  const auto rows = rows_of("a,b\n1,2\n3,4,5\n", 3);
  const auto any = [](const RowView&) { return true; };
  EXPECT_TRUE(rows->each_row(0, any).has_value());
  const auto error = rows->each_row(1, any).error();
  EXPECT_EQ(error.code(), ErrorCode::table_row_ragged);
  EXPECT_EQ(error.place().file, "a.csv");
  EXPECT_EQ(error.place().line, 3U);
  EXPECT_EQ(read_csv_rows("\n \n", "a.csv").error().code(), ErrorCode::table_empty);
}

RC_GTEST_PROP(CsvRows, stretches_together_are_the_table, (std::size_t stretch_bytes)) {
  const auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("a1,;\"\n\r ")));
  const std::string bytes = "x,y,z\n" + *letters;
  const auto whole = read_csv(bytes, "a.csv");
  const auto cut = read_csv_rows(bytes, "a.csv", stretch_bytes % 7).value()->table();
  RC_ASSERT(whole.has_value() == cut.has_value());
  if (whole) {
    RC_ASSERT(whole.value() == cut.value());
  } else {
    RC_ASSERT(whole.error().code() == cut.error().code());
    RC_ASSERT(whole.error().place().line == cut.error().place().line);
  }
}

}  // namespace
}  // namespace nucong::sheet

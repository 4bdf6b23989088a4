#include "sheet/csv.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace nucong::sheet {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(const Table& table) {
  Rows rows;
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const auto& cell : row.cells) rows.back().push_back(cell.text);
  }
  return rows;
}

Rows read(std::string_view bytes) {
  return texts(read_csv(bytes, "a.csv").value());
}
Error error(std::string_view bytes) {
  return read_csv(bytes, "a.csv").error();
}

TEST(ReadCsv, finds_the_separator_in_the_heading) {
  EXPECT_EQ(read("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read("a;b\n1,5;2\n"), (Rows{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(read("a\tb\n1,5\t2;3\n"), (Rows{{"a", "b"}, {"1,5", "2;3"}}));
  EXPECT_EQ(read("\"a,b,c\";d\n1;2\n"), (Rows{{"a,b,c", "d"}, {"1", "2"}}));
  EXPECT_EQ(read("x,\";;\"\n1,2\n"), (Rows{{"x", ";;"}, {"1", "2"}}));
  EXPECT_EQ(read("\"a\"\";;\",b\n1,2\n"), (Rows{{"a\";;", "b"}, {"1", "2"}}));
  EXPECT_EQ(read("a\n1;2\n"), (Rows{{"a"}, {"1;2"}}));
}

TEST(ReadCsv, takes_a_byte_order_mark_and_any_line_end) {
  EXPECT_EQ(read("\xEF\xBB\xBFmã,tên\r\n1,Lan\r\n"), (Rows{{"mã", "tên"}, {"1", "Lan"}}));
  EXPECT_EQ(read("a,b\r1,2\r3,4"), (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
}

TEST(ReadCsv, keeps_what_stands_in_quotes) {
  EXPECT_EQ(read("a,b\n\"x,\"\"y\"\"\nz\",2\n"), (Rows{{"a", "b"}, {"x,\"y\"\nz", "2"}}));
  EXPECT_EQ(read("a,b\n5\" pipe,\"q\"r\n"), (Rows{{"a", "b"}, {"5\" pipe", "qr"}}));
}

TEST(ReadCsv, composes_and_trims_every_cell) {
  EXPECT_EQ(read("a,b\n  Nu\xCC\x9B\xCC\x83 \xC2\xA0, x\n"), (Rows{{"a", "b"}, {"Nữ", "x"}}));
}

TEST(ReadCsv, leaves_blank_rows_out_and_still_counts_their_lines) {
  const Table table = read_csv("\n;;\na;b;c\n;;\n \"x\ny\";1;2;;\n3\n", "a.csv").value();
  EXPECT_EQ(texts(table), (Rows{{"a", "b", "c"}, {"\"x"}, {"y\"", "1", "2"}, {"3"}}));
  const Table quoted = read_csv("a,b\n\n\"x\ny\",1\n3,4\n", "a.csv").value();
  ASSERT_EQ(quoted.rows.size(), 3U);
  EXPECT_EQ(quoted.rows[1].line, 3U);
  EXPECT_EQ(quoted.rows[2].line, 5U);
}

TEST(ReadCsv, drops_only_empty_cells_past_the_heading) {
  EXPECT_EQ(read("a,b\n1,2,, ,\n1\n"), (Rows{{"a", "b"}, {"1", "2"}, {"1"}}));
  const Error ragged = error("a,b\n1,2\n1,2,3,\n");
  EXPECT_EQ(ragged.code(), ErrorCode::table_row_ragged);
  EXPECT_EQ(ragged.place(), (Place{"a.csv", 3, {}}));
  EXPECT_EQ(ragged.params(), (std::vector<ErrorParam>{{"cells", "3"}, {"expected", "2"}}));
}

TEST(ReadCsv, says_where_an_open_quote_begins) {
  const Error open = error("a,b\n1,2\n3,\"4\n5,6\n");
  EXPECT_EQ(open.code(), ErrorCode::csv_quote_open);
  EXPECT_EQ(open.place(), (Place{"a.csv", 3, {}}));
}

TEST(ReadCsv, says_on_which_line_the_bytes_are_no_utf8) {
  const Error legacy = error("a,b\n1,2\nN\xF9,4\n");
  EXPECT_EQ(legacy.code(), ErrorCode::text_not_utf8);
  EXPECT_EQ(legacy.place(), (Place{"a.csv", 3, {}}));
  EXPECT_EQ(error("a,b\n1,\"x\ny\nz\xFF\"\n").place().line, 4U);
  EXPECT_EQ(error(std::string_view("\xFF\xFE\x61\x00\n\x00", 6)).place().line, 1U);
}

TEST(ReadCsv, refuses_a_file_without_rows) {
  for (const auto* nothing : {"", "\n\n", "\xEF\xBB\xBF", ";;;\r\n ; \n", ",", "\"\";\"\"\n"})
    EXPECT_EQ(error(nothing).code(), ErrorCode::table_empty) << nothing;
  EXPECT_EQ(error("").place().file, "a.csv");
}

TEST(WriteCsv, quotes_only_where_it_must) {
  EXPECT_EQ(write_csv({{"mã", "tên"}, {"1", "a,b"}, {"", "nói \"ừ\""}, {" x", "y\nz"}}),
            "mã,tên\n1,\"a,b\"\n,\"nói \"\"ừ\"\"\"\n\" x\",\"y\nz\"\n");
}

std::string clean(const std::vector<std::size_t>& picks) {
  constexpr std::array<std::string_view, 14> pieces = {
      "a", "Nữ", "đ", "1", ",", ";", "\t", "\"", "\n", "\r", " ", "=", "\xEF\xBB\xBF", "\xC2\xA0"};
  std::string text;
  for (const auto pick : picks) text += pieces.at(pick % pieces.size());
  return std::string(trimmed(nfc(text).value()));
}

RC_GTEST_PROP(Csv, reads_back_what_was_written,
              (const std::vector<std::vector<std::vector<std::size_t>>>& picks)) {
  Rows rows;
  for (const auto& picked : picks) {
    std::vector<std::string> row;
    for (const auto& cell : picked) row.push_back(clean(cell));
    if (!rows.empty()) row.resize(std::min(row.size(), rows.front().size()));
    if (std::ranges::any_of(row, [](const auto& cell) { return !cell.empty(); }))
      rows.push_back(std::move(row));
  }
  RC_PRE(!rows.empty());
  RC_ASSERT(read(write_csv(rows)) == rows);
}

}  // namespace
}  // namespace nucong::sheet

#include "document/detail/html.hpp"

#include <gtest/gtest.h>

#include "document/sample_texts.hpp"

namespace nucong::document::detail {
namespace {

using app::Encoding;

std::string text_of(std::string_view body) {
  return read_html("<!DOCTYPE html><html><head><title>no</title></head><body>" + std::string(body) +
                   "</body></html>")
      .value()
      .text;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(IsHtml, tells_pages_from_text_that_speaks_of_them) {
  EXPECT_TRUE(is_html("<!DOCTYPE HTML PUBLIC \"x\">"));
  EXPECT_TRUE(is_html("  \n<html lang=vi>"));
  EXPECT_TRUE(is_html("<p>a</p><p>b</p>"));
  EXPECT_TRUE(is_html("Chỉ tiêu<br>90% <b>nữ</b><br/>đoàn viên"));
  EXPECT_FALSE(is_html("Tỷ lệ < 90% và > 80%; thẻ <p> mở đoạn"));
  EXPECT_FALSE(is_html("a <b c> d"));
}

TEST(Html, gives_a_line_to_each_block) {
  EXPECT_EQ(text_of("<h1>I. Chỉ  tiêu</h1><p>Ít nhất\n 90%\t<b>nữ</b> đoàn viên<br>khám sức khỏe</p>"
                    "<div>a<div>b</div>c</div>d <span>e</span>"),
            "I. Chỉ tiêu\nÍt nhất 90% nữ đoàn viên\nkhám sức khỏe\na\nb\nc\nd e\n");
  EXPECT_EQ(text_of("<pre>a\n  b</pre>"), "a\nb\n");
}

TEST(Html, leaves_out_what_is_not_shown) {
  EXPECT_EQ(text_of("a<script>if (1<2) no()</script><style>no{}</style><!-- no --><p hidden>no</p>"
                    "<p style='display: none'>no</p><noscript>no</noscript><iframe src=x>no</iframe>b"),
            "ab\n");
}

TEST(Html, decodes_entities) {
  EXPECT_EQ(
      text_of("&ETH;&agrave; &#7919; &#x111; &abreve;&dstrok;&utilde; &lt;b&gt; &amp;amp; &#150; &unknown;"),
      "Ðà ữ đ ăđũ <b> &amp; – &unknown;\n");
}

TEST(Html, puts_bullets_and_numbers_before_items) {
  EXPECT_EQ(
      text_of(
          "<ul><li>một<li><p>hai</p><ol type=a start=3><li>ba</li><li>bốn</ol></ul><ol><li><p>năm</p></ol>"),
      "- một\n- hai\nc. ba\nd. bốn\n1. năm\n");
}

TEST(Html, gives_a_table_row_a_line) {
  EXPECT_EQ(text_of("<table><caption>Bảng 1</caption><thead><tr><th>TT<th>Chỉ tiêu<th>Mức</thead>"
                    "<tr><td>1</td><td><p>Nữ</p><p>đoàn viên</p></td><td>90%</td></tr></table>"),
            "Bảng 1\n| TT | Chỉ tiêu | Mức |\n| 1 | Nữ đoàn viên | 90% |\n");
}

TEST(Html, repeats_cells_that_reach_down_and_keeps_columns_under_their_heads) {
  EXPECT_EQ(text_of("<table><tr><td rowspan=3>a<td colspan=2>b<tr><td>c<td rowspan=2>d<tr><td>e</table>"),
            "| a | b | |\n| a | c | d |\n| a | e | d |\n");
}

TEST(Html, does_not_take_the_layout_of_a_page_for_a_table) {
  EXPECT_EQ(text_of("<table><tr><td>menu</td><td><p>x</p><table><tr><td>1</td><td>2</td></tr></table>y</td></"
                    "tr></table>"),
            "menu\nx\n| 1 | 2 |\ny\n");
  EXPECT_EQ(text_of("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"), "a\nb\n");
}

TEST(Html, decides_the_encoding_by_the_text_and_not_by_the_tags) {
  for (const auto encoding : {Encoding::tcvn3, Encoding::vni, Encoding::windows_1258}) {
    const auto bytes = encoded(encoding, sample_paragraph);
    const auto page = "<html><body><p class=main>" + bytes + "</p><div id=footer></div></body></html>";
    const auto read = read_html(page).value();
    EXPECT_EQ(read.encoding, encoding);
    EXPECT_NE(read.text.find("được khám sức khỏe"), std::string::npos);
    EXPECT_EQ(read_html(pasted(page)).value().encoding, encoding);
  }
  const auto claims =
      read_html("<html><meta charset=windows-1258><p>" + encoded(Encoding::windows_1258, "Nữ")).value();
  EXPECT_EQ(claims.text, "Nữ\n");
  EXPECT_EQ(read_html("<html><p>caf\xE9").error().code(), ErrorCode::text_encoding_unknown);
  EXPECT_EQ(read_html(utf16("<html><p>Nữ", Encoding::utf16_le, true)).value().text, "Nữ\n");
  EXPECT_EQ(read_html("<html><meta charset=iso-8859-1><p>Nữ công").value().text, "Nữ công\n");
}

TEST(Html, refuses_what_it_would_read_half) {
  EXPECT_EQ(read_html("<html>" + repeated("<div>", 5'000) + "deep").error().code(), ErrorCode::html_damaged);
  const auto tables = repeated("<table><tr><td>", 100);
  EXPECT_EQ(read_html("<html>" + tables + "x").error().code(), ErrorCode::html_damaged);
  EXPECT_EQ(read_html("<html><p>" + std::string(11U << 20U, 'x')).error().code(), ErrorCode::html_damaged);
}

TEST(Html, an_empty_line_parts_paragraphs_that_would_look_like_one_wrapped) {
  EXPECT_EQ(
      read_html(
          "<html><h1>Kế hoạch công tác nữ công của ngành năm 2026</h1><p>Phấn đấu 90% chị em.</p><p>Hết.</p>")
          .value()
          .text,
      "Kế hoạch công tác nữ công của ngành năm 2026\n\nPhấn đấu 90% chị em.\nHết.\n");
}

TEST(Html, reads_long_text_whole) {
  const std::string words = repeated("nữ công ", 100'000);
  const auto read = read_html("<html>" + repeated("<p>" + words + "end.</p>", 7));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read.value().text.size(), 7 * (words.size() + 5));
}

TEST(Html, is_not_blown_up_by_spans) {
  const std::string page = "<html><table>" +
                           repeated("<tr><td rowspan=60000 colspan=1000>" + repeated("x", 900), 50) +
                           repeated("<tr><td>", 20'000) + "</table>";
  const auto read = read_html(page);
  EXPECT_TRUE(!read || read.value().text.size() < (std::size_t{65} << 20));
}

}  // namespace
}  // namespace nucong::document::detail

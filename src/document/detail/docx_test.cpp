#include "document/detail/docx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/docx_fixture.hpp"
#include "document/sample_texts.hpp"

namespace nucong::document::detail {
namespace {

using ooxml::set_entry;
using ooxml::zip_of;

std::string text_of(std::string_view body) {
  return read_docx(docx_of(body)).value().text;
}
ErrorCode refusal(const std::vector<ooxml::ZipEntry>& entries) {
  return read_docx(zip_of(entries)).error().code();
}
std::string run(std::string_view inside) {
  return "<w:p><w:r>" + std::string(inside) + "</w:r></w:p>";
}
std::string in_list(std::string_view text, std::string_view list, std::string_view level) {
  return paragraph(text, "<w:numPr><w:ilvl w:val='" + std::string(level) + "'/><w:numId w:val='" +
                             std::string(list) + "'/></w:numPr>");
}
std::string row(std::string_view cells) {
  return "<w:tr>" + std::string(cells) + "</w:tr>";
}
std::string table(std::string_view rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid/>" + std::string(rows) + "</w:tbl>";
}

TEST(Docx, gives_a_line_to_each_paragraph) {
  const auto read =
      read_docx(docx_of(paragraph("Phấn đấu 90% nữ đoàn viên") + paragraph("") + paragraph(" b "))).value();
  EXPECT_EQ(read.text, "Phấn đấu 90% nữ đoàn viên\nb\n");
  EXPECT_EQ(read.kind, app::DocumentKind::docx);
  EXPECT_TRUE(read.notes.empty());
}

TEST(Docx, joins_runs_and_reads_special_characters) {
  EXPECT_EQ(
      text_of(
          "<w:p><w:r><w:t>Nữ </w:t></w:r><w:r><w:t>công</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"
          "<w:hyperlink><w:r><w:t>c</w:t></w:r></w:hyperlink></w:p>"),
      "Nữ công\ta\nbc\n");
  EXPECT_EQ(text_of(run("<w:t>2026</w:t><w:noBreakHyphen/><w:t>2030 xã</w:t><w:softHyphen/><w:t>hội</w:t>"
                        "<w:sym w:font='Symbol' w:char='F0B7'/><w:sym w:char='2265'/>")),
            "2026-2030 xãhội≥\n");
}

TEST(Docx, takes_the_new_state_of_tracked_changes) {
  EXPECT_EQ(
      text_of(
          "<w:p><w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:del><w:r><w:delText>80</w:delText></w:r></w:del>"
          "<w:moveTo><w:r><w:t>%</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom></"
          "w:p>"),
      "90%\n");
  EXPECT_EQ(text_of(paragraph("Phấn ", "<w:rPr><w:del/></w:rPr>") + paragraph("đấu")), "Phấn đấu\n");
  EXPECT_EQ(text_of(table(row(table_cell("a") + table_cell("b")) + "<w:tr><w:trPr><w:del/></w:trPr>" +
                          table_cell("no") + table_cell("no") + "</w:tr>")),
            "| a | b |\n");
}

TEST(Docx, leaves_hidden_text_and_instructions_of_fields_out) {
  EXPECT_EQ(text_of("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>"
                    "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>yes</w:t></w:r></w:p>"),
            "yes\n");
  EXPECT_EQ(
      text_of(run("<w:fldChar w:fldCharType='begin'/><w:instrText>REF x</w:instrText><w:t>no</w:t>"
                  "<w:fldChar w:fldCharType='separate'/><w:t>Mục 1</w:t><w:fldChar w:fldCharType='end'/>"
                  "<w:t>.</w:t>")),
      "Mục 1.\n");
  EXPECT_EQ(text_of("<w:p><w:fldSimple w:instr='PAGE'><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>"), "7\n");
}

TEST(Docx, gives_a_table_row_a_line) {
  EXPECT_EQ(text_of(table(row(table_cell("TT") + table_cell("Chỉ tiêu") + table_cell("Mức")) +
                          row(table_cell("1") + "<w:tc>" + paragraph("Nữ") + paragraph("đoàn viên") +
                              "</w:tc>" + table_cell("90%")))),
            "| TT | Chỉ tiêu | Mức |\n| 1 | Nữ đoàn viên | 90% |\n");
}

TEST(Docx, repeats_merged_cells_and_keeps_columns_under_their_heads) {
  const auto top = "<w:vMerge w:val='restart'/>";
  EXPECT_EQ(text_of(table(row(table_cell("Cơ sở", top) + table_cell("a")) +
                          row(table_cell("", "<w:vMerge/>") + table_cell("b")) +
                          row(table_cell("Tổng", "<w:gridSpan w:val='2'/>")))),
            "| Cơ sở | a |\n| Cơ sở | b |\n| Tổng | |\n");
}

TEST(Docx, reads_a_table_inside_a_table_in_its_place) {
  const auto inner = table(row(table_cell("1") + table_cell("2")));
  EXPECT_EQ(
      text_of(table(row(table_cell("a") + "<w:tc>" + paragraph("b") + inner + paragraph("c") + "</w:tc>"))),
      "a\nb\n| 1 | 2 |\nc\n");
}

TEST(Docx, reads_a_text_box_once) {
  const auto box = "<w:txbxContent>" + paragraph("Trong khung") + "</w:txbxContent>";
  EXPECT_EQ(text_of("<w:p><w:r><w:t>Ngoài</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box +
                    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
            "Ngoài\nTrong khung\n");
}

TEST(Docx, puts_the_numbers_and_bullets_that_word_adds) {
  EXPECT_EQ(text_of(in_list("a", "1", "0") + in_list("b", "1", "1") + in_list("c", "1", "1") +
                    in_list("d", "1", "0") + in_list("e", "1", "1") + in_list("f", "2", "0") +
                    in_list("g", "3", "0") + in_list("h", "9", "0")),
            "I. a\nI.1. b\nI.2. c\nII. d\nII.1. e\n- f\nV. g\n- h\n");
  EXPECT_EQ(text_of(paragraph("a", "<w:pStyle w:val='SubItem'/>") +
                    paragraph("b", "<w:pStyle w:val='SubItem'/><w:numPr><w:numId w:val='0'/></w:numPr>")),
            "- a\nb\n");
}

TEST(Docx, puts_footnotes_at_the_end) {
  auto entries = docx_entries(run("<w:t>90%</w:t><w:footnoteReference w:id='2'/><w:t> nữ.</w:t>"));
  set_entry(entries, "word/footnotes.xml", footnotes_part());
  EXPECT_EQ(read_docx(zip_of(entries)).value().text, "90% nữ.\nKể cả lao động nữ thời vụ.\n");
}

TEST(Docx, says_what_it_did_not_run_and_did_not_open) {
  auto entries = docx_entries(paragraph("a"));
  set_entry(entries, "word/vbaProject.bin", "x");
  set_entry(entries, "word/_rels/document.xml.rels",
            "<Relationships><Relationship Type='x/hyperlink' Target='http://x' TargetMode='External'/>"
            "<Relationship Type='x/image' Target='http://x/i.png' TargetMode='External'/></Relationships>");
  const auto notes = read_docx(zip_of(entries)).value().notes;
  EXPECT_THAT(notes, testing::ElementsAre(app::DocumentNote{"macros", {}},
                                          app::DocumentNote{"outside_links", {{"count", "1"}}}));
}

TEST(Docx, turns_old_letters_into_unicode) {
  const auto old = pasted(encoded(app::Encoding::vni, "Phấn đấu khám sức khỏe cho nữ đoàn viên"));
  const auto read = read_docx(docx_of(paragraph(old))).value();
  EXPECT_EQ(read.text, "Phấn đấu khám sức khỏe cho nữ đoàn viên\n");
  EXPECT_EQ(read.encoding, app::Encoding::vni);
}

TEST(Docx, refuses_other_packages) {
  EXPECT_EQ(refusal({{"photo.jpg", "x"}}), ErrorCode::file_kind_unknown);
  EXPECT_EQ(refusal({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}),
            ErrorCode::file_kind_unknown);
  auto workbook = docx_entries("");
  set_entry(workbook, "word/document.xml", "<workbook/>");
  EXPECT_EQ(refusal(workbook), ErrorCode::file_kind_unknown);
}

TEST(Docx, refuses_what_is_damaged_or_made_to_do_harm) {
  const auto whole = docx_of(paragraph("a"));
  EXPECT_EQ(read_docx(std::string_view(whole).substr(0, whole.size() / 2)).error().code(),
            ErrorCode::package_truncated);
  auto entries = docx_entries(paragraph("a"));
  set_entry(entries, "word/document.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document/>");
  EXPECT_EQ(refusal(entries), ErrorCode::package_damaged);
  set_entry(entries, "word/document.xml", "<w:document><w:body><w:p></w:body></w:document>");
  EXPECT_EQ(refusal(entries), ErrorCode::package_damaged);
  set_entry(entries, "word/document.xml", std::string(300U << 20U, ' '));
  EXPECT_EQ(refusal(entries), ErrorCode::package_too_large);
  EXPECT_EQ(read_docx(docx_of(paragraph("\xC3("))).error().code(), ErrorCode::package_damaged);
  for (const auto* name : {"w:sdt", "w:tbl", "w:p", "mc:AlternateContent"}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<" + std::string(name) + ">";
    for (int i = 0; i < 100'000; ++i) deep += "</" + std::string(name) + ">";
    static_cast<void>(read_docx(docx_of(deep)).has_value());
  }
}

TEST(Docx, survives_any_changed_byte) {
  const std::string whole = docx_of(paragraph("nữ") + table(row(table_cell("a"))));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bent = whole;
    bent[at] = static_cast<char>(bent[at] ^ 0x41);
    if (bent.starts_with("PK\x03\x04")) static_cast<void>(read_docx(bent).has_value());
  }
}

}  // namespace
}  // namespace nucong::document::detail

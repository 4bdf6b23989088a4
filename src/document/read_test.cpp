#include "document/read.hpp"

#include <gtest/gtest.h>

#include "app/ports.hpp"
#include "document/docx_fixture.hpp"
#include "document/pdf_fixture.hpp"
#include "document/sample_texts.hpp"

namespace nucong::document {
namespace {

using app::DocumentKind;
using namespace std::string_view_literals;

ErrorCode refusal(std::string_view bytes) {
  return read(bytes, "a.txt").error().code();
}

class MissingTool final : public Converter {
 public:
  [[nodiscard]] Result<Converted> convert(std::string_view) override {
    return fail(ErrorCode::pdf_tool_missing, {{"package", "poppler-utils"}});
  }
};

TEST(Read, decides_by_content_and_never_by_name) {
  EXPECT_EQ(read(sample_paragraph, "a.pdf").value().kind, DocumentKind::plain);
  EXPECT_EQ(read("<!doctype html><p>Nữ công", "a.docx").value().kind, DocumentKind::html);
  EXPECT_EQ(read(docx_of(paragraph("Nữ công")), "a.txt").value().kind, DocumentKind::docx);
  EXPECT_EQ(read(pdf_of({"Women members"}), "a.txt").value().kind, DocumentKind::pdf);
  EXPECT_EQ(read(utf16("<html><p>Nữ", app::Encoding::utf16_be, true), "a").value().kind, DocumentKind::html);
}

TEST(Read, puts_the_file_into_the_errors_place) {
  EXPECT_EQ(read("", "x/a.docx").error().place().file, "x/a.docx");
}

TEST(Read, refuses_empty_documents) {
  for (const auto& bytes : {std::string{}, std::string(" \n\t"), std::string("\xEF\xBB\xBF"),
                            std::string("<html></html>"), docx_of(paragraph(" "))})
    EXPECT_EQ(refusal(bytes), ErrorCode::file_empty);
}

TEST(Read, refuses_what_is_too_large) {
  EXPECT_EQ(refusal(std::string(app::text_bytes_max + 1, 'a')), ErrorCode::file_too_large);
}

TEST(Read, says_in_which_form_to_save_an_old_document) {
  std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  const auto error = read(old, "a.doc").error();
  EXPECT_EQ(error.code(), ErrorCode::package_old_format);
  EXPECT_EQ(error.params().front().value, ".docx");
  old.resize(1024);
  for (const char letter : "EncryptedPackage"sv) old += std::string{letter, '\0'};
  EXPECT_EQ(refusal(old), ErrorCode::package_encrypted);
}

TEST(Read, refuses_other_kinds_of_files) {
  for (const auto bytes : {"{\\rtf1\\ansi N\\'f7}"sv, "MIME-Version: 1.0\r\n\r\n<html>"sv,
                           "\x7F"
                           "ELF\2\1\1\0\0\0"sv,
                           "\x1F\x8B\x08\x00\x00\x00"sv})
    EXPECT_EQ(refusal(bytes), ErrorCode::file_kind_unknown);
}

TEST(Read, says_what_is_missing_on_the_machine) {
  MissingTool tool;
  EXPECT_EQ(read(pdf_of({"Women members"}), "a.pdf", tool).error().code(), ErrorCode::pdf_tool_missing);
}

TEST(Read, survives_any_cut_and_any_changed_byte_of_a_page) {
  const std::string page = "<html><table><tr><td>N\xE1\xBB\xAF<td>90%</table><ul><li>a</html>";
  for (std::size_t at = 0; at < page.size(); ++at) {
    std::string bent = page;
    bent[at] = static_cast<char>(bent[at] ^ 0x41);
    static_cast<void>(read(bent, "a").has_value());
    static_cast<void>(read(std::string_view(page).substr(0, at), "a").has_value());
  }
}

}  // namespace
}  // namespace nucong::document

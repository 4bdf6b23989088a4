#include "document/detail/plain_text.hpp"

#include <gtest/gtest.h>

#include "document/detail/legacy_encoding.hpp"
#include "document/sample_texts.hpp"

namespace nucong::document::detail {
namespace {

using app::Encoding;
using namespace std::string_view_literals;

ErrorCode refusal(std::string_view bytes) {
  return read_plain_text(bytes).error().code();
}

TEST(PlainText, keeps_utf8_byte_for_byte) {
  for (const auto text : {sample_paragraph, "Nữ\r\n\tNFD: no\u031B\u0301i\f"sv, "a"sv, "no marks"sv}) {
    const auto plain = read_plain_text(text).value();
    EXPECT_EQ(plain.text, text);
    EXPECT_EQ(plain.encoding, Encoding::utf8);
    EXPECT_TRUE(plain.notes.empty());
    EXPECT_EQ(read_plain_text("\xEF\xBB\xBF" + std::string(text)).value().text, text);
  }
}

TEST(PlainText, reads_utf16_with_and_without_mark) {
  for (const auto order : {Encoding::utf16_le, Encoding::utf16_be}) {
    for (const bool marked : {true, false}) {
      const auto plain = read_plain_text(utf16(sample_paragraph, order, marked)).value();
      EXPECT_EQ(plain.text, sample_paragraph);
      EXPECT_EQ(plain.encoding, order);
    }
  }
  EXPECT_EQ(read_plain_text(utf16("😀 nữ", Encoding::utf16_be, true)).value().text, "😀 nữ");
}

TEST(PlainText, leaves_half_characters_of_utf16_out_and_says_so) {
  const auto plain = read_plain_text(
                         "\xFF\xFE"
                         "a\0\0\xD8"
                         "b\0c"sv)
                         .value();
  EXPECT_EQ(plain.text, "ab");
  ASSERT_EQ(plain.notes.size(), 2U);
  EXPECT_EQ(plain.notes.back(), (app::DocumentNote{"characters_dropped", {{"count", "2"}}}));
}

TEST(PlainText, reads_the_old_encodings_and_says_so) {
  for (const auto encoding : legacy_encodings) {
    const auto bytes = encoded(encoding, sample_paragraph);
    for (const auto& given : {bytes, pasted(bytes)}) {
      const auto plain = read_plain_text(given).value();
      EXPECT_EQ(plain.text, sample_paragraph);
      EXPECT_EQ(plain.encoding, encoding);
      EXPECT_EQ(plain.notes.size(), 1U);
    }
  }
}

TEST(PlainText, keeps_the_quotes_of_old_programs) {
  const auto bytes = "\x93" + encoded(Encoding::vni, "Giỏi việc nước") + "\x94 \x96 " +
                     encoded(Encoding::vni, "đảm việc nhà");
  EXPECT_EQ(read_plain_text(bytes).value().text, "“Giỏi việc nước” – đảm việc nhà");
}

TEST(PlainText, refuses_an_encoding_that_it_does_not_know) {
  for (const auto* text : {"Le comit\xE9 des femmes a \xE9t\xE9 cr\xE9\xE9 \xE0 Gen\xE8ve", "caf\xE9",
                           "\xC6\xE0\xE2\xEE\xF0\xEE\xED\xEA\xE8 \xE8 \xEC\xE8\xF0"})
    EXPECT_EQ(refusal(text), ErrorCode::text_encoding_unknown) << text;
}

TEST(PlainText, tells_where_utf8_is_broken) {
  const auto broken = read_plain_text("Hội nghị nữ công \xE1\xBB đoàn viên").error();
  EXPECT_EQ(broken.code(), ErrorCode::text_not_utf8);
  EXPECT_EQ(broken.params().front().value, "24");
  EXPECT_EQ(refusal("\xEF\xBB\xBF N\xF7"), ErrorCode::text_not_utf8);
}

TEST(PlainText, refuses_bytes_that_are_no_text) {
  EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0"sv), ErrorCode::file_kind_unknown);
  EXPECT_EQ(refusal("\xFF\xD8\xFF\xE0\x10JFIF\x01\x02\x03"sv), ErrorCode::file_kind_unknown);
  EXPECT_EQ(refusal("\x01\x02\x03"sv), ErrorCode::file_kind_unknown);
}

}  // namespace
}  // namespace nucong::document::detail

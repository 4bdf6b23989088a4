#include "directive/paper/citation.hpp"

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

std::vector<Citation> cited(std::string_view text) {
  Tokens tokens = without_wraps(tokens_of(text));
  return without_repeats(find_citations(tokens, text));
}

TEST(DirectiveCitation, reads_kind_number_date_issuer_and_title) {
  const auto found = cited(
      "Thực hiện Kế hoạch số 12/KH-LĐLĐ ngày 05/01/2026 của Ban Thường vụ Liên đoàn Lao động tỉnh về công "
      "tác nữ công; các đơn vị");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, CitationType::plan);
  EXPECT_EQ(found[0].number, "12/KH-LĐLĐ");
  ASSERT_TRUE(found[0].date.has_value());
  EXPECT_EQ(format_date(*found[0].date), "2026-01-05");
  EXPECT_EQ(found[0].issuer, "Ban Thường vụ Liên đoàn Lao động tỉnh");
  EXPECT_EQ(found[0].title, "công tác nữ công");
}

TEST(DirectiveCitation, party_state_and_union_numbers_are_read) {
  const auto number = [](std::string_view text) { return cited(text).at(0).number.value_or("none"); };
  EXPECT_EQ(number("Chỉ thị số 05 - CT/TW của Bộ Chính trị"), "05-CT/TW");
  EXPECT_EQ(number("Nghị quyết số 57- NQ/TW"), "57-NQ/TW");
  EXPECT_EQ(number("Thông tư số 23/2017/TT-BLĐTBXH"), "23/2017/TT-BLĐTBXH");
  EXPECT_EQ(number("Luật Công đoàn số 50/2024/QH15"), "50/2024/QH15");
  EXPECT_EQ(number("Quyết định 664/QĐ-BXD năm 2025"), "664/QĐ-BXD");
  EXPECT_EQ(number("Nghị quyết 06b/NQ-TLĐ"), "06b/NQ-TLĐ");
  EXPECT_EQ(number("Nghị quyết Trung ương 4 khóa XII"), "4");
}

TEST(DirectiveCitation, the_kind_said_once_serves_several_numbers) {
  const auto found = cited("các Nghị quyết số 11-NQ/TW, số 20-NQ/TW và 21-NQ/TW của Đảng");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[2].number, "21-NQ/TW");
  EXPECT_EQ(found[2].type, CitationType::resolution);
}

TEST(DirectiveCitation, laws_are_known_by_name_with_their_commas) {
  const auto found = cited(
      "theo Luật Phòng, chống ma túy, Bộ luật Lao động, Luật An toàn, vệ sinh lao động và Luật Trẻ em năm "
      "2016.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].quote, "Luật Phòng, chống ma túy");
  EXPECT_EQ(found[2].quote, "Luật An toàn, vệ sinh lao động");
  EXPECT_EQ(found[3].quote, "Luật Trẻ em năm 2016");
}

TEST(DirectiveCitation, congress_resolutions_say_which_congress) {
  const auto found = cited(
      "triển khai Nghị quyết Đại hội XIV Công đoàn Sông Trà, nhiệm kỳ 2025-2030; Nghị quyết đại hội đã đề "
      "ra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].issuer, "Đại hội XIV Công đoàn Sông Trà, nhiệm kỳ 2025-2030");
}

TEST(DirectiveCitation, the_fullest_mention_of_a_paper_is_kept) {
  const auto found =
      cited("Kế hoạch 34/KH-TLĐ là gì?\nKế hoạch số 34/KH-TLĐ ngày 02/10/2025 của Tổng Liên đoàn.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].date.has_value());
}

TEST(DirectiveCitation, general_words_and_the_papers_own_number_are_none) {
  EXPECT_TRUE(cited("Số: 141/KH-UBND").empty());
  EXPECT_TRUE(cited("các nghị quyết, chương trình, kế hoạch của Đảng; Kế hoạch này có 5 phần").empty());
}

TEST(DirectiveCitation, a_date_at_the_head_of_the_sentence_belongs_to_the_paper) {
  const auto found = cited("Ngày 26/11/2025, UBND tỉnh đã ban hành Chỉ thị 05/CT-UBND về chăm lo công nhân.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(format_date(found[0].date.value()), "2025-11-26");
  EXPECT_EQ(found[0].issuer, "UBND tỉnh");
}

TEST(DirectiveCitation, a_project_in_small_letters_is_a_paper_only_under_a_long_title) {
  const auto found =
      cited("triển khai đề án “Nâng cao hiệu quả công tác nữ công cơ sở trong tình hình mới” tại xã.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].title, "Nâng cao hiệu quả công tác nữ công cơ sở trong tình hình mới");
  EXPECT_TRUE(cited("triển khai đề án “Mái ấm xanh” tại xã.").empty());
}

TEST(DirectiveCitation, a_bare_number_is_a_name_after_words_that_are_no_verbs) {
  const auto found = cited("Chỉ thị 35 của Bộ Chính trị nêu tiêu chuẩn. Chỉ thị 35 định hướng phấn đấu 15%.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].number, "35");
  EXPECT_EQ(found[0].issuer, "Bộ Chính trị");
  EXPECT_EQ(cited("Nghị quyết 28 nêu rõ mục tiêu.").size(), 1U);
  EXPECT_TRUE(cited("Quyết định 20 biên chế cho huyện.").empty());
}

}  // namespace
}  // namespace nucong::directive

// All papers here are made up.
#include "directive/paper/paper_head.hpp"

#include <gtest/gtest.h>

#include "directive/paper/number_kind.hpp"

namespace nucong::directive {
namespace {

TEST(DirectivePaperHead, number_date_kind_and_title_are_those_of_the_head) {
  const auto head = head_of(
      "LIÊN ĐOÀN LAO ĐỘNG TỈNH SÔNG TRÀ\nBAN NỮ CÔNG\nSố: 41 /HD-CĐ\n\nSông Trà, ngày 21 tháng 2 năm "
      "2024\n\nHƯỚNG DẪN\nCông tác nữ công\nnăm 2024\n\nCăn cứ Kế hoạch số 12/KH-TLĐ ngày 05/01/2024");
  EXPECT_EQ(head.number, "41/HD-CĐ");
  EXPECT_EQ(head.kind, CitationType::guidance);
  EXPECT_EQ(head.title, "HƯỚNG DẪN Công tác nữ công năm 2024");
  EXPECT_EQ(head.date, make_date(2024, 2, 21));
}

TEST(DirectivePaperHead, the_title_ends_where_the_preamble_begins) {
  EXPECT_EQ(head_of("KẾ HOẠCH\nTháng hành động\nThực hiện Nghị quyết số 02-NQ/TW, Ban lập kế hoạch").title,
            "KẾ HOẠCH Tháng hành động");
  EXPECT_EQ(head_of("QUYẾT ĐỊNH\nCăn cứ Luật Công đoàn;").title, "QUYẾT ĐỊNH");
  EXPECT_EQ(head_of("KẾ HOẠCH CÔNG TÁC NỮ CÔNG\n\nTHÁNG BA").title, "KẾ HOẠCH CÔNG TÁC NỮ CÔNG");
  EXPECT_EQ(head_of("HƯỚNG DẪN\n\nThi đua\nI. MỤC ĐÍCH\n1. Nâng cao").title, "HƯỚNG DẪN Thi đua");
}

TEST(DirectivePaperHead, a_plan_may_be_titled_by_what_it_carries_out) {
  EXPECT_EQ(head_of("KẾ HOẠCH\nThực hiện Nghị quyết số 57-NQ/TW\n-----\nThân bài").title,
            "KẾ HOẠCH Thực hiện Nghị quyết số 57-NQ/TW");
}

TEST(DirectivePaperHead, what_is_cited_is_not_its_own) {
  const auto head = head_of(
      "CÔNG ĐOÀN SÔNG TRÀ\nKẾ HOẠCH\nThi đua\n\nThực hiện Nghị quyết\nSố 28/NQ-CP, ngày 03/3/2021\nMục 1");
  EXPECT_EQ(head.number, "");
  EXPECT_FALSE(head.date.has_value());
  EXPECT_EQ(head_of("Thực hiện Nghị quyết\nsố 28/NQ-CP của Chính phủ").number, "");
}

TEST(DirectivePaperHead, two_columns_on_one_line_are_both_read) {
  const auto head = head_of("| Số: 05-CT/TU | Sông Trà, ngày 03 tháng 3 năm 2025 |\nCHỈ THỊ\nVề nữ công");
  EXPECT_EQ(head.number, "05-CT/TU");
  EXPECT_EQ(head.date, make_date(2025, 3, 3));
  EXPECT_EQ(head.kind, CitationType::instruction);
}

TEST(DirectivePaperHead, marks_and_narrow_columns_of_web_pages_are_seen_through) {
  const auto head =
      head_of("|\nSố: 14/KH-A\n|\n*Sông Trà, ngày 20\ntháng 8 năm 2025*\n|\n\n**KẾ HOẠCH**\n\nThi đua");
  EXPECT_EQ(head.title, "KẾ HOẠCH Thi đua");
  EXPECT_EQ(head.date, make_date(2025, 8, 20));
  EXPECT_EQ(head_of("## Nữ công |\nThân bài").title, "Nữ công");
}

TEST(DirectivePaperHead, a_number_or_day_left_blank_is_none) {
  const auto head = head_of("Số:      /KH-LĐLĐ\nSông Trà, ngày     tháng 3 năm 2025\nKẾ HOẠCH\nThi đua");
  EXPECT_EQ(head.number, "");
  EXPECT_FALSE(head.date.has_value());
}

TEST(DirectivePaperHead, a_letter_is_titled_by_its_subject_and_other_texts_by_their_first_line) {
  const auto letter = head_of("Số: 66/LĐLĐ-NC\nV/v khám sức khỏe\ncho lao động nữ\n\nKính gửi: các đơn vị");
  EXPECT_EQ(letter.title, "V/v khám sức khỏe cho lao động nữ");
  EXPECT_EQ(letter.kind, CitationType::letter);
  EXPECT_EQ(head_of("\n  Phấn đấu 90%  \nNữa").title, "Phấn đấu 90%");
  EXPECT_EQ(head_of(""), PaperHead{});
}

TEST(DirectivePaperHead, the_code_tells_the_kind_unless_it_leaves_it_open) {
  EXPECT_EQ(kind_of_number("145/2020/NĐ-CP", {}), CitationType::decree);
  EXPECT_EQ(kind_of_number("28/NQ-CP", CitationType::plan), CitationType::resolution);
  EXPECT_EQ(kind_of_number("41/QĐ-TLĐ", {}), CitationType::decision);
  EXPECT_EQ(kind_of_number("41/QĐ-TLĐ", CitationType::other), CitationType::other);
  EXPECT_EQ(kind_of_number("50/2024/QH15", CitationType::law), CitationType::law);
  EXPECT_FALSE(kind_of_number("50/2024/QH15", {}).has_value());
}

}  // namespace
}  // namespace nucong::directive

// Tables of targets, as a page saved as text and as a document gives them. All figures are made up.
#include <gtest/gtest.h>

#include "directive/reading.hpp"

namespace nucong::directive {
namespace {

std::vector<std::string> aims(std::string_view text) {
  std::vector<std::string> out;
  for (const ProposedTarget& t : read(text).targets)
    out.push_back(std::string(symbol(t.comparator)) + ' ' + t.value.str() + ' ' +
                  std::string(name_of(t.unit)) + ' ' + (t.deadline ? std::to_string(*t.deadline) : "-") +
                  ' ' + t.noun + '|' + t.subject);
  return out;
}
using Lines = std::vector<std::string>;

constexpr std::string_view heading = "PHỤ LỤC\nCHỈ TIÊU CÔNG TÁC NỮ CÔNG\n\n";

TEST(DirectiveTable, each_year_of_the_header_gives_a_target_of_its_own) {
  EXPECT_EQ(aims(std::string(heading) +
                 "| TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2025 | Năm 2027 | Năm 2030 | Cơ quan chủ trì |\n"
                 "| 1 | Tỷ lệ nữ đoàn viên được khám sức khỏe | % | 71,5 | ≥ 80 | 90 | Ban Nữ công |\n"
                 "| 2 | Số phòng vắt sữa | phòng | 40 | 100 | 250 | Ban Nữ công |\n"),
            (Lines{">= 80 percent 2027 |nữ đoàn viên", ">= 90 percent 2030 |nữ đoàn viên",
                   ">= 100 count 2027 phòng|phòng vắt sữa", ">= 250 count 2030 phòng|phòng vắt sữa"}));
}

TEST(DirectiveTable, a_cell_a_line_reads_the_same) {
  EXPECT_EQ(aims(std::string(heading) + "|\nTT\n|\nChỉ tiêu\n|\nĐVT\n|\nNăm 2030\n|\n"
                                        "|\n1\n|\nTỷ lệ nữ trong ban\nchấp hành\n|\n%\n|\nTrên 30\n|\n"),
            Lines{"> 30 percent 2030 |nữ trong ban\nchấp hành"});
}

TEST(DirectiveTable, magnitudes_of_the_unit_scale_the_figure) {
  EXPECT_EQ(aims(std::string(heading) + "| Chỉ tiêu | Đơn vị | Mục tiêu 2030 |\n"
                                        "| Số lượt nữ công nhân được tư vấn | nghìn lượt | 12,5 |\n"
                                        "| Nguồn vốn vay cho phụ nữ | tỷ đồng | 3 |\n"),
            (Lines{">= 12500 count 2030 lượt|lượt nữ công nhân",
                   ">= 3000000000 money_vnd 2030 |Nguồn vốn vay cho phụ nữ"}));
}

TEST(DirectiveTable, a_column_of_outcomes_is_what_a_table_of_targets_asks) {
  EXPECT_EQ(
      aims(std::string(heading) + "| TT | Chỉ tiêu | Đơn vị | Kết quả | Chủ trì |\n"
                                  "| I | Giai đoạn 2026-2028 | | | |\n"
                                  "| 1 | Tỷ lệ công đoàn cơ sở dùng phần mềm | % | 100% | Văn phòng |\n"),
      Lines{"= 100 percent 2028 |công đoàn cơ sở"});
}

TEST(DirectiveTable, a_table_of_results_sets_no_aim) {
  EXPECT_EQ(aims("KẾT QUẢ THỰC HIỆN NĂM 2025\n\n| Nội dung | Đơn vị | Kết quả | Tỷ lệ |\n"
                 "| Nữ đoàn viên được khám | người | 5.200 | 87% |\n"),
            Lines{});
}

TEST(DirectiveTable, a_row_with_other_columns_than_the_header_is_left_alone) {
  EXPECT_EQ(aims(std::string(heading) +
                 "| TT | Chỉ tiêu | ĐVT | Năm 2030 |\n| 1 | Tỷ lệ nữ cấp ủy | % | 25 | 30 | 35 |\n"),
            Lines{});
}

}  // namespace
}  // namespace nucong::directive

#include "document/detail/layout_rows.hpp"

#include <gtest/gtest.h>

namespace nucong::document::detail {
namespace {

TEST(LayoutRows, leaves_prose_as_it_is) {
  EXPECT_EQ(with_rows("  Phấn đấu ít nhất 90% nữ đoàn viên\nđược khám   sức khỏe.\n\n   2. Trên 80%\n"),
            "Phấn đấu ít nhất 90% nữ đoàn viên\nđược khám   sức khỏe.\n\n2. Trên 80%\n");
}

TEST(LayoutRows, makes_rows_of_what_stands_side_by_side) {
  EXPECT_EQ(with_rows("CÔNG ĐOÀN MẪU          CỘNG HÒA\n  Số: 1/KH             Độc lập\n"),
            "| CÔNG ĐOÀN MẪU | CỘNG HÒA |\n| Số: 1/KH | Độc lập |\n");
}

TEST(LayoutRows, joins_the_wrapped_cells_of_a_table) {
  EXPECT_EQ(with_rows("TT   Chỉ tiêu                      Đơn vị    Mức\n"
                      "     Tỷ lệ nữ đoàn viên được tập\n"
                      "1                                   %        70%\n"
                      "     huấn về bình đẳng giới\n"
                      "2    Tỷ lệ cơ sở có phòng vắt,      %        40%\n"
                      "     trữ sữa\n"
                      "Sau bảng là văn xuôi.\n"),
            "| TT | Chỉ tiêu | Đơn vị | Mức |\n"
            "| 1 | Tỷ lệ nữ đoàn viên được tập huấn về bình đẳng giới | % | 70% |\n"
            "| 2 | Tỷ lệ cơ sở có phòng vắt, trữ sữa | % | 40% |\n"
            "Sau bảng là văn xuôi.\n");
}

TEST(LayoutRows, keeps_a_heading_between_rows_apart) {
  EXPECT_EQ(with_rows("1    Một việc      %    70%\n     Khối sản xuất\n2    Hai việc      %    40%\n"),
            "| 1 | Một việc | % | 70% |\nKhối sản xuất\n| 2 | Hai việc | % | 40% |\n");
}

}  // namespace
}  // namespace nucong::document::detail

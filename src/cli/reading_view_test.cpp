#include "cli/reading_view.hpp"

#include <gtest/gtest.h>

namespace nucong::cli {
namespace {

using directive::Span;

Span find(std::string_view text, std::string_view part) {
  const auto at = text.find(part);
  return {at, at + part.size()};
}

TEST(ReadingView, the_number_stands_in_brackets_within_its_own_words) {
  constexpr std::string_view text = "Phấn đấu 90% trở lên\nnữ đoàn viên";
  EXPECT_EQ(marked(text, {0, text.size()}, find(text, "90"), 80), "Phấn đấu [90]% trở lên nữ đoàn viên");
}

TEST(ReadingView, a_long_clause_is_cut_around_its_number) {
  constexpr std::string_view text =
      "Các cấp công đoàn phối hợp với chuyên môn cùng cấp phấn đấu mỗi năm ít nhất 02 lớp tập huấn cho nữ "
      "cán bộ "
      "công đoàn cơ sở các doanh nghiệp ngoài khu vực nhà nước";
  const std::string shown = marked(text, {0, text.size()}, find(text, "02"), 40);
  EXPECT_TRUE(shown.starts_with("… ")) << shown;
  EXPECT_NE(shown.find("[02]"), std::string::npos) << shown;
  EXPECT_TRUE(shown.ends_with("…")) << shown;
}

TEST(ReadingView, a_number_wider_than_the_line_is_shown_alone) {
  constexpr std::string_view text = "đạt 1.000.000 đồng";
  EXPECT_EQ(marked(text, {0, text.size()}, find(text, "1.000.000"), 4), "[1.000.000]");
}

}  // namespace
}  // namespace nucong::cli

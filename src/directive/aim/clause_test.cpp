// Whose aim it is and what they are to do. The sentences are made up.
#include <gtest/gtest.h>

#include "directive/reading.hpp"

namespace nucong::directive {
namespace {

// "subject | measure" of the aim that stands at `index`, under a heading of aims.
std::string parts(std::string_view sentence, std::size_t index = 0) {
  const Reading reading = read("II. CHỈ TIÊU\n1. " + std::string(sentence) + "\n");
  if (index >= reading.targets.size()) return "none";
  return reading.targets[index].subject + " | " + reading.targets[index].measure;
}

TEST(DirectiveClause, a_duty_or_a_passive_ends_any_subject) {
  EXPECT_EQ(parts("100% cán bộ xây dựng quy chế phải qua bồi dưỡng."),
            "cán bộ xây dựng quy chế | phải qua bồi dưỡng");
  EXPECT_EQ(parts("90% hồ sơ giải quyết chế độ thai sản được trả đúng hạn."),
            "hồ sơ giải quyết chế độ thai sản | được trả đúng hạn");
}

TEST(DirectiveClause, what_a_noun_is_like_is_not_what_it_does) {
  EXPECT_EQ(parts("80% xã có phụ nữ làm chủ hộ nghèo thành lập tổ tiết kiệm."),
            "xã có phụ nữ làm chủ hộ nghèo | thành lập tổ tiết kiệm");
  EXPECT_EQ(parts("100% doanh nghiệp có từ 1.000 lao động nữ trở lên lắp đặt phòng vắt sữa."),
            "doanh nghiệp có từ 1.000 lao động nữ trở lên | lắp đặt phòng vắt sữa");
  EXPECT_EQ(parts("70% trung tâm học tập cộng đồng ứng dụng nền tảng số."),
            "trung tâm học tập cộng đồng | ứng dụng nền tảng số");
}

TEST(DirectiveClause, verbs_that_belong_to_the_noun_before_them_begin_nothing) {
  EXPECT_EQ(parts("95% công đoàn cơ sở có kế hoạch tổ chức ngày hội gia đình."),
            "công đoàn cơ sở | có kế hoạch tổ chức ngày hội gia đình");
  EXPECT_EQ(parts("100% tổ nữ công hoàn thành nhiệm vụ được giao."),
            "tổ nữ công | hoàn thành nhiệm vụ được giao");
}

TEST(DirectiveClause, the_first_verb_phrase_is_the_measure) {
  EXPECT_EQ(parts("90% nữ đoàn viên chấp hành nội quy của cơ quan, không vi phạm kỷ luật."),
            "nữ đoàn viên | chấp hành nội quy của cơ quan");
  EXPECT_EQ(parts("90% nữ đoàn viên tham gia tập huấn để nâng cao tay nghề."),
            "nữ đoàn viên | tham gia tập huấn");
  EXPECT_EQ(parts("80% hồ sơ được rà soát, cắt giảm, công khai kịp thời."),
            "hồ sơ | được rà soát, cắt giảm, công khai kịp thời");
}

TEST(DirectiveClause, shares_that_follow_each_other_have_one_predicate) {
  EXPECT_EQ(parts("95% công chức, 90% công nhân được phổ biến pháp luật."),
            "công chức | được phổ biến pháp luật");
  EXPECT_EQ(parts("100% tổ công đoàn đạt vững mạnh, trong đó 30% đạt xuất sắc.", 1),
            "tổ công đoàn | đạt xuất sắc");
}

TEST(DirectiveClause, a_change_names_what_changes) {
  EXPECT_EQ(parts("Giảm ít nhất 10% số vụ tai nạn lao động nữ so với năm trước."),
            "số vụ tai nạn lao động nữ | Giảm");
  EXPECT_EQ(parts("Tỷ lệ hộ nghèo giảm 2%."), "hộ nghèo | Tỷ lệ hộ nghèo giảm 2%");
  EXPECT_EQ(parts("Tăng chiều cao trung bình của trẻ em gái thêm 2 cm."),
            "trẻ em gái | Tăng chiều cao trung bình của trẻ em gái");
}

TEST(DirectiveClause, a_rate_tells_of_the_people_in_it) {
  EXPECT_EQ(parts("Giảm tỷ suất tử vong trẻ em dưới 5 tuổi trên 1.000 trẻ đẻ sống xuống còn 15."),
            "trẻ em dưới 5 tuổi | tỷ suất tử vong trẻ em dưới 5 tuổi trên 1.000 trẻ đẻ sống");
  EXPECT_EQ(parts("Tỷ lệ bao phủ bảo hiểm y tế đạt 95% dân số."), "dân số | Tỷ lệ bao phủ bảo hiểm y tế");
  EXPECT_EQ(parts("Mức độ hài lòng của đoàn viên về bữa ăn ca đạt 85%."), "đoàn viên | Mức độ hài lòng");
  EXPECT_EQ(parts("Tỷ lệ trẻ em bị suy dinh dưỡng dưới 5% đối với nông thôn."),
            "nông thôn | bị suy dinh dưỡng");
}

TEST(DirectiveClause, a_count_is_of_things_and_by_an_act) {
  EXPECT_EQ(parts("Xây dựng mới 20 nhà trẻ tại khu công nghiệp."), "nhà trẻ | Xây dựng mới");
  EXPECT_EQ(parts("Hướng dẫn 300 hộ do phụ nữ làm chủ đăng ký kinh doanh."),
            "hộ do phụ nữ làm chủ | đăng ký kinh doanh");
  EXPECT_EQ(parts("02 chính sách hỗ trợ lao động nữ được đề xuất."),
            "chính sách hỗ trợ lao động nữ | được đề xuất");
}

TEST(DirectiveClause, a_floor_for_each_keeps_the_act_unless_it_is_having) {
  EXPECT_EQ(parts("Mỗi công đoàn cơ sở có ít nhất 01 hoạt động chăm lo."),
            "công đoàn cơ sở | hoạt động chăm lo");
  EXPECT_EQ(parts("Mỗi hộ trang bị tối thiểu 01 bình chữa cháy."),
            "hộ | trang bị tối thiểu 01 bình chữa cháy");
}

}  // namespace
}  // namespace nucong::directive

#include "directive/reading.hpp"

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

// "comparator value unit deadline", one a line; what the tests compare.
std::vector<std::string> aims(std::string_view text) {
  std::vector<std::string> out;
  for (const ProposedTarget& t : read(text).targets) {
    std::string line = std::string(symbol(t.comparator)) + ' ' + t.value.str();
    if (t.value_max) line += ".." + t.value_max->str();
    line += ' ' + std::string(name_of(t.unit));
    if (t.deadline) line += ' ' + std::to_string(*t.deadline);
    if (t.per_unit) line += " each";
    if (t.baseline_change) line += " change";
    out.push_back(line);
  }
  return out;
}
using Lines = std::vector<std::string>;

TEST(DirectiveReading, a_share_of_persons_has_subject_and_measure) {
  const Reading reading = read("Phấn đấu 90% trở lên nữ đoàn viên đạt danh hiệu thi đua trong năm.");
  ASSERT_EQ(reading.targets.size(), 1U);
  EXPECT_EQ(reading.targets[0].comparator, Comparator::at_least);
  EXPECT_EQ(reading.targets[0].subject, "nữ đoàn viên");
  EXPECT_EQ(reading.targets[0].measure, "đạt danh hiệu thi đua trong năm");
}

TEST(DirectiveReading, wordings_of_comparison) {
  const auto one = [](std::string_view phrase) {
    return aims("Phấn đấu tỷ lệ nữ tham gia cấp ủy " + std::string(phrase) + ".").at(0);
  };
  EXPECT_EQ(one("đạt 25%"), ">= 25 percent");
  EXPECT_EQ(one("đạt trên 25%"), "> 25 percent");
  EXPECT_EQ(one("không dưới 25%"), ">= 25 percent");
  EXPECT_EQ(one("đạt khoảng 25%"), "= 25 percent");
  EXPECT_EQ(one("từ 25% trở lên"), ">= 25 percent");
  EXPECT_EQ(one("đạt từ 20 đến 25%"), "range 20..25 percent");
  EXPECT_EQ(one("không quá 25%"), "<= 25 percent");
  EXPECT_EQ(one("đạt 100%"), "= 100 percent");
}

TEST(DirectiveReading, a_level_is_no_change_and_a_change_no_level) {
  EXPECT_EQ(aims("Phấn đấu giảm tỷ lệ hộ nghèo xuống dưới 3%."), Lines{"< 3 percent"});
  EXPECT_EQ(aims("Phấn đấu giảm tỷ lệ hộ nghèo xuống còn 3%."), Lines{"<= 3 percent"});
  EXPECT_EQ(aims("Phấn đấu giảm ít nhất 5% số vụ tai nạn lao động."), Lines{">= 5 percent change"});
  EXPECT_EQ(aims("Phấn đấu nâng tỷ lệ cán bộ nữ từ 20% lên 30%."), Lines{">= 30 percent"});
}

TEST(DirectiveReading, each_number_takes_its_own_year) {
  EXPECT_EQ(aims("Chỉ tiêu: Tỷ lệ nữ giám đốc doanh nghiệp đạt 27% vào năm 2027 và 30% vào năm 2030."),
            (Lines{">= 27 percent 2027", ">= 30 percent 2030"}));
  EXPECT_EQ(aims("Chỉ tiêu: Đến năm 2027 đạt 60% và đến năm 2030 đạt 75% cơ quan có lãnh đạo nữ."),
            (Lines{">= 60 percent 2027", ">= 75 percent 2030"}));
  EXPECT_EQ(aims("Chỉ tiêu: giảm tỷ lệ thiếu máu xuống dưới 5% ở đồng bằng và dưới 9% ở miền núi vào năm "
                 "2027 và năm 2030.")
                .size(),
            4U);
}

TEST(DirectiveReading, headings_give_items_their_mood_and_their_year) {
  EXPECT_EQ(aims("II. CHỈ TIÊU ĐẾN NĂM 2028\n1. 80% công đoàn cơ sở có ban nữ công.\n2. Kết nạp 500 đoàn "
                 "viên mới.\n"),
            (Lines{">= 80 percent 2028", ">= 500 count 2028"}));
}

TEST(DirectiveReading, a_count_asked_of_each_unit_is_per_unit) {
  EXPECT_EQ(aims("Chỉ tiêu năm: mỗi công đoàn cơ sở có ít nhất 01 hoạt động chăm lo."),
            Lines{">= 1 count each"});
  EXPECT_EQ(aims("Phấn đấu 100% công đoàn cơ sở mỗi quý tổ chức ít nhất 02 buổi sinh hoạt."),
            (Lines{"= 100 percent", ">= 2 count each"}));
}

TEST(DirectiveReading, a_minimum_that_defines_a_service_is_part_of_the_share) {
  EXPECT_EQ(aims("Phấn đấu 80% lao động nữ được tiếp cận ít nhất một dịch vụ hỗ trợ."),
            Lines{">= 80 percent"});
}

TEST(DirectiveReading, results_are_no_aims) {
  EXPECT_TRUE(
      aims("Năm qua, các cấp công đoàn đã kết nạp 6.700 đoàn viên; 95% nữ đoàn viên được khen thưởng.")
          .empty());
  EXPECT_TRUE(aims("Hiện nay, nữ chiếm 53% tổng số đoàn viên.").empty());
  EXPECT_TRUE(aims("Doanh thu đạt 282 tỷ đồng, bằng 111% so với nghị quyết.").empty());
  EXPECT_TRUE(aims("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU\n- 98% đoàn viên tham gia.\n").empty());
}

TEST(DirectiveReading, results_and_aims_in_one_sentence_are_told_apart) {
  EXPECT_EQ(aims("Năm 2025 đã đạt 87%, phấn đấu đến năm 2026 đạt 90% nữ đoàn viên được khám sức khỏe."),
            Lines{">= 90 percent 2026"});
}

TEST(DirectiveReading, rules_prices_and_names_are_no_aims) {
  EXPECT_TRUE(aims("Người lao động làm thêm giờ được trả lương ít nhất bằng 150% tiền lương.").empty());
  EXPECT_TRUE(
      aims("Sử dụng nhiều lao động nữ là có số lao động nữ chiếm 50% trở lên so với tổng số lao động.")
          .empty());
  EXPECT_TRUE(aims("Mức chi dự kiến 1.300.000 đồng/người.").empty());
  EXPECT_TRUE(aims("Phấn đấu thực hiện tốt phong trào “5 nhất - 3 không” tại phường 8 và khóa 10.").empty());
  EXPECT_TRUE(aims("Phấn đấu chăm lo trẻ em dưới 5 tuổi, kỷ niệm 30 năm ngày thành lập.").empty());
  EXPECT_TRUE(aims("5\n0%\n4\n0%\n3\n0%\n").empty());
}

TEST(DirectiveReading, thresholds_stay_in_the_subject) {
  const Reading reading = read("Phấn đấu thành lập công đoàn tại 90% doanh nghiệp từ 25 lao động trở lên.");
  ASSERT_EQ(reading.targets.size(), 1U);
  EXPECT_EQ(reading.targets[0].subject, "doanh nghiệp từ 25 lao động trở lên");
}

TEST(DirectiveReading, an_ellipsis_inherits_what_the_first_number_said) {
  EXPECT_EQ(aims("Phấn đấu giảm ít nhất 30% thời gian giải quyết, 20% chi phí tuân thủ."),
            (Lines{">= 30 percent change", ">= 20 percent change"}));
}

TEST(DirectiveReading, rows_of_a_table_are_aims_under_its_title) {
  const auto found = aims(
      "DANH MỤC CHỈ TIÊU CỤ THỂ NĂM 2027\n| 1 | Tỷ lệ nữ đoàn viên được tập huấn | % | 95 |\n| 2 | Tỷ lệ hồ "
      "sơ số | % | 100% |\n");
  EXPECT_EQ(found, (Lines{">= 95 percent 2027", "= 100 percent 2027"}));
}

TEST(DirectiveReading, a_headline_that_repeats_an_aim_is_dropped) {
  const Reading reading = read(
      "Phấn đấu 90% đoàn viên nữ được khám sức khỏe\n\nCông đoàn ngành đề ra mục tiêu phấn đấu 90% đoàn viên "
      "nữ được khám sức khỏe định kỳ trong năm 2026.\n");
  ASSERT_EQ(reading.targets.size(), 1U);
  EXPECT_GT(reading.targets[0].span.begin, 40U);
}

TEST(DirectiveReading, the_same_text_decomposed_reads_the_same) {
  // "Phấn đấu 90% nữ đoàn viên tham gia." in NFD.
  const std::string_view nfd =
      "Pha\xCC\x82\xCC\x81n \xC4\x91\x61\xCC\x82\xCC\x81u 90% nu\xCC\x9B\xCC\x83 \xC4\x91oa\xCC\x80n "
      "vie\xCC\x82n tham gia.";
  const Reading reading = read(nfd);
  ASSERT_EQ(reading.targets.size(), 1U);
  const ProposedTarget& target = reading.targets[0];
  EXPECT_EQ(target.quote, nfd.substr(target.span.begin, target.span.end - target.span.begin));
  EXPECT_EQ(nfd.substr(target.number.begin, target.number.end - target.number.begin), "90");
}

TEST(DirectiveReading, time_grows_with_the_text_and_not_faster) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "phấn đấu 5% người tăng 5 lần và ";
  EXPECT_LE(read(text).targets.size(), 40000U);
}

TEST(DirectiveReading, the_year_after_a_plans_name_is_its_own_whatever_the_plan_is_called) {
  const auto under = [](const std::string& name) {
    return aims(name +
                " tổ chức Tháng Công nhân năm 2026\n\nPhấn đấu 90% đoàn viên tham gia.\n"
                "Phấn đấu đến năm 2030, 95% đoàn viên tham gia.\n");
  };
  for (const char* name : {"Kế hoạch", "Chương trình", "Hướng dẫn"})
    EXPECT_EQ(under(name), (Lines{">= 90 percent 2026", ">= 95 percent 2030"})) << name;
  EXPECT_EQ(under("Chỉ thị"), (Lines{">= 90 percent 2030", ">= 95 percent 2030"}))
      << "an instruction's year is the one it was given in";
}

TEST(DirectiveReading, a_deadline_as_a_heading_makes_aims_of_what_is_under_it) {
  EXPECT_EQ(aims("Đến năm 2030:\n- 80% xã có câu lạc bộ phụ nữ.\nGiảm 50% số cặp tảo hôn.\n"),
            (Lines{">= 80 percent 2030", ">= 50 percent 2030 change"}));
}

TEST(DirectiveReading, an_announced_list_stays_a_list_of_aims) {
  EXPECT_EQ(aims("Đại hội đề ra một số chỉ tiêu như: tổ chức kỷ niệm ngày thành lập; 100% cơ sở Hội đã có "
                 "chi tổ phụ "
                 "nữ số; dạy nghề cho 120 phụ nữ.")
                .size(),
            2U);
  EXPECT_EQ(aims("Đại hội thông qua 3 chỉ tiêu. Thứ nhất, hằng năm mỗi cơ sở Hội giúp 5 hộ thoát nghèo."),
            Lines{">= 5 count each"});
}

TEST(DirectiveReading, what_follows_a_result_is_a_result) {
  EXPECT_EQ(aims("Nhiệm kỳ qua, công đoàn đã đạt 9/10 chỉ tiêu đề ra. 100% viên chức được tham gia bảo hiểm; "
                 "mỗi năm có "
                 "ít nhất 12 sáng kiến được công nhận."),
            Lines{});
}

TEST(DirectiveReading, what_stands_in_parentheses_speaks_of_itself_only) {
  EXPECT_EQ(aims("Toàn huyện kết nạp 236 hội viên (chỉ tiêu là 200 hội viên), giúp 14 hộ thoát nghèo."),
            Lines{});
  EXPECT_EQ(aims("Phấn đấu kết nạp 6 đảng viên (ít nhất 50% là nữ)."),
            (Lines{">= 6 count", ">= 50 percent"}));
}

TEST(DirectiveReading, numbers_as_people_say_them) {
  EXPECT_EQ(aims("Phấn đấu hơn một nửa số nữ đoàn viên được tập huấn."), Lines{"> 0.5 ratio"});
  EXPECT_EQ(aims("Phấn đấu năm mươi phần trăm nữ đoàn viên biết bơi."), Lines{">= 50 percent"});
  EXPECT_EQ(aims("Phấn đấu số nữ đoàn viên được vay vốn tăng gấp đôi so với năm 2025."),
            Lines{">= 2 times change"});
  EXPECT_EQ(aims("Phấn đấu tổ chức hai lớp tập huấn."), Lines{">= 2 count"});
  EXPECT_EQ(aims("Chỉ tiêu: tỷ lệ thu hút hội viên >= 78%; số vụ bạo lực = 0."),
            (Lines{">= 78 percent", "= 0 other"}));
}

TEST(DirectiveReading, bands_of_grades_and_points_are_rules) {
  EXPECT_EQ(aims("Có từ 80% đến dưới 100% đoàn viên đăng ký rèn luyện."), Lines{});
  EXPECT_EQ(aims("Hoàn thành 100% chỉ tiêu trở lên: 10 điểm; từ 80%: 7 điểm."), Lines{});
}

TEST(DirectiveReading, what_people_told_when_asked_is_no_aim) {
  EXPECT_EQ(aims("58% phụ nữ từng bị quấy rối ít nhất một lần. 87% người được hỏi cho biết họ lo ngại."),
            Lines{});
}

TEST(DirectiveReading, a_figure_may_stick_to_the_year_before_it) {
  EXPECT_EQ(aims("Phấn đấu đến năm 2030,100% xã có câu lạc bộ phụ nữ."), Lines{"= 100 percent 2030"});
}

TEST(DirectiveReading, the_term_in_the_name_of_a_resolution_is_its_horizon) {
  EXPECT_EQ(aims("Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2027 - 2032\nXây dựng Đảng\n- "
                 "Hằng năm có trên 90% "
                 "chi bộ đạt tốt.\n- Tỷ lệ nữ cấp ủy đạt 25%.\n- 100% chi bộ có nữ đảng viên.\n- Kết nạp 20 "
                 "đảng viên nữ.\n"),
            (Lines{"> 90 percent 2032", ">= 25 percent 2032", "= 100 percent 2032", ">= 20 count 2032"}));
}

TEST(DirectiveReading, a_year_said_in_passing_is_for_one_figure_alone) {
  EXPECT_EQ(aims("Chỉ tiêu đến năm 2030: trồng mới 5.000 cây, riêng năm 2027 trồng 1.200 cây."),
            (Lines{">= 5000 count 2030", ">= 1200 count 2027"}));
}

TEST(DirectiveReading, a_day_is_kept_with_its_year) {
  const auto due = [](std::string_view text) {
    const Reading reading = read(text);
    return reading.targets.empty() || !reading.targets[0].due ? "none" : format_date(*reading.targets[0].due);
  };
  EXPECT_EQ(due("Trước ngày 30/6/2027, phấn đấu 100% công đoàn cơ sở kiện toàn ban nữ công."), "2027-06-30");
  EXPECT_EQ(due("Hết quý III/2027, phấn đấu 100% công đoàn cơ sở kiện toàn ban nữ công."), "2027-09-30");
  EXPECT_EQ(due("Hà Nội, ngày 5 tháng 01 năm 2027\n\nPhấn đấu trước ngày 30/6 có 100% công đoàn cơ sở kiện "
                "toàn ban "
                "nữ công."),
            "2027-06-30");
  EXPECT_EQ(due("Đến năm 2027, phấn đấu 100% công đoàn cơ sở kiện toàn ban nữ công."), "none");
}

TEST(DirectiveReading, a_sentence_without_end_is_not_quoted_whole_for_each_number) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "9O% nữ ";
  const auto passed = read(text).passed_over;
  ASSERT_EQ(passed.size(), 2000U);
  for (const PassedOver& each : passed) {
    EXPECT_LT(each.quote.size(), 2000U);
    EXPECT_EQ(text.substr(each.clause.begin, each.clause.end - each.clause.begin), each.quote);
    EXPECT_GE(each.number.begin, each.clause.begin);
    EXPECT_LE(each.number.end, each.clause.end);
  }
}

}  // namespace
}  // namespace nucong::directive

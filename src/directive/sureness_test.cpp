// How sure the reader is, what it asks, and what it passes over. The sentences are made up.
#include <gtest/gtest.h>

#include "directive/reading.hpp"

namespace nucong::directive {
namespace {

TEST(DirectiveSureness, more_signs_make_surer) {
  const auto sureness = [](std::string_view text) { return read(text).targets.at(0).sureness; };
  const int said = sureness("Phấn đấu 90% nữ đoàn viên được khám sức khỏe.");
  const int headed =
      sureness("II. CHỈ TIÊU\n1. Phấn đấu ít nhất 90% nữ đoàn viên được khám sức khỏe năm 2026.");
  EXPECT_LT(said, headed);
  EXPECT_LT(headed, 100);  // never certain: a person decides
}

TEST(DirectiveSureness, every_proposal_says_why) {
  const Reading reading = read("Phấn đấu ít nhất 90% nữ đoàn viên được khám sức khỏe.");
  ASSERT_EQ(reading.targets.size(), 1U);
  int weight = 0;
  for (const Reason& reason : reading.targets[0].reasons) weight += weight_of(reason.sign);
  EXPECT_GE(weight, enough);
  EXPECT_EQ(reading.targets[0].reasons[0].sign, Sign::word_of_aim);
  EXPECT_EQ(reading.targets[0].reasons[0].where, (Span{0, std::string_view("Phấn đấu").size()}));
}

TEST(DirectiveSureness, one_question_the_weightiest_first) {
  const auto question = [](std::string_view text) { return read(text).targets.at(0).question; };
  EXPECT_EQ(question("Đến năm 2030 có 90% nữ đoàn viên được khám."), Question::is_it_an_aim);
  EXPECT_EQ(question("II. CHỈ TIÊU\n1. Phấn đấu ít nhất 90% nữ đoàn viên được khám."), Question::by_when);
  EXPECT_EQ(question("Kế hoạch công tác nữ công năm 2026 được ban hành.\n\nII. CHỈ TIÊU\n1. Ít nhất 90% nữ "
                     "đoàn viên được khám."),
            Question::which_year);
  EXPECT_EQ(question("II. CHỈ TIÊU\n1. Đến năm 2027, ít nhất 90% nữ đoàn viên được khám."), std::nullopt);
}

TEST(DirectiveSureness, what_nearly_was_an_aim_is_pointed_out) {
  const Reading reading = read("Trong nhiệm kỳ tới mỗi tổ nữ công giúp 5 chị em.");
  EXPECT_TRUE(reading.targets.empty());
  ASSERT_EQ(reading.passed_over.size(), 1U);
  EXPECT_EQ(reading.passed_over[0].question, Question::is_it_an_aim);
}

TEST(DirectiveSureness, a_result_is_passed_over_in_silence) {
  EXPECT_TRUE(read("Năm qua đã có 95% nữ đoàn viên được khám sức khỏe.").passed_over.empty());
}

TEST(DirectiveSureness, spoilt_digits_are_pointed_out_and_never_guessed) {
  for (const std::string_view number : {"9O%", "l00%", "1OO%", "lO%"}) {
    const std::string text = "Phấn đấu " + std::string(number) + " nữ đoàn viên được khám.";
    const Reading reading = read(text);
    EXPECT_TRUE(reading.targets.empty()) << number;
    ASSERT_EQ(reading.passed_over.size(), 1U) << number;
    EXPECT_EQ(reading.passed_over[0].question, Question::which_digits) << number;
  }
}

TEST(DirectiveSureness, names_with_letters_and_digits_are_not_spoilt) {
  for (const std::string_view text : {"Tặng 2l nước mỗi suất.", "Khí O3 và CO2.", "Thực hiện 5S tại xưởng."})
    EXPECT_TRUE(read(text).passed_over.empty()) << text;
}

}  // namespace
}  // namespace nucong::directive

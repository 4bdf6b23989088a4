#include "app/burden.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/adopt.hpp"
#include "world/work.hpp"

namespace nucong::app {
namespace {

constexpr const char* text =
    "HƯỚNG DẪN\nNăm 2026\n"
    "1. Phấn đấu ít nhất 90% cán bộ nữ công được tập huấn nghiệp vụ.\n"
    "2. Trồng ít nhất 500 cây xanh.\n";

class Weighing : public testing::Test {
 protected:
  Weighing() { work.people.clock.day = make_date(2026, 4, 5); }
  world::Work work{world::two_zones};
};

TEST_F(Weighing, a_figure_is_asked_once_however_many_targets_need_it) {
  const auto one = burden_of_text(console(), work.present(), text, "VN").value();
  const auto twice = burden_of_text(
      console(), work.present(),
      std::string(text) + "3. Đến hết năm 2026, có ít nhất 95% cán bộ nữ công được tập huấn nghiệp vụ.\n",
      "VN");
  ASSERT_TRUE(twice.has_value());
  EXPECT_EQ(twice.value().figures.size(), one.figures.size());
  EXPECT_EQ(one.minutes_per_figure, world::knowledge().effort.minutes_per_figure);
}

TEST_F(Weighing, known_and_new_figures_are_told_apart_and_counted_by_unit) {
  const auto found = burden_of_text(console(), work.present(), text, "VN").value();
  std::int64_t known = 0;
  std::int64_t fresh = 0;
  for (const auto& figure : found.figures) (figure.forms.empty() ? fresh : known) += figure.units;
  ASSERT_GT(known + fresh, 0);
  EXPECT_EQ(found.known_hours, (Ratio{Decimal{known} * found.minutes_per_figure, Decimal{60}}.rounded(1)));
  EXPECT_EQ(found.new_hours, (Ratio{Decimal{fresh} * found.minutes_per_figure, Decimal{60}}.rounded(1)));
  const auto part = burden_of_text(console(), work.present(), text, "B").value();
  EXPECT_LT(part.figures.front().units, found.figures.front().units);
}

TEST_F(Weighing, an_adopted_directive_weighs_what_its_text_weighs) {
  const auto adopted = adopt(work.app, {text, "hd.txt", "VN", Period::year(2026), {}}).value();
  const auto one = burden(console(), work.present(), adopted.directive, "VN").value();
  const auto other = burden_of_text(console(), work.present(), text, "VN").value();
  ASSERT_EQ(one.targets.size(), other.targets.size());
  for (std::size_t i = 0; i < one.targets.size(); ++i) {
    EXPECT_EQ(one.targets[i].indicator, other.targets[i].indicator);
    EXPECT_EQ(one.targets[i].figures, other.targets[i].figures);
  }
  EXPECT_EQ(one.known_hours, other.known_hours);
  EXPECT_EQ(one.new_hours, other.new_hours);
  EXPECT_EQ(burden(console(), work.present(), "D9", "VN").error().code(), ErrorCode::directive_unknown);
}

}  // namespace
}  // namespace nucong::app

#include "app/adopt.hpp"

#include <gtest/gtest.h>

#include "app/set_goals.hpp"
#include "world/app.hpp"

namespace nucong::app {
namespace {

using world::App;

const std::string text =
    "LIÊN ĐOÀN GIẢ ĐỊNH\nSố: 07/HD-LĐ\nHƯỚNG DẪN\nNhiệm vụ công tác nữ công năm 2026\n\n"
    "Phấn đấu 90% trở lên nữ đoàn viên đạt danh hiệu \"Giỏi việc nước, đảm việc nhà\".\n"
    "Mỗi công đoàn cơ sở tổ chức ít nhất 01 hoạt động chăm lo cho nữ đoàn viên.\n";

class Adopting : public ::testing::Test {
 protected:
  Adopting() {
    app.found("2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN kind=grassroots");
  }
  App app;
};

TEST_F(Adopting, keeps_the_targets_bound_and_given_to_the_branch) {
  const auto adopted = adopt(app.ports, {text, "hd.txt", "VN", {}, {}});
  ASSERT_TRUE(adopted.has_value()) << App::fault(adopted);
  ASSERT_EQ(adopted.value().targets.size(), 2U);
  EXPECT_EQ(adopted.value().period.str(), "2026");
  const auto stored = app.database->directives().value();
  ASSERT_EQ(stored.size(), 1U);
  EXPECT_EQ(stored[0].number, "07/HD-LĐ");
  EXPECT_EQ(stored[0].targets[0].id, "D1.1");
  EXPECT_EQ(stored[0].targets[0].due, make_date(2026, 12, 31));
  EXPECT_FALSE(stored[0].targets[0].indicator.empty());
  EXPECT_FALSE(stored[0].targets[1].indicator.empty());
  EXPECT_EQ(app.database->goals().value().size(), 2U);
}

TEST_F(Adopting, last_years_text_taken_into_work_anew_is_due_at_the_end_of_the_new_period) {
  const auto adopted = adopt(app.ports, {text, "hd.txt", "VN", Period::year(2028), {}, {}});
  EXPECT_EQ(adopted.value().targets[0].target.due, make_date(2028, 12, 31));
}

TEST_F(Adopting, a_person_decides_over_likeness) {
  const auto adopted = adopt(app.ports, {text, "hd.txt", "VN", {}, {}, {{1, ""}}});
  ASSERT_TRUE(adopted.has_value());
  EXPECT_EQ(adopted.value().targets[0].target.indicator, "");
  const auto percent = adopted.value().targets[0].candidates.front().indicator->code;
  EXPECT_TRUE(rebind(app.ports, "D1.1", percent).has_value());
  EXPECT_EQ(App::fault(rebind(app.ports, "D1.2", percent)), "indicator.unit_differs");
  EXPECT_EQ(App::fault(rebind(app.ports, "D9.9", percent)), "target.unknown");
  EXPECT_EQ(App::fault(rebind(app.ports, "D1.1", "I.NO")), "indicator.unknown");
}

TEST_F(Adopting, refuses_what_cannot_be_followed) {
  EXPECT_EQ(App::fault(adopt(app.ports, {"Không có chỉ tiêu nào.", "x.txt", "VN", {}, {}})),
            "directive.no_target");
  EXPECT_EQ(App::fault(adopt(app.ports, {text, "x.txt", "NO", {}, {}})), "unit.unknown");
  EXPECT_EQ(App::fault(adopt(app.ports, {text, "x.txt", "VN", {}, {}, {{9, "I.GVN"}}})), "target.unknown");
  ASSERT_TRUE(adopt(app.ports, {text, "x.txt", "VN", {}, {}}).has_value());
  EXPECT_EQ(App::fault(adopt(app.ports, {text, "x.txt", "VN", {}, {}})), "directive.adopted");
}

TEST_F(Adopting, goals_of_units_are_held_against_the_one_above) {
  ASSERT_TRUE(adopt(app.ports, {text, "x.txt", "VN", {}, {}}).has_value());
  const auto set = [&](const std::string& rows) {
    return App::fault(set_goals(app.ports, App::table("target,unit,value\n" + rows)));
  };
  EXPECT_EQ(set("D1.1,A,95\n"), "ok");
  EXPECT_EQ(set("D1.1,A,80\n"), "target.weaker line 2");
  EXPECT_EQ(set("D7.1,A,80\n"), "target.unknown line 2");
  EXPECT_EQ(set("D1.1,NO,95\n"), "unit.unknown line 2");
}

}  // namespace
}  // namespace nucong::app

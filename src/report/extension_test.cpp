#include "report/extension.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::report {
namespace {

class Extending : public ::testing::Test {
 protected:
  Extending() {
    form.code = "NC-Q";
    form.due_days = 10;
  }
  void extend(const char* unit, Date due, const char* of = "NC-Q", const char* period = "2026-Q1") {
    extensions.push_back(
        {history.slot(unit).value(), of, Period::parse(period).value(), due, {}, {}, "bão số 3"});
  }
  [[nodiscard]] Date due(const char* unit) const {
    return due_for(form, quarter, history.slot(unit).value(), tree, extensions);
  }

  const unit::History history = world::history(world::two_provinces + R"(
    2026-05-01 move B parent=Q
    2026-06-01 found D parent=Q kind=grassroots
  )");
  const Period quarter = Period::parse("2026-Q1").value();
  const unit::Tree tree{history, quarter.last()};
  Form form;
  std::vector<Extension> extensions;
};

TEST_F(Extending, without_any_the_form_says_when) {
  EXPECT_EQ(due("A"), make_date(2026, 4, 10));
}

TEST_F(Extending, holds_for_the_unit_and_all_below_it) {
  extend("P", make_date(2026, 4, 20));
  EXPECT_EQ(due("P"), make_date(2026, 4, 20));
  EXPECT_EQ(due("A"), make_date(2026, 4, 20));
  EXPECT_EQ(due("C"), make_date(2026, 4, 10));
  EXPECT_EQ(due("B"), make_date(2026, 4, 20)) << "moved since; who was below whom then counts";
}

TEST_F(Extending, the_nearest_above_and_of_one_unit_the_last_recorded_holds) {
  extend("P", make_date(2026, 4, 25));
  extend("VN", make_date(2026, 4, 30));
  extend("P", make_date(2026, 4, 20));
  EXPECT_EQ(due("A"), make_date(2026, 4, 20));
  EXPECT_EQ(due("C"), make_date(2026, 4, 30));
  EXPECT_EQ(due("D"), make_date(2026, 4, 30)) << "not founded then: by the unit it was founded under";
}

TEST_F(Extending, is_of_one_form_and_period) {
  extend("A", make_date(2026, 4, 20), "NC-N");
  extend("A", make_date(2026, 7, 20), "NC-Q", "2026-Q2");
  EXPECT_EQ(due("A"), make_date(2026, 4, 10));
}

TEST_F(Extending, takes_no_time_away) {
  extend("A", make_date(2026, 4, 9));
  EXPECT_EQ(check_extension(extensions.front(), make_date(2026, 4, 10)).error().code(),
            ErrorCode::deadline_earlier);
  EXPECT_TRUE(check_extension(extensions.front(), make_date(2026, 4, 9)).has_value());
}

}  // namespace
}  // namespace nucong::report

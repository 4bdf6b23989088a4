#include "sheet/detail/form_totals.hpp"

#include <gtest/gtest.h>

namespace nucong::sheet::detail {
namespace {

using report::FormLine;

FormLine entry(std::optional<Decimal> current) {
  return {.current = current};
}
FormLine total(std::vector<std::size_t> addends) {
  return {.role = FormLine::Role::total, .addends = std::move(addends)};
}

TEST(ShownValues, add_up_through_totals_of_totals) {
  report::FormSheet form;
  form.lines = {total({1, 4}), total({2, 3}), entry(5), entry(std::nullopt), entry(Decimal::scaled(25, 1))};
  const auto shown = shown_values(form);
  EXPECT_EQ(shown[0].str(), "7.5");
  EXPECT_EQ(shown[1].str(), "5");
  EXPECT_EQ(shown[3].str(), "0");
}

TEST(ShownValues, a_total_that_adds_itself_is_a_defect) {
  report::FormSheet form;
  form.lines = {total({1}), total({0})};
  EXPECT_THROW(static_cast<void>(shown_values(form)), Defect);
  form.lines = {total({7})};
  EXPECT_THROW(static_cast<void>(shown_values(form)), Defect);
}

TEST(SumFormula, joins_neighbours) {
  EXPECT_EQ(sum_formula({0, 2}, "E", 7), "=SUM(E7,E9)");
  EXPECT_EQ(sum_formula({4, 1, 0}, "E", 7), "=SUM(E7:E8,E11)");
  EXPECT_EQ(sum_formula({3}, "E", 7), "=SUM(E10)");
}

}  // namespace
}  // namespace nucong::sheet::detail

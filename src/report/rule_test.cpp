#include "report/rule.hpp"

#include <limits>
#include <map>

#include <gtest/gtest.h>

#include "indicator/sample_elements.hpp"
#include "report/form.hpp"

namespace nucong::report {
namespace {

const indicator::Elements elements = indicator::sample_elements();

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}
indicator::Series series(std::string_view text) {
  return elements.parse_series(text).value();
}

Rule rule(std::string code, std::string_view check) {
  return {std::move(code), indicator::Predicate::parse(check, elements).value(), {}, {}, {}};
}

std::string broken(const std::vector<Rule>& rules, const std::map<std::string, Decimal>& figures) {
  const auto found = check_rules(rules, [&](indicator::Series asked) -> std::optional<Decimal> {
    const auto figure = figures.find(elements.code_of(asked));
    return figure == figures.end() ? std::nullopt : std::optional(figure->second);
  });
  std::string codes;
  for (const auto* one : found) codes += one->code + " ";
  return codes;
}

TEST(Rules, are_broken_by_figures_that_contradict_each_other) {
  const std::vector<Rule> rules{rule("R.WOMEN", "A02 <= A01"), rule("R.MEMBERS", "A04 <= A03"),
                                rule("R.TITLES", "G02 <= A02")};
  EXPECT_EQ(broken(rules, {{"A01", 10}, {"A02", 12}, {"A03", 9}, {"A04", 9}, {"G02", 13}}),
            "R.WOMEN R.TITLES ");
  EXPECT_EQ(broken(rules, {{"A01", 10}, {"A02", 10}, {"A03", 9}, {"A04", 0}}), "");
}

TEST(Rules, cannot_be_judged_without_their_figures) {
  EXPECT_EQ(broken({rule("R.WOMEN", "A02 <= A01")}, {{"A02", 12}}), "");
  EXPECT_EQ(broken({rule("R.BOTH", "reported(A01) or not reported(A02)")}, {{"A02", 12}}), "R.BOTH ");
}

TEST(Jump, is_a_move_by_more_than_the_factor_and_at_least_the_floor) {
  const JumpRule rule{3, 10};
  EXPECT_FALSE(is_jump(10, 30, rule));
  EXPECT_TRUE(is_jump(10, 31, rule));
  EXPECT_TRUE(is_jump(31, 10, rule));
  EXPECT_FALSE(is_jump(30, 10, rule));
  EXPECT_FALSE(is_jump(1, 9, rule));
  EXPECT_FALSE(is_jump(0, 9, rule));
  EXPECT_TRUE(is_jump(0, 10, rule));
  EXPECT_TRUE(is_jump(10, 0, rule));
  EXPECT_FALSE(is_jump(100, 100, rule));
  EXPECT_TRUE(is_jump(d("10.1"), d("30.31"), rule));
}

TEST(Jump, bears_the_largest_numbers) {
  const Decimal most = std::numeric_limits<std::int64_t>::max();
  EXPECT_FALSE(is_jump(most, most, JumpRule{3, 10}));
  EXPECT_TRUE(is_jump(most, 1, JumpRule{3, 10}));
}

Form form() {
  Form made;
  made.code = "NC-Q";
  made.periods = {PeriodKind::quarter};
  made.kinds = {"grassroots"};
  made.due_days = 10;
  made.items = {Form::Heading{"A", "A"}, Form::Entry{series("A03")}, Form::Entry{series("A04[sector=fdi]")},
                Form::Entry{series("A03")}, Form::Total{"T", "T", {series("A03")}}};
  return made;
}

TEST(Form, lists_what_it_asks_in_the_order_of_the_page) {
  EXPECT_EQ(form().asked(), (std::vector{series("A03"), series("A04[sector=fdi]")}));
  EXPECT_TRUE(form().asks(series("A04[sector=fdi]")));
  EXPECT_FALSE(form().asks(series("A04")));
}

TEST(Form, is_for_some_units_and_periods_and_due_after_the_last_day) {
  EXPECT_TRUE(form().is_for(PeriodKind::quarter));
  EXPECT_FALSE(form().is_for(PeriodKind::year));
  EXPECT_TRUE(form().is_for("grassroots"));
  EXPECT_FALSE(form().is_for("commune"));
  EXPECT_EQ(form().due(Period::parse("2026-Q1").value()), make_date(2026, 4, 10));
}

}  // namespace
}  // namespace nucong::report

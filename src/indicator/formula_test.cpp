#include "indicator/formula.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "indicator/sample_elements.hpp"

namespace nucong::indicator {
namespace {

const Elements elements = sample_elements();
constexpr std::nullopt_t none = std::nullopt;

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}
Formula parsed(std::string_view text) {
  return Formula::parse(text, elements).value();
}
Measured measured(std::string_view text, const std::vector<std::optional<Decimal>>& values) {
  return parsed(text).evaluate(values);
}

std::string param(const Error& error, std::string_view name) {
  for (const auto& found : error.params())
    if (found.name == name) return found.value;
  return "-";
}

struct Refused {
  ErrorCode code;
  std::string position;
  std::string expected;
  bool operator==(const Refused&) const = default;
};

Refused refused(std::string_view text) {
  const auto error = Formula::parse(text, elements).error();
  return {error.code(), param(error, "position"), param(error, "expected")};
}

TEST(Formula, says_the_shapes_of_a_target) {
  const auto persons = parsed("title_holders / women_workers");
  ASSERT_EQ(persons.aggregates().size(), 2U);
  EXPECT_EQ(elements.code_of(persons.aggregates()[0].series), "G02");
  EXPECT_EQ(persons.aggregates()[1].kind, Aggregate::Kind::sum);

  const auto units = parsed("units(grassroots where care_activities >= 1) / units(grassroots)");
  ASSERT_EQ(units.aggregates().size(), 2U);
  EXPECT_EQ(units.aggregates()[0].kind, Aggregate::Kind::units);
  EXPECT_TRUE(units.aggregates()[0].units.where);
  EXPECT_EQ(units.aggregates()[1].units, (UnitSet{{"grassroots"}, none}));

  EXPECT_EQ(parsed("new_committees").aggregates().size(), 1U);

  const auto change = parsed("women_members / previous(women_members) - 1");
  ASSERT_EQ(change.aggregates().size(), 2U);
  EXPECT_EQ(change.aggregates()[0].years_back, 0);
  EXPECT_EQ(change.aggregates()[1].years_back, 1);
}

TEST(Formula, asks_every_unit_for_a_number_that_the_target_brings) {
  const auto each = parsed("each(grassroots, guild: care_activities)");
  ASSERT_NE(each.per_unit(), nullptr);
  EXPECT_EQ(each.per_unit()->kinds, (std::vector<std::string>{"grassroots", "guild"}));
  EXPECT_TRUE(each.aggregates().empty());
  EXPECT_FALSE(each.evaluate({}).ratio);
  const auto share = each.share_reaching(Comparison::at_least, 2, elements);
  EXPECT_EQ(share.str(), "units(grassroots, guild where care_activities >= 2) / units(grassroots, guild)");
  EXPECT_EQ(parsed(share.str()), share);
}

TEST(Formula, keeps_the_two_sides_of_a_division) {
  const auto share = measured("title_holders / women_workers", {9, 10});
  EXPECT_EQ(share.ratio->rounded(2), d("0.9"));
  EXPECT_EQ(share.numerator, Decimal(9));
  EXPECT_EQ(share.denominator, Decimal(10));
  const auto change = measured("women_members / previous(women_members) - 1", {105, 100});
  EXPECT_EQ(change.numerator, Decimal(5));
  EXPECT_EQ(change.denominator, Decimal(100));
  const auto count = measured("new_committees * 2", {7});
  EXPECT_EQ(count.numerator, Decimal(14));
  EXPECT_EQ(count.denominator, Decimal(1));
}

TEST(Formula, has_no_answer_without_data) {
  const auto half = measured("title_holders / women_workers", {9, none});
  EXPECT_FALSE(half.ratio);
  EXPECT_EQ(half.numerator, Decimal(9));
  EXPECT_EQ(half.denominator, none);
  const auto zero = measured("title_holders / women_workers", {0, 0});
  EXPECT_FALSE(zero.ratio);
  EXPECT_EQ(zero.denominator, Decimal(0));
  EXPECT_FALSE(measured("new_committees", {none}).ratio);
  EXPECT_FALSE(measured("women_members / previous(women_members) - 1", {105, none}).ratio);
  EXPECT_FALSE(measured("-new_committees", {none}).ratio);
}

TEST(Formula, adds_what_is_there) {
  EXPECT_EQ(measured("new_committees + care_activities", {3, none}).numerator, Decimal(3));
  EXPECT_EQ(measured("new_committees + care_activities", {none, 4}).numerator, Decimal(4));
  EXPECT_FALSE(measured("new_committees + care_activities", {none, none}).ratio);
  EXPECT_FALSE(measured("new_committees + 5", {none}).ratio);
  EXPECT_FALSE(measured("new_committees - care_activities", {3, none}).ratio);
}

TEST(Formula, fetches_each_aggregate_once) {
  const auto formula = parsed(
      "(women_members - previous(women_members)) / previous(women_members) + previous(previous(A04)) / A04");
  ASSERT_EQ(formula.aggregates().size(), 3U);
  EXPECT_EQ(formula.aggregates()[2].years_back, 2);
  EXPECT_EQ(parsed("units(grassroots where A01 > 1) / units(grassroots where workers>1)").aggregates().size(),
            1U);
  EXPECT_EQ(parsed("previous(units(grassroots))").aggregates()[0].years_back, 1);
}

TEST(Formula, prints_one_spelling) {
  const auto spelled = [](std::string_view text) { return parsed(text).str(); };
  EXPECT_EQ(spelled("G02/A02"), "title_holders / women_workers");
  EXPECT_EQ(spelled("((A01+A02))*-A03"), "(workers + women_workers) * -members");
  EXPECT_EQ(spelled("A01-(A02-A03)-A04"), "workers - (women_workers - members) - women_members");
  EXPECT_EQ(spelled("A01/(A02*A03)"), "workers / (women_workers * members)");
  EXPECT_EQ(spelled("previous(A04[sector=fdi]+A01)"),
            "previous(women_members[sector=fdi]) + previous(workers)");
  EXPECT_EQ(spelled("units( )-units(where A01>=1.50)"), "units() - units(where workers >= 1.5)");
  EXPECT_EQ(spelled("each(grassroots:F08)"), "each(grassroots: care_activities)");
  EXPECT_EQ(spelled("A01 - -(2)"), "workers - -2");
}

TEST(Formula, lists_what_it_reads) {
  const auto formula = parsed("units(guild, grassroots where F08 >= A01) / units(grassroots) + A04 / A04");
  std::string all;
  for (const auto series : formula.series_used()) all += elements.code_of(series) + " ";
  EXPECT_EQ(all, "A01 A04 F08 ");
  EXPECT_EQ(formula.kinds_used(), (std::vector<std::string>{"grassroots", "guild"}));
  EXPECT_EQ(parsed("each(team: F08)").series_used().size(), 1U);
  EXPECT_EQ(parsed("each(team: F08)").kinds_used(), (std::vector<std::string>{"team"}));
}

TEST(Formula, says_where_the_grammar_is_left_and_what_was_expected) {
  const auto malformed = [](const char* position, const char* expected) {
    return Refused{ErrorCode::formula_malformed, position, expected};
  };
  EXPECT_EQ(refused(""), malformed("1", "expression"));
  EXPECT_EQ(refused("workers /"), malformed("10", "expression"));
  EXPECT_EQ(refused("workers members"), malformed("9", "operator or end"));
  EXPECT_EQ(refused("(workers"), malformed("9", ")"));
  EXPECT_EQ(refused("workers % 2"), malformed("9", "name, number or sign"));
  EXPECT_EQ(refused("units(grassroots care_activities >= 1)"), malformed("18", "where or )"));
  EXPECT_EQ(refused("units(grassroots,)"), malformed("18", "kind"));
  EXPECT_EQ(refused("each(care_activities)"), malformed("21", ":"));
  EXPECT_EQ(refused("previous workers"), malformed("10", "("));
  EXPECT_EQ(refused("women_members[sector]"), malformed("21", "="));
  EXPECT_EQ(refused("1.2.3 * workers"), malformed("1", "number"));
  EXPECT_EQ(refused("workers > 1 > 2"), malformed("13", "operator or end"));
  // The column counts characters, not bytes.
  EXPECT_EQ(refused("workers + nữ"), malformed("12", "name, number or sign"));
}

TEST(Formula, says_which_part_has_the_wrong_type) {
  const auto type = [](const char* position, const char* expected) {
    return Refused{ErrorCode::formula_type, position, expected};
  };
  EXPECT_EQ(refused("care_activities >= 1"), type("1", "expression"));
  EXPECT_EQ(refused("workers + (members > 1)"), type("12", "expression"));
  EXPECT_EQ(refused("units(grassroots where workers)"), type("24", "predicate"));
  EXPECT_EQ(refused("units(grassroots where units() > 1)"), type("24", "expression over one unit"));
  EXPECT_EQ(refused("units(where workers > previous(workers))"), type("23", "expression over one unit"));
  EXPECT_EQ(refused("each(grassroots: units())"), type("18", "expression over one unit"));
  EXPECT_EQ(refused("1 + each(grassroots: workers)"), type("5", "expression"));
}

TEST(Formula, names_the_element_it_does_not_know) {
  const auto error = Formula::parse("title_holder / women_workers", elements).error();
  EXPECT_EQ(error.code(), ErrorCode::element_unknown);
  EXPECT_EQ(param(error, "text"), "title_holder");
  EXPECT_EQ(param(error, "nearest"), "title_holders");
  EXPECT_EQ(param(error, "position"), "1");
  EXPECT_EQ(refused("1 + women_members[sector=moon]").code, ErrorCode::element_split_unknown);
  EXPECT_EQ(refused("1 + women_members[sector=moon]").position, "5");
}

TEST(Formula, bears_any_depth_and_length_of_text) {
  EXPECT_EQ(refused(std::string(1000, '(')).expected, "at most 50 levels");
  EXPECT_EQ(refused(std::string(1000, '-')).expected, "at most 50 levels");
  EXPECT_EQ(refused(std::string(3000, ' ')).expected, "end within 2000 characters");
  std::string sum = "A01";
  for (int i = 0; i < 400; ++i) sum += "+A01";
  EXPECT_EQ(measured(sum, {2}).numerator, Decimal(802));
  EXPECT_EQ(refused(std::string(30, '9')).expected, "number");
  EXPECT_FALSE(measured("workers * 9000000000000000000", {2}).ratio);
}

std::string any_text(int depth) {
  const auto deeper = [&] { return any_text(depth - 1); };
  const std::string series =
      *rc::gen::element<std::string>("A01", "members", "A04[sector=fdi]", "F08", "7", "0.25");
  switch (*rc::gen::inRange(0, depth == 0 ? 2 : 8)) {
    case 0:
      return series;
    case 1:
      return *rc::gen::element<std::string>("units()", "units(grassroots)",
                                            "units(team, guild where A01>1 and A02=3)",
                                            "previous(units(where not reported(F08) or A01/A02<0.5))");
    case 2:
      return "-" + deeper();
    case 3:
      return "(" + deeper() + ")";
    case 4:
      return "previous(" + deeper() + ")";
    default:
      return deeper() + *rc::gen::element<std::string>("+", "-", "*", "/") + deeper();
  }
}

RC_GTEST_PROP(Formula, parsing_what_was_printed_gives_it_back, ()) {
  const auto text = any_text(4);
  RC_PRE(text.size() < 1000U);
  const auto formula = Formula::parse(text, elements).value();
  RC_PRE(formula.str().size() <= Formula::characters_max);
  const auto again = Formula::parse(formula.str(), elements).value();
  RC_ASSERT(again == formula);
  RC_ASSERT(again.str() == formula.str());
}

RC_GTEST_PROP(Formula, evaluates_any_figures_without_a_defect, ()) {
  const auto formula = Formula::parse(any_text(4), elements).value();
  std::vector<std::optional<Decimal>> values(formula.aggregates().size());
  for (auto& value : values)
    if (*rc::gen::arbitrary<bool>())
      value = Decimal::scaled(
          *rc::gen::inRange<std::int64_t>(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000),
          *rc::gen::inRange(0, 10));
  const auto measured = formula.evaluate(values);
  RC_ASSERT((!measured.ratio || measured.ratio->is_defined()));
}

}  // namespace
}  // namespace nucong::indicator

#include "indicator/predicate.hpp"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "indicator/sample_elements.hpp"

namespace nucong::indicator {
namespace {

const Elements elements = sample_elements();

// The figures of one unit by element name; what is not named was not reported.
Truth judged(std::string_view text, const std::map<std::string, Decimal>& figures) {
  const auto predicate = Predicate::parse(text, elements).value();
  return predicate.evaluate([&](Series series) -> std::optional<Decimal> {
    const auto found = figures.find(elements.name_of(series));
    return found == figures.end() ? std::nullopt : std::optional(found->second);
  });
}

TEST(Predicate, compares_arithmetic_over_one_unit) {
  EXPECT_EQ(judged("care_activities >= 1", {{"care_activities", 1}}), Truth::yes);
  EXPECT_EQ(judged("care_activities > 1", {{"care_activities", 1}}), Truth::no);
  EXPECT_EQ(judged("2 * women_workers <= workers - 1", {{"women_workers", 3}, {"workers", 7}}), Truth::yes);
  EXPECT_EQ(judged("women_workers / workers >= 0.5", {{"women_workers", 1}, {"workers", 2}}), Truth::yes);
  EXPECT_EQ(judged("women_members[sector=fdi] != 4", {{"women_members[sector=fdi]", 4}}), Truth::no);
  EXPECT_EQ(judged("-workers < -1", {{"workers", 2}}), Truth::yes);
}

TEST(Predicate, does_not_know_what_was_not_reported) {
  EXPECT_EQ(judged("care_activities >= 1", {}), Truth::unknown);
  EXPECT_EQ(judged("women_workers / workers >= 0", {{"women_workers", 1}, {"workers", 0}}), Truth::unknown);
  EXPECT_EQ(judged("reported(care_activities)", {}), Truth::no);
  EXPECT_EQ(judged("reported(care_activities)", {{"care_activities", 0}}), Truth::yes);
  EXPECT_EQ(judged("not care_activities >= 1", {}), Truth::unknown);
}

TEST(Predicate, adds_what_is_there) {
  EXPECT_EQ(judged("care_activities + new_committees >= 1", {{"care_activities", 1}}), Truth::yes);
  EXPECT_EQ(judged("care_activities + 1 >= 1", {}), Truth::unknown);
  EXPECT_EQ(judged("care_activities - new_committees >= 1", {{"care_activities", 1}}), Truth::unknown);
}

TEST(Predicate, joins_by_the_logic_of_kleene) {
  const std::map<std::string, Decimal> one{{"workers", 1}};
  EXPECT_EQ(judged("workers = 1 or members = 1", one), Truth::yes);
  EXPECT_EQ(judged("workers = 2 or members = 1", one), Truth::unknown);
  EXPECT_EQ(judged("workers = 2 and members = 1", one), Truth::no);
  EXPECT_EQ(judged("workers = 1 and members = 1", one), Truth::unknown);
  EXPECT_EQ(judged("not (workers = 2) and workers >= 1", one), Truth::yes);
  EXPECT_EQ(judged("workers = 1 or members = 1 and members = 2", one), Truth::yes);
}

TEST(Predicate, is_unknown_rather_than_wrong_where_numbers_grow_too_large) {
  const Decimal most = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(judged("workers * members > 1", {{"workers", most}, {"members", most}}), Truth::unknown);
}

TEST(Predicate, prints_one_spelling) {
  const auto spelled = [](std::string_view text) {
    return Predicate::parse(text, elements).value().str(elements);
  };
  EXPECT_EQ(spelled("A02<=A01"), "women_workers <= workers");
  EXPECT_EQ(spelled("((A02)<=(A01)) and not(reported( A03 ))"),
            "women_workers <= workers and not reported(members)");
  EXPECT_EQ(spelled("(A02=1 or A02=2) and A01=1"),
            "(women_workers = 1 or women_workers = 2) and workers = 1");
  EXPECT_EQ(spelled("not A02=1"), "not (women_workers = 1)");
}

TEST(Predicate, lists_its_series_once) {
  const auto predicate =
      Predicate::parse("A04 <= A03 and (A03 > 0 or reported(A04[sector=fdi]))", elements).value();
  std::string all;
  for (const auto series : predicate.series_used()) all += elements.code_of(series) + " ";
  EXPECT_EQ(all, "A03 A04 A04[sector=fdi] ");
}

TEST(Comparison, has_six_signs) {
  for (const auto* sign : {">=", ">", "<=", "<", "=", "!="})
    EXPECT_EQ(sign_of(comparison_of(sign).value()), sign);
  EXPECT_FALSE(comparison_of("=="));
}

UnitExpr any_expr(int depth) {
  const int shape = *rc::gen::inRange(0, depth == 0 ? 2 : 7);
  if (shape == 0) return UnitExpr::of(Decimal::scaled(*rc::gen::inRange(-50, 500), *rc::gen::inRange(0, 3)));
  if (shape == 1) {
    const auto series =
        elements.series_of(ElementId(*rc::gen::inRange<std::size_t>(0, elements.all().size())));
    return UnitExpr::of(*rc::gen::elementOf(series));
  }
  if (shape == 2) return UnitExpr::negated(any_expr(depth - 1));
  const auto op = static_cast<UnitExpr::Op>(static_cast<int>(UnitExpr::Op::add) + shape - 3);
  return UnitExpr::joined(op, any_expr(depth - 1), any_expr(depth - 1));
}

Predicate any_predicate(int depth) {
  const int shape = *rc::gen::inRange(0, depth == 0 ? 2 : 5);
  if (shape == 0)
    return Predicate::compare(any_expr(2), static_cast<Comparison>(*rc::gen::inRange(0, 6)), any_expr(2));
  if (shape == 1) return Predicate::reported({ElementId(3U), SplitId(*rc::gen::inRange<std::size_t>(0, 4))});
  if (shape == 2) return Predicate::negation(any_predicate(depth - 1));
  std::vector<Predicate> parts;
  for (int i = *rc::gen::inRange(2, 4); i > 0; --i) parts.push_back(any_predicate(depth - 1));
  return shape == 3 ? Predicate::all_of(std::move(parts)) : Predicate::any_of(std::move(parts));
}

RC_GTEST_PROP(Predicate, parsing_what_was_printed_gives_it_back, ()) {
  const auto predicate = any_predicate(3);
  const auto text = predicate.str(elements);
  RC_LOG() << text << '\n';
  RC_PRE(text.size() <= 2000U);
  RC_ASSERT(Predicate::parse(text, elements).value() == predicate);
}

}  // namespace
}  // namespace nucong::indicator

#include "rollup/question.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "world/world.hpp"

namespace nucong::rollup {
namespace {

using indicator::Element;
using indicator::ElementKind;

Element element(std::string code, std::string name, ElementKind kind) {
  return {.code = std::move(code), .name = std::move(name), .kind = kind, .periods = {PeriodKind::quarter}};
}

const indicator::Elements elements = indicator::Elements::make({element("A04", "women", ElementKind::stock),
                                                                element("G02", "titled", ElementKind::flow),
                                                                element("F08", "cares", ElementKind::flow)},
                                                               {})
                                         .value();

const std::string nation = world::two_provinces + R"(
  2025-07-01 merge Q into=P
  2025-07-01 close B
)";

class Asking : public ::testing::Test {
 protected:
  Asking() : history(world::history(nation)) {
    tell("A", "A04", "2025-Q2", 100);
    tell("B", "A04", "2025-Q2", 40);
    tell("C", "A04", "2025-Q2", 60);
    tell("A", "G02", "2025-Q2", 90);
    tell("C", "G02", "2025-Q2", 30);
    tell("A", "F08", "2025-Q2", 2);
    tell("C", "F08", "2025-Q2", 0);
    tell("P", "G02", "2025-Q2", 1);  // an upper union has figures of its own
  }

  void tell(const std::string& unit, const std::string& element, const std::string& period,
            std::int64_t amount) {
    snapshot = snapshot.with(
        std::vector<Change>{{elements.parse_series(element).value(), Period::parse(period).value(),
                             history.slot(unit).value(), amount}});
  }

  [[nodiscard]] std::string measured(const std::string& formula, const std::string& unit, Date tree_day,
                                     Population population = Population::everyone) const {
    LooseAtlas atlas;
    Question question(atlas, snapshot, elements, ground_on(atlas, history, tree_day),
                      {Period::parse("2025-Q2").value()}, population);
    const auto parsed = indicator::Formula::parse(formula, elements).value();
    const auto answer = question.measure(parsed).of(question.tree().branch(history.slot(unit).value()));
    if (!answer.ratio) return "none";
    return answer.ratio->numerator.str() + "/" + answer.ratio->denominator.str();
  }

  unit::History history;
  Snapshot snapshot;
  const Date as_was = make_date(2025, 6, 30);
  const Date as_is = make_date(2026, 1, 1);
};

TEST_F(Asking, a_branch_is_its_own_figures_and_all_below) {
  EXPECT_EQ(measured("women", "VN", as_was), "200/1");
  EXPECT_EQ(measured("titled", "P", as_was), "91/1");
  EXPECT_EQ(measured("women", "Q", as_was), "60/1");
}

TEST_F(Asking, a_ratio_is_sum_over_sum) {
  EXPECT_EQ(measured("titled / women", "VN", as_was), "121/200");
}

TEST_F(Asking, the_roots_total_is_the_same_as_was_and_as_is) {
  EXPECT_EQ(measured("women", "VN", as_is), "200/1");
  EXPECT_EQ(measured("women", "P", as_is), "200/1");
}

TEST_F(Asking, only_alive_compares_like_with_like) {
  EXPECT_EQ(measured("women", "P", as_is, Population::only_alive), "160/1");
  EXPECT_EQ(measured("women", "VN", as_was, Population::only_alive), "200/1");
}

TEST_F(Asking, units_that_did_it_are_counted_over_all_units_that_stand) {
  EXPECT_EQ(measured("units(grassroots where cares >= 1) / units(grassroots)", "VN", as_was), "1/3");
  EXPECT_EQ(measured("units(grassroots where cares >= 1) / units(grassroots)", "VN", as_is), "1/2");
  EXPECT_EQ(measured("units(grassroots where not reported(cares))", "VN", as_was), "1/1");
}

TEST_F(Asking, nothing_reported_is_no_zero) {
  EXPECT_EQ(measured("cares", "Q", as_was), "0/1");
  EXPECT_EQ(measured("titled / cares", "Q", as_was), "none");
  snapshot = Snapshot();
  EXPECT_EQ(measured("cares", "VN", as_was), "none");
}

TEST_F(Asking, contributions_add_up_to_the_total_and_name_the_line) {
  LooseAtlas atlas;
  Question question(atlas, snapshot, elements, ground_on(atlas, history, as_is),
                    {Period::parse("2025-Q2").value()});
  const auto run = question.tree().branch(history.slot("P").value());
  const auto women = elements.parse_series("A04").value();
  Decimal sum = 0;
  std::string from;
  for (const auto& c : question.contributions(women, run)) {
    sum = sum + c.value;
    from += history.unit(c.from).code + ":" + std::string(unit::name_of(c.landing.line)) + " ";
  }
  EXPECT_EQ(sum, question.total(women, run).value);
  EXPECT_EQ(from, "B:closed A:own C:own ");
  EXPECT_EQ(question.total(women, run).not_own, Decimal{40});
  EXPECT_EQ(question.total(women, run).reported, 2U);
}

TEST_F(Asking, tells_who_has_reported_and_who_is_silent) {
  LooseAtlas atlas;
  const auto period = Period::parse("2025-Q2").value();
  const auto silent_of = [&](Date day) {
    Question question(atlas, snapshot, elements, ground_on(atlas, history, day), {period});
    const auto reporters = question.reporters({"grassroots"}, period);
    const auto all = question.tree().branch(*history.root());
    std::string text = std::to_string(reporters->reported(all)) + " of " +
                       std::to_string(reporters->expected(all)) + ", silent:";
    for (const auto at : reporters->silent(all)) text += " " + history.unit(question.tree().order()[at]).code;
    return text;
  };
  EXPECT_EQ(silent_of(as_was), "3 of 3, silent:");
  snapshot = Snapshot();
  tell("A", "F08", "2025-05", 0);
  EXPECT_EQ(silent_of(as_was), "1 of 3, silent: B C");
  tell("C", "A04", "2025-Q2", 60);
  EXPECT_EQ(silent_of(as_was), "2 of 3, silent: B");
  EXPECT_EQ(silent_of(as_is), "2 of 2, silent:");
}

const std::string busy_nation = nation + R"(
  2024-05-01 found D parent=Q kind=grassroots
  2024-09-01 split A into=A share=0.7
  2024-09-01 split A into=D share=0.3
  2025-10-01 found E parent=P kind=grassroots
  2025-10-01 split C into=D share=0.5
  2025-10-01 split C into=E
)";

void tell_anything(Snapshot& snapshot, const unit::History& history) {
  const auto amount = *rc::gen::maybe(rc::gen::inRange<std::int64_t>(0, 1000));
  snapshot = snapshot.with(std::vector<Change>{
      {elements.parse_series(*rc::gen::element<std::string>("A04", "G02", "F08")).value(),
       Period::parse(*rc::gen::element<std::string>("2024-Q1", "2024-Q4", "2025-Q1", "2025-H1", "2025-Q3",
                                                    "2025", "2025-12", "2024"))
           .value(),
       history.slot(*rc::gen::element<std::string>("VN", "P", "Q", "A", "B", "C", "D", "E")).value(),
       amount ? std::optional(*amount) : std::nullopt}});
}

// Whatever was reported and whenever one asks, every tree holds the same nation.
RC_GTEST_FIXTURE_PROP(Asking, keeps_the_nations_sum_under_every_tree, ()) {
  history = world::history(busy_nation);
  snapshot = Snapshot();
  for (int n = *rc::gen::inRange(0, 40); n > 0; --n) tell_anything(snapshot, history);
  const auto period = *rc::gen::element<std::string>("2024", "2025", "2025-H2", "2024-Q4");
  const auto series = elements.parse_series(*rc::gen::element<std::string>("A04", "G02")).value();
  std::optional<Total> first;
  LooseAtlas atlas;
  for (const int months : {0, 10, 14, 20, 21, 31, 33, 40}) {
    Question question(atlas, snapshot, elements,
                      ground_on(atlas, history, make_date(2023, 3, 1) + std::chrono::days{months * 30}),
                      {Period::parse(period).value()});
    const auto total = question.total(series, question.tree().branch(*history.root()));
    if (!first) first = total;
    RC_ASSERT(total.value == first->value);
  }
}

// Invariant 1: what an atlas carries from one state of the nation to the next equals what is made from zero,
// for every branch and every kind of question.
RC_GTEST_FIXTURE_PROP(Asking, carried_along_equals_made_from_zero, ()) {
  history = world::history(busy_nation);
  snapshot = Snapshot();
  const std::vector<Period> stretch = {
      Period::parse(*rc::gen::element<std::string>("2024", "2025", "2025-H2", "2024-Q4")).value()};
  const Date day = make_date(2023, 3, 1) + std::chrono::days{*rc::gen::inRange(0, 1200)};
  const auto population = *rc::gen::element(Population::everyone, Population::only_alive);
  const std::vector<indicator::Formula> formulas = {
      indicator::Formula::parse("women", elements).value(),
      indicator::Formula::parse("titled / previous(women)", elements).value(),
      indicator::Formula::parse("units(grassroots where cares + titled >= 100 and not reported(women))",
                                elements)
          .value(),
      indicator::Formula::parse("units(where titled * 2 > women or cares - titled < 3)", elements).value()};
  LooseAtlas lasting;
  for (int step = *rc::gen::inRange(1, 20); step > 0; --step) {
    tell_anything(snapshot, history);
    if (*rc::gen::inRange(0, 3) == 0) continue;
    LooseAtlas fresh;
    Question carried(lasting, snapshot, elements, ground_on(lasting, history, day), stretch, population);
    Question made(fresh, snapshot, elements, ground_on(fresh, history, day), stretch, population);
    const auto reported = carried.reporters({"grassroots"}, stretch[0]);
    const auto reported_anew = made.reporters({"grassroots"}, stretch[0]);
    for (std::uint32_t at = 0; at < made.tree().order().size(); ++at) {
      const auto run = made.tree().branch_at(at);
      for (const auto& formula : formulas) {
        const auto one = carried.measure(formula).of(run);
        const auto two = made.measure(formula).of(run);
        RC_ASSERT(one.numerator == two.numerator);
        RC_ASSERT(one.denominator == two.denominator);
      }
      RC_ASSERT(reported->reported(run) == reported_anew->reported(run));
    }
  }
}

}  // namespace
}  // namespace nucong::rollup

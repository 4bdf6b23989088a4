#include "target/recipients.hpp"

#include <gtest/gtest.h>

#include "target/goals.hpp"
#include "world/world.hpp"

namespace nucong::target {
namespace {

// P, Q and R are provinces; A and B stand in P, C in Q. In 2025 Q merges into R, and P is split into S, T.
class Given : public ::testing::Test {
 protected:
  const unit::History history = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found P parent=VN kind=provincial
    2023-01-01 found Q parent=VN kind=provincial
    2023-01-01 found R parent=VN kind=provincial
    2023-01-01 found A parent=P kind=grassroots
    2023-01-01 found B parent=P kind=grassroots
    2023-01-01 found C parent=Q kind=grassroots
    2025-07-01 move C parent=R
    2025-07-01 merge Q into=R
    2026-01-01 found A1 parent=P kind=grassroots
    2026-01-01 found A2 parent=P kind=grassroots
    2026-01-01 split A into=A1 share=0.7
    2026-01-01 split A into=A2 share=0.3
    2026-03-01 close B
  )");
  const unit::Tree at_first{history, make_date(2024, 6, 30)};
  const unit::Tree merged{history, make_date(2025, 12, 31)};
  const unit::Tree today{history, make_date(2026, 6, 30)};

  [[nodiscard]] Slot slot(const char* code) const { return history.slot(code).value(); }
  [[nodiscard]] Directive directive(std::vector<const char*> recipients) const {
    Directive made{.issuer = slot("VN"), .period = Period::year(2024), .adopted = make_date(2024, 1, 15)};
    for (const auto* code : recipients) made.recipients.push_back(slot(code));
    made.targets.resize(1);
    made.targets[0].id = "D1.1";
    made.targets[0].unit = directive::Quantity::percent;
    made.targets[0].value = 90;
    return made;
  }
  // The codes of the units that have it on the tree.
  [[nodiscard]] std::string who(const Directive& directive, const unit::Tree& tree) const {
    std::string codes;
    for (const auto run : given_runs(directive, unit::Lineage(tree)))
      for (auto at = run.begin; at < run.end; ++at) codes += history.unit(tree.order()[at]).code + ' ';
    return codes;
  }
  [[nodiscard]] std::vector<std::string> chosen(std::vector<Slot> units) const {
    std::vector<std::string> codes;
    const auto kept = recipients_of(slot("VN"), units, at_first).value();
    for (const Slot unit : kept) codes.push_back(history.unit(unit).code);
    return codes;
  }
};

TEST_F(Given, without_recipients_the_whole_branch_has_it) {
  EXPECT_EQ(who(directive({}), at_first), "VN P A B Q C R ");
}

TEST_F(Given, a_recipient_has_it_with_all_below) {
  EXPECT_EQ(who(directive({"P", "C"}), at_first), "P A B C ");
}

TEST_F(Given, a_recipient_below_another_adds_nothing) {
  EXPECT_EQ(who(directive({"P", "A"}), at_first), "P A B ");
  EXPECT_EQ(chosen({slot("A"), slot("P"), slot("C")}), (std::vector<std::string>{"P", "C"}));
}

TEST_F(Given, to_choose_the_issuer_is_to_choose_everybody) {
  EXPECT_EQ(chosen({slot("P"), slot("VN")}), std::vector<std::string>{});
}

TEST_F(Given, nobody_outside_the_issuers_branch_can_be_chosen) {
  const std::vector units = {slot("C")};
  EXPECT_EQ(recipients_of(slot("P"), units, at_first).error().code(), ErrorCode::directive_recipient_outside);
}

TEST_F(Given, after_a_merger_the_heir_has_it) {
  EXPECT_EQ(who(directive({"Q"}), merged), "R C ");
}

TEST_F(Given, after_a_split_all_who_received_a_share_have_it) {
  EXPECT_EQ(who(directive({"A"}), today), "A1 A2 ");
}

TEST_F(Given, nobody_has_it_of_a_unit_that_was_closed) {
  EXPECT_EQ(who(directive({"B"}), today), "");
}

TEST_F(Given, above_the_recipients_only_their_part_counts_and_beside_them_nothing) {
  const auto given = directive({"P", "C"});
  const unit::Lineage lineage(at_first);
  const Goals goals(std::vector{Goal{slot("VN"), "D1.1", {}}}, {&given, 1}, lineage);
  const auto runs = [&](const char* code) { return goals.given_runs(given.targets[0], slot(code)); };
  EXPECT_EQ(runs("VN"), (std::vector{at_first.branch(slot("P")), at_first.branch(slot("C"))}));
  EXPECT_EQ(runs("A"), std::vector{at_first.branch(slot("A"))});
  EXPECT_EQ(runs("Q"), std::vector{at_first.branch(slot("C"))});
  EXPECT_EQ(runs("R"), std::vector<unit::Run>{});
  EXPECT_EQ(goals.goal_for(given.targets[0], slot("R")), std::nullopt);
  EXPECT_EQ(goals.accepts(given.targets[0], slot("R"), 95).error().code(), ErrorCode::target_not_assigned);
}

}  // namespace
}  // namespace nucong::target

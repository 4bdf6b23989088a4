#include "report/collection.hpp"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "world/world.hpp"

namespace nucong::report {
namespace {

class Collecting : public ::testing::Test {
 protected:
  Collecting() {
    form.code = "NC-Q";
    form.periods = {PeriodKind::quarter};
    form.kinds = {"grassroots"};
    form.due_days = 10;
  }

  using Received = std::map<std::string, Date>;

  [[nodiscard]] Collection collection(const unit::Lineage& asked, const Received& received) const {
    std::vector<std::pair<Slot, Standing>> standings;
    for (const auto& [code, day] : received)
      standings.emplace_back(history.slot(code).value(), report::received({}, 1, day));
    const unit::Tree then(history, period.last());
    const DueDays due(form, period, then, extensions);
    return {form, period, then, asked, StandingColumn().with(standings), due};
  }

  [[nodiscard]] Counts counts(const char* branch, const Received& received,
                              std::optional<Date> day = std::nullopt) const {
    const unit::Tree tree(history, day.value_or(period.last()));
    const unit::Lineage asked(tree);
    return collection(asked, received).counts(history.slot(branch).value());
  }

  // The codes of those counted in the branch.
  [[nodiscard]] std::string counted(const char* branch, const Received& received, Date day,
                                    bool only_alive = false) const {
    const unit::Tree tree(history, day);
    const unit::Lineage asked(tree);
    auto all = collection(asked, received);
    if (only_alive) all.keep_only_alive();
    std::string codes;
    for (const auto& due : all.of(history.slot(branch).value()))
      codes += (codes.empty() ? "" : " ") + history.unit(due.unit).code + (due.expected ? "" : "?");
    return codes;
  }

  const unit::History history = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found P parent=VN kind=provincial
    2023-01-01 found A parent=P kind=grassroots
    2023-01-01 found B parent=P kind=grassroots
    2023-01-01 found C parent=P kind=grassroots
    2025-08-01 merge B into=A
    2025-09-01 close C
    2025-09-30 found D parent=P kind=grassroots
    2025-10-01 found E parent=P kind=grassroots
    2025-11-01 found Q parent=VN kind=provincial
    2025-11-01 move A parent=Q
    2026-01-01 split D into=A share=0.4
    2026-01-01 split D into=E share=0.6
  )");
  const Period period = Period::parse("2025-Q3").value();
  Form form;
  std::vector<Extension> extensions;
};

TEST_F(Collecting, expects_those_who_stand_on_the_last_day) {
  EXPECT_EQ(counts("VN", {}), (Counts{.expected = 2}));  // A and D, not B, C, E
}

TEST_F(Collecting, tells_on_time_from_late) {
  EXPECT_EQ(counts("P", {{"A", make_date(2025, 10, 10)}, {"D", make_date(2025, 10, 11)}}),
            (Counts{.expected = 2, .received = 2, .on_time = 1, .late = 1}));
}

TEST_F(Collecting, whoever_was_given_more_time_is_not_late) {
  extensions.push_back(
      {history.slot("P").value(), "NC-Q", period, make_date(2025, 10, 12), {}, {}, "bão số 3"});
  EXPECT_EQ(counts("P", {{"A", make_date(2025, 10, 12)}, {"D", make_date(2025, 10, 13)}}),
            (Counts{.expected = 2, .received = 2, .on_time = 1, .late = 1}));
}

TEST_F(Collecting, counts_what_came_unasked_apart) {
  EXPECT_EQ(counts("VN", {{"B", make_date(2025, 7, 31)}, {"P", make_date(2025, 10, 1)}}),
            (Counts{.expected = 2, .unasked = 2}));
}

TEST_F(Collecting, a_unit_that_does_not_stand_is_counted_where_its_figures_go) {
  const Received unasked = {{"B", make_date(2025, 7, 31)}, {"E", make_date(2025, 10, 5)}};
  EXPECT_EQ(counted("P", unasked, period.last()), "E? A B? D") << "B with its heir, E with its parent";
  EXPECT_EQ(counted("A", unasked, period.last()), "A B?");
  EXPECT_EQ(counted("P", unasked, make_date(2025, 11, 1)), "D E?");
  EXPECT_EQ(counted("Q", unasked, make_date(2025, 11, 1)), "A B?");
  EXPECT_EQ(counted("P", {}, make_date(2024, 1, 1)), "D A") << "D was not founded yet";
}

TEST_F(Collecting, a_divided_unit_is_counted_once_with_its_largest_part) {
  EXPECT_EQ(counted("VN", {}, make_date(2026, 1, 1)), "D A");
  EXPECT_EQ(counted("E", {}, make_date(2026, 1, 1)), "D");
  EXPECT_EQ(counts("Q", {}, make_date(2026, 1, 1)), (Counts{.expected = 1}));
}

TEST_F(Collecting, only_alive_leaves_out_who_does_not_stand_in_both_trees) {
  const Received unasked = {{"B", make_date(2025, 7, 31)}, {"E", make_date(2025, 10, 5)}};
  EXPECT_EQ(counted("VN", unasked, make_date(2025, 11, 1), true), "D A");
  EXPECT_EQ(counted("VN", unasked, make_date(2026, 1, 1), true), "A");
}

RC_GTEST_FIXTURE_PROP(Collecting, the_roots_counts_are_the_same_under_every_tree, ()) {
  Received received;
  for (const char* code : {"VN", "P", "A", "B", "C", "D", "E"})
    if (*rc::gen::arbitrary<bool>())
      received[code] = make_date(2025, 10, 1) + std::chrono::days{*rc::gen::inRange(0, 20)};
  const Date day = make_date(2023, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 1200)};
  RC_ASSERT(counts("VN", received, day) == counts("VN", received));
}

}  // namespace
}  // namespace nucong::report

#include "unit/lineage.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "world/world.hpp"

namespace nucong::unit {
namespace {

const Date early = make_date(2024, 12, 31);
const Date late = make_date(2026, 1, 1);

// "A own 60, B closed 40": where 100 of `code`, counted up to `figure_day`, go in the tree of `day`.
std::string landed(const History& h, std::string_view code, Date figure_day, Date day,
                   std::int64_t amount = 100) {
  const Tree tree(h, day);
  std::vector<Part> parts;
  Lineage(tree).land(h.slot(code).value(), figure_day, amount, parts);
  std::string text;
  for (const auto& part : parts)
    text += (text.empty() ? "" : ", ") + h.unit(part.landing.at).code + " " +
            std::string(name_of(part.landing.line)) + " " + std::to_string(part.amount);
  return text;
}

const std::string nation = R"(
  2023-01-01 found VN kind=confederation
  2023-01-01 found P parent=VN kind=provincial
  2023-01-01 found Q parent=VN kind=provincial
  2023-01-01 found A parent=P kind=grassroots
  2023-01-01 found B parent=P kind=grassroots
)";

TEST(Lineage, a_standing_units_figures_stay_its_own) {
  EXPECT_EQ(landed(world::history(nation), "A", early, late), "A own 100");
}

TEST(Lineage, a_merged_units_figures_go_to_the_successor_and_on_to_its_successor) {
  const auto h = world::history(
      nation + "2025-07-01 merge A into=B\n2025-10-01 merge P into=Q\n2025-11-01 merge B into=Q");
  EXPECT_EQ(landed(h, "A", early, make_date(2025, 7, 1)), "B own 100");
  EXPECT_EQ(landed(h, "A", early, late), "Q own 100");
  EXPECT_EQ(landed(h, "A", early, make_date(2025, 6, 30)), "A own 100");
}

TEST(Lineage, a_split_divides_by_largest_remainder_and_loses_nobody) {
  const auto h = world::history(nation + R"(
    2025-07-01 found C parent=P
    2025-07-01 found D parent=P
    2025-07-01 split A into=C share=0.6
    2025-07-01 split A into=D share=0.4
  )");
  EXPECT_EQ(landed(h, "A", early, late, 7), "C own 4, D own 3");
  EXPECT_EQ(landed(h, "A", early, late, 0), "C own 0, D own 0");
  EXPECT_EQ(landed(h, "C", late, early), "A own 100");  // back in the older tree
}

TEST(Lineage, an_unstated_share_stays_apart_under_the_old_parent) {
  const auto h = world::history(nation + R"(
    2025-07-01 found C parent=P
    2025-07-01 found D parent=P
    2025-07-01 split A into=C share=0.3
    2025-07-01 split A into=D
  )");
  EXPECT_EQ(landed(h, "A", early, late), "C own 30, P undivided 70");
}

TEST(Lineage, a_unit_that_goes_on_divides_only_what_it_had_counted_before) {
  const auto h = world::history(nation + R"(
    2025-07-01 found C parent=Q kind=grassroots
    2025-07-01 split A into=A share=0.75
    2025-07-01 split A into=C share=0.25
  )");
  EXPECT_EQ(landed(h, "A", early, late), "A own 75, C own 25");
  EXPECT_EQ(landed(h, "A", make_date(2025, 9, 30), late), "A own 100");
  EXPECT_EQ(landed(h, "C", make_date(2025, 9, 30), early), "A own 100");
}

TEST(Lineage, a_closed_unit_rests_with_whoever_stands_for_its_last_parent) {
  const auto h = world::history(nation + "2025-06-15 close A\n2025-07-01 merge P into=Q");
  EXPECT_EQ(landed(h, "A", early, make_date(2025, 6, 20)), "P closed 100");
  EXPECT_EQ(landed(h, "A", early, late), "Q closed 100");
}

TEST(Lineage, in_an_older_tree_a_newcomer_rests_with_its_parent) {
  const auto h = world::history(nation + R"(
    2025-07-01 found N parent=VN kind=provincial
    2025-07-01 found X parent=N kind=grassroots
    2025-07-01 merge P into=N
  )");
  EXPECT_EQ(landed(h, "X", late, early), "VN founded_later 100");
  EXPECT_EQ(landed(h, "P", early, late), "N own 100");
  // N was founded to take over P alone, but by a merger: that is no split to be taken back.
  EXPECT_EQ(landed(h, "N", late, early), "VN founded_later 100");
}

TEST(Lineage, money_in_the_smallest_unit_does_not_overflow) {
  const auto h = world::history(nation + R"(
    2025-07-01 found C parent=P
    2025-07-01 split A into=A share=0.333333333
    2025-07-01 split A into=C share=0.666666667
  )");
  EXPECT_EQ(landed(h, "A", early, late, 9'000'000'000'000'000'000),
            "A own 2999999997000000000, C own 6000000003000000000");
}

// Random histories: whatever happens to the units, every figure lands whole in every tree.
RC_GTEST_PROP(Lineage, keeps_the_sum_under_every_tree, ()) {
  std::vector<UnitEvent> events = world::events(nation);
  int day = 0;
  for (int step = *rc::gen::inRange(1, 25); step > 0; --step) {
    day += *rc::gen::inRange(0, 40);
    const auto date = format_date(make_date(2024, 1, 1) + std::chrono::days{day});
    const auto unit = *rc::gen::element<std::string>("P", "Q", "A", "B", "N0", "N1", "N2", "N3", "N4");
    const auto other = *rc::gen::element<std::string>("P", "Q", "A", "B", "N0", "N1", "N2", "N3", "N4", "VN");
    const auto third = *rc::gen::element<std::string>("A", "B", "N0", "N1", "N2");
    std::vector<std::string> lines;
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        lines = {date + " found " + unit + " kind=zone parent=" + other};
        break;
      case 1:
        lines = {date + " merge " + unit + " into=" + other};
        break;
      case 2:
        lines = {date + " close " + unit};
        break;
      case 3:
        lines = {date + " move " + unit + " parent=" + other};
        break;
      case 4:
        lines = {date + " split " + unit + " into=" + other + " share=0.3",
                 date + " split " + unit + " into=" + third + " share=0.5"};
        break;
      default:
        lines = {date + " split " + unit + " into=" + unit + " share=0.6",
                 date + " split " + unit + " into=" + third};
        break;
    }
    auto longer = events;
    for (const auto& line : lines) longer.push_back(world::event(line));
    if (History::replay(longer).has_value()) events = std::move(longer);
  }
  const auto h = History::replay(events).value();
  for (int i = 0; i < 5; ++i) {
    const Date tree_day = make_date(2023, 6, 1) + std::chrono::days{*rc::gen::inRange(0, 1500)};
    const Tree tree(h, tree_day);
    const Lineage lineage(tree);
    for (std::size_t s = 0; s < h.size(); ++s) {
      const auto amount = *rc::gen::inRange<std::int64_t>(-5, 1000);
      std::vector<Part> parts;
      lineage.land(Slot(s), make_date(2024, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 1000)}, amount,
                   parts);
      std::int64_t total = 0;
      for (const auto& part : parts) {
        RC_ASSERT(tree.has(part.landing.at));
        total += part.amount;
      }
      RC_ASSERT(total == amount);
    }
  }
}

}  // namespace
}  // namespace nucong::unit

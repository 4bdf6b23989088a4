#include "app/disclosure.hpp"

#include <gtest/gtest.h>

#include "app/adopt.hpp"
#include "world/app.hpp"

namespace nucong::app {
namespace {

using Cell = std::optional<Decimal>;

TEST(HiddenCells, are_the_small_ones_and_what_would_give_a_single_one_away) {
  const auto hidden = [](std::vector<Cell> cells) { return hidden_cells(cells); };
  using Bits = std::vector<bool>;
  EXPECT_EQ(hidden({Cell(7), Cell(5), Cell(90)}), (Bits{false, false, false}));
  EXPECT_EQ(hidden({Cell(3), Cell(5), Cell(90)}), (Bits{true, true, false}));
  EXPECT_EQ(hidden({Cell(3), Cell(4), Cell(90)}), (Bits{true, true, false}));
  EXPECT_EQ(hidden({Cell(3), Cell(0), Cell(90)}), (Bits{true, false, true})) << "nothing added tells nothing";
  EXPECT_EQ(hidden({Cell(), Cell(0), Cell(4)}), (Bits{false, false, true}));
  EXPECT_EQ(hidden({}), Bits{});
}

class TheDisclosure : public testing::Test {
 protected:
  TheDisclosure() {
    home.found(
        "2023-01-01 found VN kind=confederation\n"
        "2023-01-01 found P parent=VN kind=provincial\n"
        "2023-01-01 found Q parent=VN kind=provincial\n"
        "2023-01-01 found R parent=VN kind=provincial\n"
        "2023-01-01 found P1 parent=P kind=grassroots\n"
        "2023-01-01 found Q1 parent=Q kind=grassroots\n"
        "2023-01-01 found Q2 parent=Q kind=grassroots\n"
        "2023-01-01 found R1 parent=R kind=grassroots\n");
    home.tell(
        "P1,2026-Q1,A04,3\nQ1,2026-Q1,A04,20\nQ2,2026-Q1,A04,25\nR1,2026-Q1,A04,90\n"
        "R1,2026-Q1,A04[sector=fdi],86\nR1,2026-Q1,A04[sector=hcsn],4\n");
    nation.emplace(load_nation(home.ports).value());
  }

  [[nodiscard]] ValueQuestion about(const std::string& unit, const std::string& element = "A04") const {
    return {unit, element, Period::parse("2026-Q1").value(), {}};
  }
  [[nodiscard]] bool hides(const std::string& unit, const std::string& element = "A04") {
    const Present present{*nation, world::knowledge(), atlas, home.clock.day};
    return Disclosure(present, about(unit, element)).hides(unit).value();
  }

  world::App home;
  rollup::LooseAtlas atlas;
  std::optional<Nation> nation;
};

TEST_F(TheDisclosure, hides_a_small_figure_and_the_one_that_would_give_it_away) {
  EXPECT_TRUE(hides("P")) << "three women";
  EXPECT_TRUE(hides("Q")) << "the least of the others: the whole less the rest is three";
  EXPECT_FALSE(hides("R"));
  EXPECT_FALSE(hides("VN"));
}

TEST_F(TheDisclosure, hides_what_a_hidden_figure_is_made_of) {
  EXPECT_TRUE(hides("P1"));
  EXPECT_TRUE(hides("Q1")) << "with Q2 it adds up to Q";
  EXPECT_TRUE(hides("Q2"));
  EXPECT_FALSE(hides("R1"));
}

TEST_F(TheDisclosure, hides_the_parts_of_a_split_that_give_each_other_away) {
  EXPECT_TRUE(hides("R1", "A04[sector=hcsn]"));
  EXPECT_TRUE(hides("R1", "A04[sector=fdi]")) << "the whole is known";
}

TEST_F(TheDisclosure, takes_the_figure_out_and_says_so) {
  const Present present{*nation, world::knowledge(), atlas, home.clock.day};
  auto answer = ask_value(present, about("P")).value();
  ASSERT_TRUE(disclose(present, about("P"), answer));
  EXPECT_TRUE(answer.hidden);
  EXPECT_FALSE(answer.value || answer.numerator);
  ComparisonQuestion question{about("VN"), {}, {Rows::Kind::child}};
  auto compared = compare_values(present, question).value();
  ASSERT_TRUE(disclose(present, question, compared));
  for (const auto& line : compared.lines) EXPECT_EQ(line.hidden, line.unit != "R") << line.unit;
}

class DisclosureOfSome : public TheDisclosure {
 protected:
  // The part that a directive asks for, and what else is known of the same branch.
  std::string hidden_units(std::vector<std::string> recipients) {
    AdoptOrder order{.text = "Năm 2026, phấn đấu ít nhất 85% cán bộ nữ công được tập huấn nghiệp vụ.",
                     .file = "x.txt",
                     .issuer = "VN"};
    order.recipients = std::move(recipients);
    const auto adopted = adopt(home.ports, order);
    if (adopted.has_error()) return world::App::fault(adopted);
    nation.emplace(load_nation(home.ports).value());
    const Present present{*nation, world::knowledge(), atlas, home.clock.day};
    std::string units;
    for (const auto* unit : {"VN", "P", "Q", "R"}) {
      auto question = about(unit);
      question.directive = adopted.value().directive;
      if (Disclosure(present, question).hides(unit).value()) units += unit;
    }
    return units;
  }
};

TEST_F(DisclosureOfSome, a_part_is_hidden_where_what_is_left_out_is_small) {
  EXPECT_EQ(hidden_units({"Q", "R"}), "VNPQR") << "all less these are the three of P";
}

TEST_F(DisclosureOfSome, a_part_hides_what_the_whole_hides) {
  EXPECT_EQ(hidden_units({"R"}), "PQ") << "what is left out is many, but P and Q are hidden as ever";
}

TEST_F(TheDisclosure, leaves_alone_what_counts_no_people) {
  const auto& elements = world::knowledge().elements();
  for (const auto& element : elements.all())
    if (!element.counts_people) {
      EXPECT_FALSE(hides("P", element.code));
      return;
    }
}

}  // namespace
}  // namespace nucong::app

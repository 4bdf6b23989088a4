#include "unit/tree.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::unit {
namespace {

std::string drawn(const Tree& tree) {
  std::string text;
  for (std::uint32_t at = 0; at < tree.order().size(); ++at)
    text += std::string(tree.depth(at), '.') + tree.history().unit(tree.order()[at]).code + " ";
  return text;
}

const std::string nation = R"(
  2023-01-01 found VN kind=confederation
  2023-01-01 found B parent=VN kind=provincial
  2023-01-01 found A parent=VN kind=provincial
  2023-01-01 found A2 parent=A kind=grassroots
  2023-01-01 found A1 parent=A kind=grassroots
  2023-01-01 found B1 parent=B kind=grassroots
)";

TEST(Tree, orders_in_preorder_with_children_by_code) {
  const Tree tree(world::history(nation), make_date(2023, 6, 1));
  EXPECT_EQ(drawn(tree), "VN .A ..A1 ..A2 .B ..B1 ");
  const auto& h = tree.history();
  EXPECT_EQ(tree.branch(h.slot("A").value()), (unit::Run{1, 4}));
  EXPECT_EQ(tree.branch(h.slot("VN").value()).size(), 6U);
  EXPECT_EQ(tree.children(h.slot("VN").value()),
            (std::vector<Slot>{h.slot("A").value(), h.slot("B").value()}));
  EXPECT_EQ(tree.at_level(h.slot("VN").value(), 2).size(), 3U);
}

TEST(Tree, is_as_of_its_day_from_inclusive_to_exclusive) {
  const auto h = world::history(nation + R"(
    2025-07-01 merge A into=B
    2025-07-01 found B2 parent=B
  )");
  EXPECT_EQ(drawn(Tree(h, make_date(2025, 6, 30))), "VN .A ..A1 ..A2 .B ..B1 ");
  EXPECT_EQ(drawn(Tree(h, make_date(2025, 7, 1))), "VN .B ..A1 ..A2 ..B1 ..B2 ");
  EXPECT_EQ(drawn(Tree(h, make_date(2022, 7, 1))), "");
}

TEST(Tree, bears_a_chain_as_deep_as_the_units_are_many) {
  std::string text = "2023-01-01 found U0 kind=confederation\n";
  for (int i = 1; i < 20000; ++i)
    text += "2023-01-01 found U" + std::to_string(i) + " kind=team parent=U" + std::to_string(i - 1) + "\n";
  const Tree tree(world::history(text), make_date(2023, 1, 1));
  EXPECT_EQ(tree.order().size(), 20000U);
  EXPECT_EQ(tree.depth(19999), 19999U);
}

}  // namespace
}  // namespace nucong::unit

#include "directive/paper/paper_forest.hpp"

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

PaperGraph graph_of(std::size_t papers, std::vector<PaperEdge> edges) {
  return {std::vector<Paper>(papers), std::move(edges)};
}

// "0 (1 2 (3)) 4 (1^)": papers by number, '^' where one is only named.
std::string drawn(const PaperForest& forest) {
  std::string out;
  std::size_t depth = 0;
  for (const PaperLine& line : forest.lines) {
    if (line.depth > depth) out += " (";
    if (line.depth < depth) out += std::string(depth - line.depth, ')');
    if (line.depth <= depth && !out.empty()) out += ' ';
    out += std::to_string(line.paper) + (line.again ? "^" : "");
    depth = line.depth;
  }
  return out + std::string(depth, ')');
}

TEST(DirectivePaperForest, what_rests_on_a_paper_stands_below_it) {
  EXPECT_EQ(drawn(paper_forest(graph_of(5, {{0, 1}, {2, 1}, {3, 2}}))), "1 (0 2 (3)) 4");
  EXPECT_EQ(drawn(paper_forest({})), "");
}

TEST(DirectivePaperForest, the_longest_chain_above_is_the_nearest_and_the_law_is_not_told_twice) {
  // 0 cites law 1 and guidance 2, which cites the law: 0 below 2, and 1 stands above both.
  EXPECT_EQ(drawn(paper_forest(graph_of(3, {{0, 1}, {0, 2}, {2, 1}}))), "1 (2 (0))");
}

TEST(DirectivePaperForest, of_equals_the_first_cited_and_below_the_others_named_again) {
  EXPECT_EQ(drawn(paper_forest(graph_of(4, {{0, 2}, {0, 1}, {3, 0}}))), "2 (0 (3)) 1 (0^)");
}

TEST(DirectivePaperForest, a_subtree_is_never_repeated) {
  // 1 rests on 0 and they cite the same ten: each of the other nine names 0 alone.
  std::vector<PaperEdge> edges;
  for (std::size_t cited = 2; cited < 12; ++cited) edges.push_back({0, cited});
  edges.push_back({1, 0});
  for (std::size_t cited = 2; cited < 12; ++cited) edges.push_back({1, cited});
  const auto forest = paper_forest(graph_of(12, edges));
  EXPECT_EQ(forest.lines.size(), 10U + 2U + 9U);
}

TEST(DirectivePaperForest, circles_end_and_are_told) {
  const auto two = paper_forest(graph_of(2, {{0, 1}, {1, 0}}));
  EXPECT_EQ(drawn(two), "1 (0)");
  EXPECT_EQ(two.circular, (std::vector<PaperEdge>{{1, 0}}));
  const auto three = paper_forest(graph_of(4, {{3, 0}, {0, 1}, {1, 2}, {2, 0}}));
  EXPECT_EQ(drawn(three), "2 (1 (0 (3)))");
  EXPECT_EQ(three.circular, (std::vector<PaperEdge>{{2, 0}}));
}

TEST(DirectivePaperForest, a_chain_may_be_longer_than_any_stack) {
  constexpr std::size_t length = 200000;
  std::vector<PaperEdge> edges;
  for (std::size_t paper = 0; paper + 1 < length; ++paper) edges.push_back({paper, paper + 1});
  const auto forest = paper_forest(graph_of(length, edges));
  ASSERT_EQ(forest.lines.size(), length);
  EXPECT_EQ(forest.lines.front(), (PaperLine{length - 1, 0, false}));
  EXPECT_EQ(forest.lines.back(), (PaperLine{0, length - 1, false}));
}

TEST(DirectivePaperForest, ten_thousand_directives_that_cite_each_other_in_a_chain) {
  std::vector<HeldPaper> held(10000);
  for (std::size_t i = 0; i < held.size(); ++i) {
    held[i].head = {std::to_string(i + 1) + "/KH-A", CitationType::plan, "", std::nullopt};
    Citation citation;
    citation.type = CitationType::plan;
    citation.number = std::to_string(i + 2) + "/KH-A";
    held[i].citations.push_back(citation);
  }
  const auto forest = paper_forest(paper_graph(held));
  EXPECT_EQ(forest.lines.size(), 10001U);
  EXPECT_EQ(forest.lines.back().depth, 10000U);
}

}  // namespace
}  // namespace nucong::directive

// A graph of papers laid out for reading: the highest papers first, below each those that rest on it.
#pragma once

#include <cstddef>
#include <vector>

#include "directive/paper/paper_graph.hpp"

namespace nucong::directive {

/// One line of the forest.
struct PaperLine {
  std::size_t paper = 0;
  std::size_t depth = 0;  ///< 0: a root
  bool again = false;     ///< only named: the paper stands elsewhere with all that rests on it

  bool operator==(const PaperLine&) const = default;
};

struct PaperForest {
  /// A paper, then all below it. Siblings in the order of the graph; roots that only name papers again last.
  std::vector<PaperLine> lines;
  /// Citations that close a circle (A cites B, and B rests on A): not in the lines.
  std::vector<PaperEdge> circular;
};

/// Every paper stands in full once: below the nearest paper that it cites, the one with the longest chain
/// above it, of equals the first cited. It is named again below each other one that it cites, unless its own
/// place tells so already: that other one stands above it, or is cited by the paper right above it. Roots
/// cite nothing that is left. Pure; linear in papers and citations, whatever the depth.
[[nodiscard]] PaperForest paper_forest(const PaperGraph& graph);

}  // namespace nucong::directive

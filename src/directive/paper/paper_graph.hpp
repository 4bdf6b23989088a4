// Which paper rests on which: directives that we hold and the papers that they cite, each once.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "directive/paper/paper_head.hpp"
#include "directive/reading.hpp"

namespace nucong::directive {

/// A directive whose text we have.
struct HeldPaper {
  PaperHead head;
  std::vector<Citation> citations;
};

struct Paper {
  CitationType kind = CitationType::other;
  std::string number;  ///< as printed; empty if none is known
  std::optional<Date> date;
  std::string title;              ///< empty if none is known
  std::vector<std::size_t> held;  ///< which of the directives given are this paper; empty: only cited

  bool operator==(const Paper&) const = default;
};

/// `from` names `cites` as a paper on which it rests. Places in PaperGraph::papers.
struct PaperEdge {
  std::size_t from = 0;
  std::size_t cites = 0;

  bool operator==(const PaperEdge&) const = default;
};

struct PaperGraph {
  /// In the order in which they are first met: each directive, then its citations.
  std::vector<Paper> papers;
  std::vector<PaperEdge> edges;  ///< each once, by directive, then in the order of its text; none to itself
};

/// Mentions are of one paper if their keys agree (PaperKeys). One without a date is of the only paper it can
/// be; where it can be several, all such mentions are one paper of their own. Two directives that we hold are
/// copies of one paper only if their titles agree too. Pure; linear in the citations.
[[nodiscard]] PaperGraph paper_graph(std::span<const HeldPaper> held);

}  // namespace nucong::directive

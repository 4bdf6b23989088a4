#include "directive/paper/paper_forest.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

namespace nucong::directive {
namespace {

constexpr auto none = static_cast<std::size_t>(-1);

using Lists = std::vector<std::vector<std::size_t>>;

// Walks what papers cite with a stack of its own: chains of citations may be longer than ours.
class CitedFirst {
 public:
  explicit CitedFirst(const PaperGraph& graph)
      : height(graph.papers.size(), 0),
        cites(graph.papers.size()),
        state_(graph.papers.size(), State::fresh),
        next_(graph.papers.size(), 0) {
    for (const PaperEdge& edge : graph.edges) cites[edge.from].push_back(edge.cites);
    for (std::size_t paper = 0; paper < cites.size(); ++paper) visit(paper);
    for (auto& list : cites) std::erase(list, none);
  }

  std::vector<std::size_t> height;  // the longest chain above a paper
  Lists cites;                      // without circles
  std::vector<PaperEdge> circular;

 private:
  enum class State : std::uint8_t { fresh, open, done };

  void visit(std::size_t start) {
    if (state_[start] != State::fresh) return;
    open(start);
    while (!stack_.empty()) {
      const std::size_t paper = stack_.back();
      if (next_[paper] < cites[paper].size())
        follow(paper, cites[paper][next_[paper]++]);
      else
        close(paper);
    }
  }

  void open(std::size_t paper) {
    state_[paper] = State::open;
    stack_.push_back(paper);
  }

  void follow(std::size_t paper, std::size_t& cited) {
    if (state_[cited] == State::fresh) {
      open(cited);
    } else if (state_[cited] == State::open) {
      circular.push_back({paper, cited});
      cited = none;
    }
  }

  void close(std::size_t paper) {
    state_[paper] = State::done;
    stack_.pop_back();
    for (const std::size_t cited : cites[paper])
      if (cited != none) height[paper] = std::max(height[paper], height[cited] + 1);
  }

  std::vector<State> state_;
  std::vector<std::size_t> next_;  // by paper: the citation to follow
  std::vector<std::size_t> stack_;
};

class ForestLayout {
 public:
  explicit ForestLayout(const PaperGraph& graph)
      : walk_(graph),
        above_(graph.papers.size(), none),
        below_(graph.papers.size()),
        first_(graph.papers.size(), 0),
        last_(graph.papers.size(), 0) {}

  PaperForest run() {
    choose_places();
    number_places();
    name_again();
    return {lines(), std::move(walk_.circular)};
  }

 private:
  static std::uint64_t pair(std::size_t from, std::size_t cites) {
    return (std::uint64_t{from} << 32U) | std::uint64_t{cites};
  }

  void choose_places() {
    for (std::size_t paper = 0; paper < above_.size(); ++paper) {
      for (const std::size_t cited : walk_.cites[paper]) {
        known_.insert(pair(paper, cited));
        if (above_[paper] == none || walk_.height[cited] > walk_.height[above_[paper]]) above_[paper] = cited;
      }
      if (above_[paper] != none) below_[above_[paper]].push_back(paper);
    }
  }

  // Each place with all below it is a run of numbers.
  void number_places() {
    std::size_t number = 0;
    std::vector<std::size_t> next(above_.size(), 0);
    for (std::size_t root = 0; root < above_.size(); ++root) {
      if (above_[root] != none) continue;
      first_[root] = number++;
      for (std::size_t paper = root; paper != none;) {
        if (next[paper] < below_[paper].size()) {
          paper = below_[paper][next[paper]++];
          first_[paper] = number++;
        } else {
          last_[paper] = number;
          paper = above_[paper];
        }
      }
    }
  }

  void name_again() {
    for (auto& below : below_) below.clear();
    for (std::size_t paper = 0; paper < above_.size(); ++paper)
      for (const std::size_t cited : walk_.cites[paper])
        if (cited == above_[paper] || !told(paper, cited)) below_[cited].push_back(paper);
  }

  [[nodiscard]] bool told(std::size_t paper, std::size_t cited) const {
    const bool stands_above = first_[cited] <= first_[paper] && first_[paper] < last_[cited];
    return stands_above || known_.contains(pair(above_[paper], cited));
  }

  // Roots below which nothing stands in full come last: what they name has been seen by then.
  [[nodiscard]] std::vector<PaperLine> lines() const {
    std::vector<PaperLine> lines;
    for (const bool only_naming : {false, true})
      for (std::size_t root = 0; root < above_.size(); ++root)
        if (above_[root] == none && names_only(root) == only_naming) add_lines(root, lines);
    return lines;
  }

  [[nodiscard]] bool names_only(std::size_t root) const {
    return !below_[root].empty() && last_[root] - first_[root] == 1;
  }

  void add_lines(std::size_t root, std::vector<PaperLine>& lines) const {
    std::vector<PaperLine> stack = {{root, 0, false}};
    while (!stack.empty()) {
      const PaperLine line = stack.back();
      stack.pop_back();
      lines.push_back(line);
      if (line.again) continue;
      const auto& below = below_[line.paper];
      for (auto at = below.rbegin(); at != below.rend(); ++at)
        stack.push_back({*at, line.depth + 1, above_[*at] != line.paper});
    }
  }

  CitedFirst walk_;
  std::vector<std::size_t> above_;  // by paper: below which it stands in full
  Lists below_;
  std::vector<std::size_t> first_;  // by paper: the run of its place
  std::vector<std::size_t> last_;
  std::unordered_set<std::uint64_t> known_;
};

}  // namespace

PaperForest paper_forest(const PaperGraph& graph) {
  return ForestLayout(graph).run();
}

}  // namespace nucong::directive

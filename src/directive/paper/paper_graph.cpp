#include "directive/paper/paper_graph.hpp"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "directive/paper/number_kind.hpp"
#include "directive/paper/paper_identity.hpp"
#include "directive/paper/paper_index.hpp"

namespace nucong::directive {
namespace {

// One place where a paper is named: the head of a directive, or a citation in it.
struct Mention {
  std::size_t directive = 0;
  const Citation* citation = nullptr;  // null: the directive itself
  PaperKeys keys;
  std::size_t paper = 0;
};

// Mentions that tell most are settled first, so that those that tell less have something to join.
int rank_of(const PaperKeys& keys) {
  if (!keys.number.text.empty()) return keys.number.edition.empty() ? 1 : 0;
  if (keys.bare) return keys.serial.edition.empty() ? 5 : 4;
  return keys.title.edition.empty() ? 3 : 2;
}

class PaperResolver {
 public:
  explicit PaperResolver(std::span<const HeldPaper> held) : held_(held) {}

  PaperGraph run() {
    name_all();
    settle_all();
    return numbered_by_first_mention();
  }

 private:
  void name_all() {
    for (std::size_t i = 0; i < held_.size(); ++i) {
      mentions_.push_back({i, nullptr, keys_of(held_[i].head)});
      for (const Citation& citation : held_[i].citations)
        mentions_.push_back({i, &citation, keys_of(citation)});
    }
  }

  void settle_all() {
    constexpr int ranks = 6;
    std::array<std::vector<std::size_t>, ranks> by_rank;
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      by_rank.at(static_cast<std::size_t>(rank_of(mentions_[i].keys))).push_back(i);
    for (const auto& rank : by_rank)
      for (const std::size_t i : rank) settle(mentions_[i]);
  }

  void settle(Mention& mention) {
    mention.paper = paper_for(mention);
    const PaperKeys& keys = mention.keys;
    numbers_.add(keys.number, mention.paper);
    serials_.add(keys.serial, mention.paper);
    titles_.add(keys.title, mention.paper);
    if (mention.citation == nullptr) copies_[mention.paper].push_back(mention.directive);
  }

  std::size_t paper_for(const Mention& mention) {
    const PaperKeys& keys = mention.keys;
    const KeyIndex& index = !keys.number.text.empty() ? numbers_ : keys.bare ? serials_ : titles_;
    const PaperKey& key = !keys.number.text.empty() ? keys.number : keys.bare ? keys.serial : keys.title;
    const auto found = index.find(key);
    if (found.papers == 1 && may_be(mention, found.paper)) return found.paper;
    if (found.papers < 2 || mention.citation == nullptr) return fresh();
    // Which of several is meant cannot be told: one paper for all who leave it open.
    const auto [place, first] = unsettled_.try_emplace(key.text + '@' + key.edition, 0);
    if (first) place->second = fresh();
    return place->second;
  }

  std::size_t fresh() {
    copies_.emplace_back();
    return copies_.size() - 1;
  }

  // Offices number their papers alike: "12/KH-LĐLĐ" is a plan of every province.
  [[nodiscard]] bool may_be(const Mention& mention, std::size_t paper) const {
    if (mention.citation != nullptr || copies_[paper].empty()) return true;
    const auto& other = held_[copies_[paper].front()].head;
    return keys_of(other).title == mention.keys.title;
  }

  PaperGraph numbered_by_first_mention() {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> place(copies_.size(), none);
    PaperGraph graph;
    for (Mention& mention : mentions_) {
      if (place[mention.paper] == none) {
        place[mention.paper] = graph.papers.size();
        graph.papers.push_back(as_held(mention.paper));
      }
      mention.paper = place[mention.paper];
      if (mention.citation != nullptr) complete(graph.papers[mention.paper], *mention.citation);
    }
    for (const Mention& mention : mentions_)
      if (Paper& paper = graph.papers[mention.paper]; paper.title.empty() && !is_whole(paper.number))
        paper.title = mention.citation == nullptr ? "" : mention.citation->quote;
    add_edges(graph);
    return graph;
  }

  // What a paper that we hold says of itself goes before what others say of it.
  Paper as_held(std::size_t paper) {
    Paper made;
    made.held = std::move(copies_[paper]);
    if (made.held.empty()) return made;
    const PaperHead& head = held_[made.held.front()].head;
    made.kind = head.kind.value_or(CitationType::other);
    made.number = head.number;
    made.date = head.date;
    made.title = head.title;
    return made;
  }

  static bool is_whole(const std::string& number) { return number.find_first_of("/-") != std::string::npos; }

  static void complete(Paper& paper, const Citation& citation) {
    const auto number = citation.number.value_or("");
    if (paper.kind == CitationType::other)
      paper.kind = kind_of_number(number, citation.type).value_or(citation.type);
    if (paper.number.empty() || (!is_whole(paper.number) && is_whole(number))) paper.number = number;
    if (!paper.date) paper.date = citation.date;
    if (paper.title.empty()) paper.title = title_of(citation);
  }

  void add_edges(PaperGraph& graph) const {
    std::unordered_set<std::uint64_t> known;
    std::size_t from = 0;
    for (const Mention& mention : mentions_) {
      if (mention.citation == nullptr) from = mention.paper;
      const bool fresh_edge =
          mention.paper != from &&
          known.insert((std::uint64_t{from} << 32U) | std::uint64_t{mention.paper}).second;
      if (fresh_edge) graph.edges.push_back({from, mention.paper});
    }
  }

  std::span<const HeldPaper> held_;
  std::vector<Mention> mentions_;
  std::vector<std::vector<std::size_t>> copies_;  // by paper: which directives are it
  KeyIndex numbers_;
  KeyIndex serials_;
  KeyIndex titles_;
  std::unordered_map<std::string, std::size_t> unsettled_;
};

}  // namespace

PaperGraph paper_graph(std::span<const HeldPaper> held) {
  return PaperResolver(held).run();
}

}  // namespace nucong::directive

// Which papers are known by a key, and of which edition.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "directive/paper/paper_identity.hpp"

namespace nucong::directive {

/// Places of papers by one kind of key. Every call takes constant time.
class KeyIndex {
 public:
  struct Found {
    std::size_t papers = 0;
    std::size_t paper = 0;  ///< if there is one only
  };

  /// Papers of the same edition, else those of which none is known; of any edition if the key tells none.
  [[nodiscard]] Found find(const PaperKey& key) const {
    if (key.text.empty()) return {};
    if (key.edition.empty()) return found(key.text);
    const Found same = found(key.text + '@' + key.edition);
    return same.papers > 0 ? same : found(key.text + '@');
  }

  /// An edition that is told takes the place of one that was not.
  void add(const PaperKey& key, std::size_t paper) {
    if (key.text.empty()) return;
    count(key.text, paper);
    const std::string untold = key.text + '@';
    if (key.edition.empty()) {
      if (!told_.contains(place(key.text, paper))) count(untold, paper);
      return;
    }
    told_.insert(place(key.text, paper));
    if (known_.erase(place(untold, paper)) > 0) take(papers_[untold], paper, -1);
    count(untold + key.edition, paper);
  }

 private:
  static std::string place(const std::string& name, std::size_t paper) {
    return name + '#' + std::to_string(paper);
  }

  [[nodiscard]] Found found(const std::string& name) const {
    const auto at = papers_.find(name);
    return at == papers_.end() ? Found{} : at->second;
  }

  void count(const std::string& name, std::size_t paper) {
    if (known_.insert(place(name, paper)).second) take(papers_[name], paper, 1);
  }

  // The papers of a key xor-ed are the paper itself once only one is left.
  static void take(Found& found, std::size_t paper, int by) {
    found.papers += static_cast<std::size_t>(by);
    found.paper ^= paper;
  }

  std::unordered_map<std::string, Found> papers_;  // by key, and by key and edition
  std::unordered_set<std::string> known_;          // what is counted
  std::unordered_set<std::string> told_;           // by key: papers whose edition is known
};

}  // namespace nucong::directive

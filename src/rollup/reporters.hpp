// Who has reported for a period, and who has not.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "rollup/ground.hpp"
#include "rollup/marked.hpp"
#include "rollup/snapshot.hpp"

namespace nucong::rollup {

/// Of the standing units of certain kinds: those that gave any figure of their own for a period or for a part
/// of it. What a unit inherited does not count: it has not reported. Immutable.
class Reporters {
 public:
  /// `before` is the answer to the same question in another state, or null; what has not changed since is
  /// taken from it.
  Reporters(const Snapshot& snapshot, const Period& period, const Ground& ground,
            std::span<const std::string> kinds, const Reporters* before);

  [[nodiscard]] std::uint32_t expected(unit::Run run) const { return expected_.count(run); }
  [[nodiscard]] std::uint32_t reported(unit::Run run) const { return reported_.count(run); }
  /// The silent units of the run, by position.
  [[nodiscard]] std::vector<std::uint32_t> silent(unit::Run run) const;

  /// True if it was made of the same reports.
  [[nodiscard]] bool reads(const Snapshot& snapshot, const Period& period) const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  // Who is in the columns of one period, by slot.
  struct Page {
    std::shared_ptr<const Sheet> sheet;
    std::vector<Chunk::Presence> anybody;
  };
  [[nodiscard]] bool anybody(std::size_t slot) const;
  [[nodiscard]] static Page page_of(std::shared_ptr<const Sheet> sheet, const Page* before);

  std::vector<Page> pages_;  // of the period and all inside it
  Marked expected_;
  Marked reported_;
};

}  // namespace nucong::rollup

// Which units of a tree are in a set: "units(grassroots where care >= 1)".
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "indicator/formula.hpp"
#include "rollup/landed.hpp"
#include "rollup/marked.hpp"

namespace nucong::rollup {

using SharedLanded = std::shared_ptr<const LandedColumn>;

/// Immutable. A unit whose figures are missing is not in a set
/// that asks for them.
class Members {
 public:
  /// What the set's condition reads, landed on the same tree.
  using Inputs = std::vector<std::pair<indicator::Series, SharedLanded>>;

  /// `before` is the same set in another state of the nation, or null: where its inputs have the same chunks,
  /// so has this one.
  Members(const indicator::UnitSet& set, const indicator::Elements& elements, const Standpoint& from,
          Inputs inputs, const Members* before);

  [[nodiscard]] std::uint32_t count(unit::Run run) const { return in_.count(run); }
  /// True if nothing that the set reads has changed since.
  [[nodiscard]] bool reads(const Inputs& inputs) const { return inputs_ == inputs; }
  [[nodiscard]] std::size_t bytes() const { return sizeof *this + asked_->size() * 8 + in_.bytes(); }

 private:
  [[nodiscard]] Marked::Words evaluate(const indicator::UnitSet& set, const indicator::Elements& elements,
                                       const Members* before) const;
  [[nodiscard]] bool same_chunks(const Members& other, std::size_t chunk) const;

  Inputs inputs_;
  std::shared_ptr<const Marked::Words> asked_;  // the right kind and population
  Marked in_;
};

}  // namespace nucong::rollup

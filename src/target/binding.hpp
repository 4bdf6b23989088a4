// Which indicator measures a target: proposed by likeness of words, decided by a person.
#pragma once

#include <memory>
#include <vector>

#include "directive/reading.hpp"
#include "indicator/indicator.hpp"

namespace nucong::target {

/// An indicator that could measure a target. `likeness` is 0 to 1: the cosine between the words of the target
/// and the indicator's nearest phrase, each word and pair of words weighed by how rare it is in the
/// catalogue.
struct Candidate {
  const indicator::Indicator* indicator = nullptr;
  double likeness = 0;
};

/// The words of a catalogue, weighed once. The catalogue must outlive it.
class Binder {
 public:
  /// Below this a proposal is left to the person: nothing is bound by itself.
  static constexpr double sure = 0.6;

  explicit Binder(const indicator::Catalogue& catalogue);
  ~Binder();
  Binder(Binder&&) noexcept;
  Binder& operator=(Binder&&) noexcept;

  /// The most alike first, at most `most`; only indicators of the target's shape: told in the same unit, per
  /// unit or not, change or level; none for a decrease, which no indicator tells yet. Ties by order of the
  /// catalogue.
  [[nodiscard]] std::vector<Candidate> candidates(const directive::ProposedTarget& target,
                                                  std::size_t most = 3) const;

 private:
  struct Words;
  std::unique_ptr<const Words> words_;
};

}  // namespace nucong::target

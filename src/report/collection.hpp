// Who was to report and who did, right through openings, mergers and closings.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "report/extension.hpp"
#include "report/standings.hpp"
#include "unit/lineage.hpp"

namespace nucong::report {

/// One unit that was expected to report, or reported unasked.
struct Due {
  Slot unit;
  std::uint32_t position = 0;    ///< where it is counted in the tree asked for
  bool alive = true;             ///< stands in that tree and stood on the period's last day
  bool expected = true;          ///< false: reported, though it did not stand on the last day or is not asked
  std::optional<Date> received;  ///< of the first version
  bool late = false;             ///< received after its due day, extensions counted
  Version version = 0;           ///< the current one; 0: nothing was received

  bool operator==(const Due&) const = default;
};

struct Counts {
  std::uint32_t expected = 0;
  std::uint32_t received = 0;  ///< of those expected
  std::uint32_t on_time = 0;
  std::uint32_t late = 0;
  std::uint32_t unasked = 0;  ///< reported, though not expected

  bool operator==(const Counts&) const = default;
};

/// The collection of one form for one period, told by the branches of any tree. A unit is expected if it
/// stood on the period's last day and was of a kind that the form asks: one that closed or merged before is
/// not (its successor is), one founded on the last day is. So the tree asked for changes nobody's duty, it
/// only says in which branch a unit is counted: in its own place, else where its lineage leads, as its
/// figures (decision 0002). A unit is one and is not divided: it is counted with the largest part of what it
/// left. The counts of the root are the same under every tree.
class Collection {
 public:
  /// `then`: the tree of the period's last day. `asked`: the lineage onto the tree asked for, which must
  /// outlive this. `standings`: those of the period.
  Collection(const Form& form, const Period& period, const unit::Tree& then, const unit::Lineage& asked,
             const StandingColumn& standings, const DueDays& due);

  /// Like with like: leaves out the units that do not stand in both trees.
  void keep_only_alive();

  /// Those counted in one branch, in order of the tree; those counted in one place by slot. O(log n).
  [[nodiscard]] std::span<const Due> of(Slot branch) const;
  [[nodiscard]] Counts counts(Slot branch) const;

 private:
  const unit::Tree& asked_;
  std::vector<Due> all_;  // by position
};

}  // namespace nucong::report

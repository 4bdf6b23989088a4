// Who was to report and who did, right through openings, mergers and closings.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "report/form.hpp"
#include "report/submission.hpp"
#include "unit/tree.hpp"

namespace nucong::report {

/// One unit that was expected to report, or reported unasked.
struct Due {
  Slot unit;
  bool expected = true;  ///< false: reported, though it no longer stood on the last day or is not asked
  std::optional<Date> received;  ///< of the first version
  bool late = false;             ///< received after the due day

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

/// The collection of one form for one period. A unit is expected if it stands on the period's last day and is
/// of a kind that the form asks: one that closed or merged before is not (its successor is), one founded on
/// the last day is. `tree` is the one of the period's last day.
class Collection {
 public:
  /// `first_received`: by unit, the day on which the first version came in.
  Collection(const Form& form, const Period& period, const unit::Tree& tree,
             const std::map<Slot, Date>& first_received);

  /// Units by position in the tree; those that no longer stand come last, by slot.
  [[nodiscard]] std::span<const Due> all() const { return all_; }
  /// Of one branch; units that no longer stand are counted at the root only.
  [[nodiscard]] Counts counts(Slot branch) const;

 private:
  const unit::Tree& tree_;
  std::vector<Due> all_;
};

}  // namespace nucong::report

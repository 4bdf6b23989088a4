// What somebody may do where: their offices of a day, on a tree.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "account/office.hpp"
#include "unit/lineage.hpp"

namespace nucong::account {

/// A place from which a deed is allowed: the unit, what is below it, or both.
struct Allowed {
  Slot unit;  ///< stands in the tree
  Reach reach = Reach::branch;

  bool operator==(const Allowed&) const = default;
};

/// The branches in which an asker may do a deed. The day says which terms are in force and how far the past
/// has been handed on; the tree says what a branch is. For today's work both are of today; a question about
/// an older tree takes the same day and that tree.
///
/// Where units ended, an office goes where figures go, but only as far as somebody answers for them:
///
/// - **A unit holds the past that it took over.** Whoever is in office at a unit also acts for each unit
/// whose
///   whole past has gone to it by the day: sees it on older trees, corrects its last report. Otherwise nobody
///   could, once the other unit's own offices have ended.
/// - **An office at a unit that was merged** goes on in the successor for seeing figures alone, because there
///   the figures cannot be told apart. Doing needs an appointment in the successor: a merger decides about
///   units, not that each of two treasurers is now treasurer of both.
/// - **An office at a unit that was closed or split** does not go on anywhere. The figures of a closed unit
///   come to rest with the unit above, and authority does not grow upwards; of a split, nobody has said who
///   goes where.
/// - In all these cases what reaches the unit itself (`Reach::own`, `Reach::branch`) still reaches it by its
///   own slot: its last report can be finished while the term runs.
/// - **A unit that does not stand in the tree** is asked for where its figures rest: merged, it counts as its
///   successor; closed, as a unit below its last parent; split, the same, since no heir answers for all of
///   it; not yet founded, as nothing.
///
/// A slot that no unit has (its founding was taken back) gives and gets nothing; nor does one founded after
/// the day give anything.
class Scope {
 public:
  /// Nobody's: covers nothing.
  Scope() = default;
  /// `lineage`, and with it its tree, must outlive this. O(offices).
  Scope(std::span<const Office> offices, Date day, const unit::Lineage& lineage);

  /// O(offices × depth of the tree).
  [[nodiscard]] bool covers(Deed deed, Slot unit) const;
  /// Where the deed is allowed, in the tree's order; none lies in another of them. Looks at each unit that
  /// ever ended.
  [[nodiscard]] std::vector<Allowed> branches(Deed deed) const;
  /// Whether the deed is allowed anywhere at all.
  [[nodiscard]] bool allows(Deed deed) const;
  /// Those in force on the day.
  [[nodiscard]] const std::vector<Office>& offices() const { return offices_; }

 private:
  /// Where a slot is to be looked for in the tree.
  struct Rest {
    Slot at;
    bool itself = true;  // not merely below `at`
  };

  [[nodiscard]] bool exists(Slot slot) const;
  [[nodiscard]] std::optional<Rest> rest_of(Slot slot) const;
  [[nodiscard]] Slot holder_of(Slot slot, Date day) const;
  [[nodiscard]] bool covers(const Office& office, Deed deed, Slot unit) const;
  [[nodiscard]] bool is_seat(const Office& office, Deed deed, Slot standing) const;

  std::vector<Office> offices_;
  Date day_{};
  const unit::Lineage* lineage_ = nullptr;
};

}  // namespace nucong::account

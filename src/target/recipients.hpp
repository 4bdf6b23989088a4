// To whom a directive was given: the issuer's whole branch, or some units of it (decision 0018).
#pragma once

#include <span>
#include <vector>

#include "target/target.hpp"
#include "unit/lineage.hpp"

namespace nucong::target {

/// The chosen units, by slot, without those that stand below another one; empty if the issuer is among them.
/// Errors: `directive.recipient_outside` (params `unit`, `issuer`) for one that does not stand in the
/// issuer's branch.
[[nodiscard]] Result<std::vector<Slot>> recipients_of(Slot issuer, std::span<const Slot> chosen,
                                                      const unit::Tree& tree);

/// The part of the tree that the directive was given to: branches in the order of the tree, none touching
/// another. Where a unit that was chosen has gone since, its figures tell: the duty goes with what it counted
/// when it was given, to the heir of a merger and to those it was split into by share. Nobody has the duty of
/// a unit that was closed, or split with no share stated.
[[nodiscard]] std::vector<unit::Run> given_runs(const Directive& directive, const unit::Lineage& lineage);

/// What of a branch lies in the runs.
[[nodiscard]] std::vector<unit::Run> within(unit::Run branch, std::span<const unit::Run> runs);

}  // namespace nucong::target

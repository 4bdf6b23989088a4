// Directives and targets in work, by their ids, and the part of the tree that one was given to.
#pragma once

#include <string_view>
#include <vector>

#include "app/nation.hpp"
#include "rollup/ground.hpp"

namespace nucong::app {

/// Errors: `directive.unknown`.
[[nodiscard]] Result<const target::Directive*> find_directive(
    const std::vector<target::Directive>& directives, std::string_view id);

struct FoundTarget {
  target::Target target;
  Slot issuer;
};
/// Errors: `target.unknown`.
[[nodiscard]] Result<FoundTarget> find_target(const std::vector<target::Directive>& directives,
                                              std::string_view id);

/// The part of the tree that a directive was given to (target::given_runs); of no directive ("") all of it.
/// Errors: `directive.unknown`.
[[nodiscard]] Result<std::vector<unit::Run>> runs_given(const Nation& nation, std::string_view directive,
                                                        const rollup::Ground& ground);

}  // namespace nucong::app

// Directives and goals, taken into work by somebody entitled.
#pragma once

#include <string>
#include <vector>

#include "app/adopt.hpp"
#include "app/asker.hpp"
#include "app/set_goals.hpp"

namespace nucong::app {

// Everybody below: `scope.exceeded`, `token.read_only`. What is done, its note in the audit log and `also`
// are one act.

/// Needs `adopt_directive` at the issuer. Errors: those of `adopt`.
[[nodiscard]] Result<Adoption> adopt_as(const Ports& ports, const Asker& asker, const AdoptOrder& order,
                                        const unit::History& history,
                                        const BeforeCommit<Adoption>& also = {});

/// Needs `adopt_directive` at the directive's issuer. Errors: those of `give_further`.
[[nodiscard]] Result<std::size_t> give_further_as(const Ports& ports, const Asker& asker,
                                                  const std::string& directive,
                                                  const std::vector<std::string>& units,
                                                  const unit::History& history,
                                                  const BeforeCommit<std::size_t>& also = {});

/// Needs `adopt_directive` at the issuer of the target's directive. Errors: those of `rebind`.
[[nodiscard]] Result<> rebind_as(const Ports& ports, const Asker& asker, const std::string& target,
                                 const std::string& indicator, const unit::History& history,
                                 const BeforeCommit<void>& also = {});

/// Needs `assign_goals` at each unit. Errors: those of `set_goals`.
[[nodiscard]] Result<std::size_t> set_goals_as(const Ports& ports, const Asker& asker,
                                               const std::vector<GoalOrder>& orders,
                                               const BeforeCommit<std::size_t>& also = {});

}  // namespace nucong::app

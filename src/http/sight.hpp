// What of an answer its asker may see, where no unit was named.
#pragma once

#include <optional>
#include <vector>

#include "http/route.hpp"
#include "unit/tree.hpp"

namespace nucong::http {

/// The runs of a tree in which the asker may see figures, in its order; none: all of it.
[[nodiscard]] std::optional<std::vector<unit::Run>> runs_seen(const Asked& asked, const unit::Tree& tree);

/// Whether a directive concerns the asker: it was given to a unit that they see, or comes from one.
[[nodiscard]] bool concerns(const Asked& asked, const target::Directive& directive);

/// The code of the branch whose events the asker hears if none is named: all of it for whoever sees all.
/// Errors: `access.outside_scope` if there is none; `param.missing` if there are several.
[[nodiscard]] Result<std::optional<std::string>> branch_heard(const Asked& asked);

/// Whether the asker is told figures of few people at the unit (app/disclosure.hpp).
[[nodiscard]] bool sees_small_cells(const Asked& asked, const std::string& unit);

/// Whether everything below the unit may be seen too. `unit` may not stand in the tree: then nothing is
/// below.
[[nodiscard]] bool sees_below(const account::Scope& scope, const unit::Tree& tree, Slot unit);

}  // namespace nucong::http

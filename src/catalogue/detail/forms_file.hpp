// What is asked and what must hold: forms and rules.
#pragma once

#include <span>
#include <vector>

#include "catalogue/detail/table.hpp"
#include "indicator/kind.hpp"
#include "report/effort.hpp"
#include "report/form.hpp"
#include "report/rule.hpp"

namespace nucong::catalogue::detail {

[[nodiscard]] Result<std::vector<report::Form>> read_forms(std::span<const Document> documents,
                                                           const indicator::Elements& elements,
                                                           std::span<const indicator::UnitKind> kinds);
[[nodiscard]] Result<std::vector<report::Rule>> read_rules(std::span<const Document> documents,
                                                           const indicator::Elements& elements);
/// The first [jump] of the documents; the default if there is none.
[[nodiscard]] Result<report::JumpRule> read_jump(std::span<const Document> documents);

/// The first [effort] of the documents; the default if there is none.
[[nodiscard]] Result<report::Effort> read_effort(std::span<const Document> documents);

}  // namespace nucong::catalogue::detail

// What is counted: kinds of unit, splits, elements and indicators.
#pragma once

#include <span>
#include <vector>

#include "catalogue/detail/table.hpp"
#include "indicator/indicator.hpp"
#include "indicator/kind.hpp"

namespace nucong::catalogue::detail {

[[nodiscard]] Result<std::vector<indicator::UnitKind>> read_kinds(std::span<const Document> documents);
/// Fails at `key` if one of the kinds is not there.
[[nodiscard]] Result<> check_kinds(const Table& table, std::string_view key,
                                   std::span<const std::string> used,
                                   std::span<const indicator::UnitKind> kinds);

[[nodiscard]] Result<indicator::Elements> read_elements(std::span<const Document> documents);
[[nodiscard]] Result<indicator::Catalogue> read_catalogue(std::span<const Document> documents,
                                                          std::span<const indicator::UnitKind> kinds);

}  // namespace nucong::catalogue::detail

// How drafts and steps are spelled in the database, and the refusals that every engine tells alike.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/stored.hpp"

namespace nucong::store {

/// Codes of series with one blank between two, and back.
[[nodiscard]] std::string joined_cells(std::span<const std::string> cells);
[[nodiscard]] std::vector<std::string> cells_of(std::string_view joined);

[[nodiscard]] Error changed_version(const app::StoredReport& report);
[[nodiscard]] Error signed_report(const app::StoredReport& report);
/// Errors: `report.version_moved`, `report.step_changed`, as WorkStore::add_step tells them.
[[nodiscard]] Result<> check_next(const report::Step& step, report::Version current, std::uint32_t steps);

/// "2026-Q1 v2 returned".
[[nodiscard]] std::string summary_of(const report::Step& step);
/// "NC-Q 2026-Q1: 2026-04-20".
[[nodiscard]] std::string summary_of(const report::Extension& extension);

}  // namespace nucong::store

// Reports in and out of their table.
#pragma once

#include <span>

#include "app/stored.hpp"
#include "store/detail/connection.hpp"
#include "store/detail/read_ahead.hpp"

namespace nucong::store {

/// Adds reports with `sequence` as their act's number, or below zero that of an import (imports.hpp). Errors:
/// `report.version_changed`, `report.signed` for the first that does not follow what is visible or of the
/// same import.
[[nodiscard]] Result<> append_reports(Connection& sql, std::span<const app::StoredReport> reports,
                                      std::int64_t sequence);

/// The highest version that is visible; 0 if there is none.
[[nodiscard]] std::int64_t current_version(Connection& sql, Slot unit, const Period& period);

/// Of one unit and period, oldest first; one statement.
[[nodiscard]] Result<std::vector<app::StoredReport>> versions_of(Connection& sql, Slot unit,
                                                                 const Period& period);

/// That acts after `after` brought, in their order; those of imports left out.
[[nodiscard]] Result<std::vector<app::StoredReport>> reports_since(Connection& sql, app::Sequence after);

/// Until `take` says no. Within a transaction.
[[nodiscard]] Result<> read_reports(Connection& sql, std::string_view condition_and_order, Values values,
                                    const ReportTake& take);

}  // namespace nucong::store

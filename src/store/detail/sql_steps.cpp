// What a nation in memory takes from the tables of people's work.
#include <fmt/format.h>

#include "store/detail/sql_store.hpp"
#include "store/detail/work_rows.hpp"

namespace nucong::store {

Result<> SqlStore::each_step_since(app::Sequence after,
                                   const std::function<Result<>(const app::StoredStep&)>& visit) {
  return reading([&] {
    PeriodReader periods;
    return each(
        fmt::format("SELECT {} FROM report_step WHERE sequence > $1 ORDER BY sequence", step_columns),
        {static_cast<std::int64_t>(after)}, [&](const Row& row) { return step_in(row, periods); }, visit);
  });
}

Result<std::vector<report::Extension>> SqlStore::extensions() {
  return reading([&] {
    PeriodReader periods;
    return rows(fmt::format("SELECT {} FROM extension ORDER BY sequence", extension_columns), {},
                [&](const Row& row) { return extension_in(row, periods); });
  });
}

Result<> SqlStore::each_frozen(const std::function<Result<>(const app::FrozenText&)>& visit) {
  return reading([&] {
    PeriodReader periods;
    return each(
        fmt::format("SELECT {} FROM frozen_report ORDER BY unit, period, step", frozen_columns), {},
        [&](const Row& row) { return frozen_in(row, periods); }, visit);
  });
}

}  // namespace nucong::store

// Reports that an import brought stand with a number below zero, minus the import's own, in place of their
// act's: it is not known before all of them are there. They are seen by nobody until an act has the import's
// number.
#pragma once

#include <map>
#include <string_view>

#include "app/stored.hpp"
#include "store/detail/connection.hpp"

namespace nucong::store {

/// Holds of a row of `report` that is visible; for a table that is called `report` in its statement.
inline constexpr std::string_view report_is_visible =
    "(report.sequence > 0 OR report.sequence IN (SELECT -import FROM act WHERE import IS NOT NULL))";

/// Which act made an import visible. Within one transaction.
class ImportActs {
 public:
  explicit ImportActs(Connection& sql) {
    sql.each_row("SELECT import, sequence FROM act WHERE import IS NOT NULL", {}, [&](const Row& row) {
      acts_.emplace(-row.integer(0), static_cast<app::Sequence>(row.integer(1)));
      return true;
    });
  }

  /// 0 where there is no such act: the database is damaged.
  [[nodiscard]] app::Sequence act_of(std::int64_t sequence) const {
    if (sequence > 0) return static_cast<app::Sequence>(sequence);
    const auto at = acts_.find(sequence);
    return at == acts_.end() ? 0 : at->second;
  }

 private:
  std::map<std::int64_t, app::Sequence> acts_;
};

}  // namespace nucong::store

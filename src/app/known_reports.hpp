// What the database knows of the reports that somebody is about to change.
#pragma once

#include <span>
#include <unordered_map>
#include <utility>

#include "app/database.hpp"

namespace nucong::app {

/// Which report: one unit's for one period.
struct ReportKey {
  Slot unit;
  Period period = Period::year(2000);

  bool operator==(const ReportKey&) const = default;
};

struct ReportKeyHash {
  [[nodiscard]] std::size_t operator()(const ReportKey& key) const {
    const auto days = [](Date day) { return static_cast<std::uint64_t>(day.time_since_epoch().count()); };
    const std::uint64_t period = days(key.period.first()) * 4099U ^ days(key.period.last());
    return (key.unit.value ^ period << 32U) * 0x9e3779b97f4a7c15U;
  }
};

template <class Value>
using ByReport = std::unordered_map<ReportKey, Value, ReportKeyHash>;

/// Current versions. Immutable once loaded; safe to read from many threads.
class KnownReports {
 public:
  /// Those of `keys` and of the periods just before theirs. Errors: those of Reader.
  [[nodiscard]] static Result<KnownReports> load(Reader& reader, std::span<const ReportKey> keys);

  /// Null if nothing was reported yet.
  [[nodiscard]] const StoredReport* find(const ReportKey& key) const {
    const auto at = reports_.find(key);
    return at == reports_.end() ? nullptr : &at->second;
  }

 private:
  [[nodiscard]] Result<> load_one(Reader& reader, const ReportKey& key);
  [[nodiscard]] Result<> load_many(Reader& reader, std::span<const ReportKey> keys);

  ByReport<StoredReport> reports_;
};

}  // namespace nucong::app

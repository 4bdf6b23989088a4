#include "app/known_reports.hpp"

#include <algorithm>
#include <unordered_set>

namespace nucong::app {

Result<KnownReports> KnownReports::load(Reader& reader, std::span<const ReportKey> keys) {
  // Above this it is cheaper to read all reports of these periods once.
  constexpr std::size_t few = 32;
  KnownReports known;
  if (keys.size() > few) {
    TRY(known.load_many(reader, keys));
    return known;
  }
  for (const auto& key : keys) {
    TRY(known.load_one(reader, key));
    TRY(known.load_one(reader, {key.unit, key.period.previous()}));
  }
  return known;
}

Result<> KnownReports::load_one(Reader& reader, const ReportKey& key) {
  TRY(auto versions, reader.versions(key.unit, key.period));
  if (!versions.empty()) reports_.insert_or_assign(key, std::move(versions.back()));
  return ok();
}

Result<> KnownReports::load_many(Reader& reader, std::span<const ReportKey> keys) {
  const std::unordered_set<ReportKey, ReportKeyHash> wanted(keys.begin(), keys.end());
  Date from = keys.front().period.first();
  Date to = keys.front().period.last();
  for (const auto& key : keys) {
    from = std::min(from, key.period.previous().first());
    to = std::max(to, key.period.last());
  }
  return reader.each_report(from, to, [&](const StoredReport& stored) -> Result<> {
    const bool asked =
        wanted.contains({stored.unit, stored.period}) || wanted.contains({stored.unit, stored.period.next()});
    if (asked) reports_.emplace(ReportKey{stored.unit, stored.period}, stored);
    return ok();
  });
}

}  // namespace nucong::app

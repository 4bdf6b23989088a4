#include "app/nation.hpp"

#include "app/record_units.hpp"
#include "report/submission.hpp"

namespace nucong::app {

Result<Nation> load_nation(const Ports& ports, Date from, Date to) {
  TRY(auto history, load_history(ports.store));
  report::Unpacker unpacker(ports.knowledge.elements());
  std::vector<rollup::Change> changes;
  std::vector<report::Figure> figures;
  rollup::Snapshot snapshot;
  // Reports come ordered by period: a full batch is columns of few periods, touched in order of unit.
  constexpr std::size_t batch = std::size_t{1} << 20;
  const auto take = [&](const StoredReport& stored) -> Result<> {
    figures.clear();
    TRY(unpacker.unpack(stored.figures, figures));
    for (const auto& figure : figures)
      changes.push_back({figure.series, stored.period, stored.unit, figure.amount});
    if (changes.size() >= batch) {
      snapshot = snapshot.with(changes);
      changes.clear();
    }
    return ok();
  };
  TRY(ports.store.each_report(from, to, take));
  return Nation{std::move(history), snapshot.with(changes)};
}

}  // namespace nucong::app

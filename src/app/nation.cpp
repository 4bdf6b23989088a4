#include "app/nation.hpp"

#include "app/record_units.hpp"
#include "report/submission.hpp"

namespace nucong::app {

Result<Nation> load_units_and_targets(const Ports& ports) {
  // The sequence first: what is read after it may be newer, never older.
  TRY(const auto sequence, ports.store.latest());
  TRY(auto history, load_history(ports.store));
  TRY(auto directives, ports.store.directives());
  TRY(auto goals, ports.store.goals());
  return Nation{sequence,
                std::move(history),
                {},
                std::make_shared<const std::vector<target::Directive>>(std::move(directives)),
                std::make_shared<const std::vector<target::Goal>>(std::move(goals))};
}

Result<Nation> load_units_and_figures(const Ports& ports, Date from, Date to) {
  TRY(const auto sequence, ports.store.latest());
  TRY(auto history, load_history(ports.store));
  TRY(auto figures, load_figures(ports, from, to));
  return Nation{sequence, std::move(history), std::move(figures),
                std::make_shared<const std::vector<target::Directive>>(),
                std::make_shared<const std::vector<target::Goal>>()};
}

Result<Nation> load_nation(const Ports& ports) {
  TRY(auto nation, load_units_and_targets(ports));
  TRY(nation.figures, load_figures(ports, make_date(1900, 1, 1), make_date(2999, 12, 31)));
  return nation;
}

Result<rollup::Snapshot> load_figures(const Ports& ports, Date from, Date to) {
  report::Unpacker unpacker(ports.knowledge.elements());
  rollup::SnapshotWriter writer;
  // Reports come in the order in which the writer wants their figures: by period, then by unit.
  TRY(ports.store.each_report(from, to, [&](const StoredReport& stored) {
    writer.begin(stored.period);
    return unpacker.each(stored.figures, [&](indicator::Series series, std::int64_t amount) {
      writer.append(series, stored.unit, amount);
    });
  }));
  return writer.finish();
}

}  // namespace nucong::app

#include "app/nation.hpp"

#include "app/record_units.hpp"
#include "app/standing_changes.hpp"
#include "report/submission.hpp"

namespace nucong::app {

Result<Nation> load_units_and_targets(const Ports& ports) {
  // The sequence first: what is read after it may be newer, never older.
  TRY(const auto sequence, ports.database.latest());
  TRY(auto history, load_history(ports.database));
  TRY(auto directives, ports.database.directives());
  TRY(auto goals, ports.database.goals());
  TRY(auto extensions, ports.database.extensions());
  return Nation{sequence,
                std::move(history),
                {},
                std::make_shared<const std::vector<target::Directive>>(std::move(directives)),
                std::make_shared<const std::vector<target::Goal>>(std::move(goals)),
                {},
                std::make_shared<const std::vector<report::Extension>>(std::move(extensions))};
}

Result<Nation> load_units_and_figures(const Ports& ports, Date from, Date to, const std::string& directive) {
  TRY(const auto sequence, ports.database.latest());
  TRY(auto history, load_history(ports.database));
  TRY(auto figures, load_figures(ports, from, to));
  std::vector<target::Directive> directives;
  if (!directive.empty()) {
    TRY(directives, ports.database.directives());
  }
  return Nation{sequence, std::move(history), std::move(figures),
                std::make_shared<const std::vector<target::Directive>>(std::move(directives)),
                std::make_shared<const std::vector<target::Goal>>()};
}

namespace {

// Reports come in the order in which the writers want them: by period, then by unit.
Result<> read_reports(const Ports& ports, Date from, Date to, rollup::SnapshotWriter& figures,
                      report::StandingsWriter* standings) {
  report::Unpacker unpacker(ports.knowledge.elements());
  return ports.database.each_report(from, to, [&](const StoredReport& stored) {
    figures.begin(stored.period);
    if (standings != nullptr) {
      standings->begin(stored.period);
      standings->append(stored.unit, report::of_current(stored.version, stored.received));
    }
    return unpacker.each(stored.figures, [&](indicator::Series series, std::int64_t amount) {
      figures.append(series, stored.unit, amount);
    });
  });
}

// What current versions alone do not tell: when a corrected report first came, and what was decided about it.
Result<report::Standings> with_steps(Reader& reader, report::Standings standings) {
  StandingChanges changes(std::move(standings));
  TRY(reader.each_first_receipt([&](const FirstReceipt& first) -> Result<> {
    changes.receive(first);
    return ok();
  }));
  TRY(reader.each_step_since(0, [&](const StoredStep& stored) -> Result<> {
    changes.take(stored.step);
    return ok();
  }));
  return changes.standings();
}

}  // namespace

Result<Nation> load_nation(const Ports& ports) {
  TRY(auto nation, load_units_and_targets(ports));
  rollup::SnapshotWriter figures;
  report::StandingsWriter standings;
  TRY(read_reports(ports, make_date(1900, 1, 1), make_date(2999, 12, 31), figures, &standings));
  nation.figures = figures.finish();
  TRY(nation.standings, with_steps(ports.database, standings.finish()));
  return nation;
}

Result<rollup::Snapshot> load_figures(const Ports& ports, Date from, Date to) {
  rollup::SnapshotWriter figures;
  TRY(read_reports(ports, from, to, figures, nullptr));
  return figures.finish();
}

}  // namespace nucong::app

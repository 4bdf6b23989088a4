#include "app/follow_nation.hpp"

#include <algorithm>
#include <map>

#include "app/standing_changes.hpp"
#include "report/submission.hpp"

namespace nucong::app {
namespace {

using indicator::Series;

// Which of the things that change seldom have changed.
struct Touched {
  bool units = false;
  bool targets = false;
  bool deadlines = false;
};

Touched touched_by(const std::vector<Act>& acts) {
  Touched touched;
  for (const auto& act : acts) {
    touched.units |= act.of_units();
    touched.deadlines |= act.kind.starts_with("deadline.");
    touched.targets |= act.kind.starts_with("directive.") || act.kind.starts_with("target.");
  }
  return touched;
}

// What a report's version says, with a taking away of each figure that stood there before it.
class Changes {
 public:
  Changes(const rollup::Snapshot& figures, const Knowledge& knowledge)
      : figures_(figures), unpacker_(knowledge.elements()) {}

  Result<> add(const StoredReport& report) {
    if (const auto* sheet = figures_.sheet(report.period))
      for (const auto& [series, column] : *sheet)
        if (column->at(report.unit.value)) take({series, report.period, report.unit, {}});
    // An earlier version that came with the same batch.
    auto& said = said_[{report.unit, report.period}];
    for (const Series series : said) take({series, report.period, report.unit, {}});
    said.clear();
    return unpacker_.each(report.figures, [&](Series series, std::int64_t amount) {
      said.push_back(series);
      take({series, report.period, report.unit, amount});
    });
  }

  [[nodiscard]] std::span<const rollup::Change> all() const { return changes_; }

 private:
  void take(const rollup::Change& change) { changes_.push_back(change); }

  const rollup::Snapshot& figures_;
  report::Unpacker unpacker_;
  std::vector<rollup::Change> changes_;
  std::map<std::pair<Slot, Period>, std::vector<Series>> said_;
};

}  // namespace

Result<rollup::Snapshot> with_reports(const rollup::Snapshot& figures, std::span<const StoredReport> reports,
                                      const Knowledge& knowledge) {
  Changes changes(figures, knowledge);
  for (const auto& report : reports) {
    TRY(changes.add(report));
  }
  return figures.with(changes.all());
}

Result<Nation> followed(const Ports& ports, const Nation& nation, TakenIn* taken) {
  TRY(const auto acts, ports.store.acts(nation.sequence));
  if (acts.empty()) return nation;
  Nation next = nation;
  next.sequence = acts.back().sequence;
  const Touched touched = touched_by(acts);
  // Units, targets and extensions are few beside figures, and seldom change: they are read anew.
  if (touched.units || touched.targets || touched.deadlines) {
    TRY(auto anew, load_units_and_targets(ports));
    anew.figures = std::move(next.figures);
    anew.standings = std::move(next.standings);
    anew.sequence = next.sequence;
    next = std::move(anew);
  }
  // What came after the acts were read is left to the next time, so that each act is in whole.
  const auto is_later = [&](Sequence sequence) { return sequence > next.sequence; };
  Changes changes(nation.figures, ports.knowledge);
  StandingChanges standings(nation.standings);
  TRY(ports.store.each_report_since(nation.sequence, [&](const StoredReport& report) -> Result<> {
    if (is_later(report.sequence)) return ok();
    if (taken != nullptr) taken->reports.push_back({report.sequence, report.unit, report.period});
    standings.receive(report);
    return changes.add(report);
  }));
  TRY(ports.store.each_step_since(nation.sequence, [&](const StoredStep& stored) -> Result<> {
    if (is_later(stored.sequence)) return ok();
    const auto& step = stored.step;
    if (taken != nullptr) taken->steps.push_back({stored.sequence, step.unit, step.period, step.kind});
    standings.take(step);
    return ok();
  }));
  next.figures = nation.figures.with(changes.all());
  next.standings = standings.standings();
  if (taken != nullptr) taken->acts.insert(taken->acts.end(), acts.begin(), acts.end());
  return next;
}

}  // namespace nucong::app

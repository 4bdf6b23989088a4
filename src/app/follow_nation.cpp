#include "app/follow_nation.hpp"

#include <algorithm>
#include <map>

#include "app/record_units.hpp"
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

Touched touched_by(std::span<const Act> acts) {
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

namespace {

// The reports and steps of some acts, read in one look.
class Look {
 public:
  Look(const Nation& nation, const Knowledge& knowledge)
      : nation_(nation), changes_(nation.figures, knowledge), standings_(nation.standings) {}

  // Those of the acts behind the nation's, up to `last`: what came after the acts were read is left to the
  // next time. To be called once.
  Result<> read(Reader& reader, Sequence last) {
    TRY(reader.each_report_since(nation_.sequence, [&](const StoredReport& report) -> Result<> {
      if (report.sequence > last) return ok();
      ++rows_[report.sequence];
      taken_.reports.push_back({report.sequence, report.unit, report.period});
      standings_.receive(report);
      return changes_.add(report);
    }));
    return reader.each_step_since(nation_.sequence, [&](const StoredStep& stored) -> Result<> {
      if (stored.sequence > last) return ok();
      ++rows_[stored.sequence];
      const auto& step = stored.step;
      taken_.steps.push_back({stored.sequence, step.unit, step.period, step.kind});
      standings_.take(step);
      return ok();
    });
  }

  // How many of the acts, from the first, are there with all their rows.
  [[nodiscard]] std::size_t whole(std::span<const Act> acts) const {
    const auto torn = std::ranges::find_if(acts, [&](const Act& act) {
      const auto seen = rows_.find(act.sequence);
      return (seen == rows_.end() ? 0 : seen->second) < act.rows;
    });
    return static_cast<std::size_t>(torn - acts.begin());
  }

  void give_to(Nation& next) const {
    next.figures = nation_.figures.with(changes_.all());
    next.standings = standings_.standings();
  }
  [[nodiscard]] const TakenIn& taken() const { return taken_; }

 private:
  const Nation& nation_;
  Changes changes_;
  StandingChanges standings_;
  TakenIn taken_;
  std::map<Sequence, std::uint64_t> rows_;
};

// Goes on from the nation's, which shares what did not change, unless something was taken back.
Result<unit::History> history_after(Reader& reader, const Nation& nation) {
  TRY(const auto events, reader.events());
  // Asked after that: whatever was taken back of them is told here.
  TRY(const auto acts, reader.acts(nation.sequence));
  const bool undone = std::ranges::any_of(acts, [](const Act& act) { return act.kind == "unit.undo"; });
  const std::size_t known = nation.history.recorded_events();
  if (undone || events.size() < known) return load_history(reader);
  const auto all = std::span(events);
  const auto before = [&]() -> Result<std::vector<unit::UnitEvent>> {
    return std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(known));
  };
  const auto next = nation.history.with(all.subspan(known), before);
  return next.has_value() ? next : load_history(reader);
}

// Units, targets and extensions are few beside figures, and seldom change: what changed is read anew. It may
// be newer than the acts, never older.
Result<> read_anew(Reader& reader, std::span<const Act> acts, const Nation& nation, Nation& next) {
  const Touched touched = touched_by(acts);
  if (touched.units) {
    TRY(next.history, history_after(reader, nation));
  }
  if (touched.targets) {
    TRY(auto directives, reader.directives());
    TRY(auto goals, reader.goals());
    next.directives = std::make_shared<const std::vector<target::Directive>>(std::move(directives));
    next.goals = std::make_shared<const std::vector<target::Goal>>(std::move(goals));
  }
  if (touched.deadlines) {
    TRY(auto extensions, reader.extensions());
    next.extensions = std::make_shared<const std::vector<report::Extension>>(std::move(extensions));
  }
  return ok();
}

void add_to(TakenIn& all, const TakenIn& more) {
  all.reports.insert(all.reports.end(), more.reports.begin(), more.reports.end());
  all.steps.insert(all.steps.end(), more.steps.begin(), more.steps.end());
}

}  // namespace

Result<Nation> followed(const Ports& ports, const Nation& nation, TakenIn* taken) {
  TRY(const auto visible, ports.database.acts(nation.sequence));
  for (std::span<const Act> acts = visible; !acts.empty();) {
    Look look(nation, ports.knowledge);
    TRY(look.read(ports.database, acts.back().sequence));
    if (const auto whole = look.whole(acts); whole < acts.size()) {
      acts = acts.first(whole);
      continue;
    }
    Nation next = nation;
    next.sequence = acts.back().sequence;
    TRY(read_anew(ports.database, acts, nation, next));
    look.give_to(next);
    if (taken != nullptr) {
      taken->acts.insert(taken->acts.end(), acts.begin(), acts.end());
      add_to(*taken, look.taken());
    }
    return next;
  }
  return nation;
}

}  // namespace nucong::app

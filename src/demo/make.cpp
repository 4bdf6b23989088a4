#include "demo/make.hpp"

#include "demo/reporting.hpp"
#include "demo/shape.hpp"
#include "unit/history.hpp"

namespace nucong::demo {
namespace {

// Replayed as a whole first: nothing that contradicts itself is recorded.
Result<std::size_t> record(const app::Ports& ports, const Chronicle& chronicle) {
  std::vector<unit::UnitEvent> all;
  for (const auto& act : chronicle.acts()) all.insert(all.end(), act.begin(), act.end());
  TRY(unit::History::replay(all));
  const std::size_t total = all.size();
  all = {};
  std::size_t known = 0;
  const Date today = ports.clock.today();
  ports.progress.begin("progress.saving", total);
  for (const auto& act : chronicle.acts()) {
    if (act.empty()) continue;
    TRY(ports.database.act([&](app::Writer& writer) { return writer.record_events(act, known, today); }));
    known += act.size();
    ports.progress.advance(act.size());
  }
  ports.progress.end();
  return known;
}

std::vector<Reporter> reporters_of(const Chronicle& chronicle) {
  std::vector<Reporter> reporters;
  reporters.reserve(chronicle.unions().size());
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i)
    reporters.emplace_back(Slot(i), chronicle.unions()[i]);
  return reporters;
}

// Quarters up to 2026-Q3, each year after its last quarter.
std::vector<Period> reported_periods() {
  std::vector<Period> periods;
  for (int year = 2023; year <= 2026; ++year)
    for (int quarter = 1; quarter <= 4; ++quarter) {
      periods.push_back(Period::part(PeriodKind::quarter, year, quarter));
      if (year == 2026 && quarter == 3) return periods;
      if (quarter == 4) periods.push_back(Period::year(year));
    }
  return periods;
}

}  // namespace

Result<Made> make(const app::Ports& ports, Scale scale) {
  TRY(const auto known, ports.database.events());
  if (!known.empty()) return fail(ErrorCode::store_not_empty);
  Made made;
  std::vector<Reporter> reporters;
  {
    const Chronicle chronicle = make_chronicle(scale);
    TRY(made.events, record(ports, chronicle));
    made.units = chronicle.unions().size();
    for (const auto& one : chronicle.unions()) made.standing += one.stands() ? 1U : 0U;
    reporters = reporters_of(chronicle);
  }
  const auto periods = reported_periods();
  Reporting reporting(ports, reporters);
  ports.progress.begin("progress.demo", reporters.size() * periods.size());
  for (const auto& period : periods) {
    TRY(reporting.send(period));
  }
  ports.progress.end();
  made.reports = reporting.reports();
  made.figures = reporting.figures();
  return made;
}

}  // namespace nucong::demo

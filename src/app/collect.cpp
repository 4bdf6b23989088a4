#include "app/collect.hpp"

#include "app/record_units.hpp"

namespace nucong::app {
namespace {

// A correction does not make a report late: the first version tells when it came.
Result<std::map<Slot, Date>> first_received(Store& store, const Period& period) {
  std::map<Slot, Date> received;
  std::vector<Slot> corrected;
  TRY(store.each_report(period.first(), period.last(), [&](const StoredReport& stored) -> Result<> {
    if (stored.period != period) return ok();
    received[stored.unit] = stored.received;
    if (stored.version > 1) corrected.push_back(stored.unit);
    return ok();
  }));
  for (const Slot slot : corrected) {
    TRY(const auto versions, store.versions(slot, period));
    received[slot] = versions.front().received;
  }
  return received;
}

}  // namespace

Result<CollectionAnswer> collect(const Ports& ports, const CollectionQuestion& asked) {
  TRY(const auto* form, ports.knowledge.form(asked.form, asked.period));
  TRY(const auto history, load_history(ports.store));
  const Date day = asked.tree.day(asked.period, ports.clock.today());
  TRY(const Slot unit, standing_unit(history, day, asked.unit));
  TRY(const auto received, first_received(ports.store, asked.period));

  const unit::Tree then(history, asked.period.last());
  const unit::Tree tree(history, day);
  const unit::Lineage lineage(tree);
  report::Collection collection(*form, asked.period, then, lineage, received);
  if (asked.population == rollup::Population::only_alive) collection.keep_only_alive();

  CollectionAnswer answer{form->due(asked.period), day, {}, {}};
  for (const Slot slot : row_units(asked.rows, unit, tree))
    answer.rows.push_back({history.unit(slot).code, tree.phase(slot).name, collection.counts(slot)});
  for (const auto& due : collection.of(unit))
    if (due.expected && !due.received)
      answer.silent.emplace_back(history.unit(due.unit).code, then.phase(due.unit).name);
  return answer;
}

}  // namespace nucong::app

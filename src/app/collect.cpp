#include "app/collect.hpp"

#include "app/record_units.hpp"
#include "app/tree_choice.hpp"

namespace nucong::app {

Result<CollectionAnswer> collect(const Ports& ports, const std::string& form_code,
                                 const std::string& unit_code, const Period& period, const Rows& rows) {
  TRY(const auto* form, ports.knowledge.form(form_code, period));
  TRY(const auto history, load_history(ports.store));
  const unit::Tree tree(history, period.last());
  TRY(const Slot unit, standing_unit(tree, unit_code));

  // A correction does not make a report late: the first version tells when it came.
  std::map<Slot, Date> received;
  std::vector<Slot> corrected;
  TRY(ports.store.each_report(period.first(), period.last(), [&](const StoredReport& stored) -> Result<> {
    if (stored.period != period) return ok();
    received[stored.unit] = stored.received;
    if (stored.version > 1) corrected.push_back(stored.unit);
    return ok();
  }));
  for (const Slot slot : corrected) {
    TRY(const auto versions, ports.store.versions(slot, period));
    received[slot] = versions.front().received;
  }

  const report::Collection collection(*form, period, tree, received);
  CollectionAnswer answer{form->due(period), {}, {}};
  for (const Slot slot : row_units(rows, unit, tree))
    answer.rows.push_back({history.unit(slot).code, tree.phase(slot).name, collection.counts(slot)});
  const auto branch = tree.branch(unit);
  for (const auto& due : collection.all())
    if (due.expected && !due.received && branch.contains(tree.position(due.unit)))
      answer.silent.emplace_back(history.unit(due.unit).code, tree.phase(due.unit).name);
  return answer;
}

}  // namespace nucong::app

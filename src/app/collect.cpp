#include "app/collect.hpp"

#include "app/record_units.hpp"

namespace nucong::app {
namespace {

using report::DueDays;
using report::StandingColumn;

// Of one period. A correction does not make a report late: the first version tells when it came.
Result<StandingColumn> standings_of(Reader& reader, const Period& period) {
  std::vector<std::pair<Slot, report::Standing>> found;
  std::vector<std::size_t> corrected;
  TRY(reader.each_report(period.first(), period.last(), [&](const StoredReport& stored) -> Result<> {
    if (stored.period != period) return ok();
    if (stored.version > 1) corrected.push_back(found.size());
    found.emplace_back(stored.unit, report::of_current(stored.version, stored.received));
    return ok();
  }));
  for (const std::size_t i : corrected) {
    TRY(const auto versions, reader.versions(found[i].first, period));
    found[i].second.first_received = versions.front().received;
  }
  return StandingColumn().with(found);
}

// From the atlas; before the first founding a tree is empty, and none is kept there.
std::shared_ptr<const unit::Tree> tree_on(rollup::Atlas& atlas, const unit::History& history, Date day) {
  if (!history.root() || day < history.founded(*history.root()))
    return std::make_shared<const unit::Tree>(history, day);
  const auto ground = rollup::ground_on(atlas, history, day);
  return {ground, &ground->tree()};
}

CollectionAnswer answer_of(const CollectionQuestion& asked, Slot unit, const report::Collection& collection,
                           const unit::Tree& then, const unit::Tree& tree, Date due) {
  const auto& history = tree.history();
  CollectionAnswer answer{due, tree.day(), {}, {}};
  for (const Slot slot : row_units(asked.rows, unit, tree))
    answer.rows.push_back({history.unit(slot).code, tree.phase(slot).name, collection.counts(slot)});
  for (const auto& one : collection.of(unit))
    if (one.expected && !one.received)
      answer.silent.emplace_back(history.unit(one.unit).code, then.phase(one.unit).name);
  return answer;
}

}  // namespace

Result<CollectionAnswer> collect(const Ports& ports, const CollectionQuestion& asked) {
  TRY(const auto* form, ports.knowledge.form(asked.form, asked.period));
  TRY(const auto history, load_history(ports.database));
  const Date day = asked.tree.day(asked.period, ports.clock.today());
  TRY(const Slot unit, standing_unit(history, day, asked.unit));
  TRY(const auto standings, standings_of(ports.database, asked.period));
  TRY(const auto extensions, ports.database.extensions());

  const unit::Tree then(history, asked.period.last());
  const unit::Tree tree(history, day);
  const unit::Lineage lineage(tree);
  const DueDays due(*form, asked.period, then, extensions);
  report::Collection collection(*form, asked.period, then, lineage, standings, due);
  if (asked.population == rollup::Population::only_alive) collection.keep_only_alive();
  return answer_of(asked, unit, collection, then, tree, due.of(unit));
}

Collected collected(const Present& present, const report::Form& form, const Period& period, Date day) {
  const Nation& nation = present.nation;
  auto then = tree_on(present.atlas, nation.history, period.last());
  auto asked = rollup::ground_on(present.atlas, nation.history, day);
  const DueDays due(form, period, *then, *nation.extensions);
  report::Collection collection(form, period, *then, asked->lineage(), nation.standings.of(period), due);
  return {std::move(then), std::move(asked), std::move(collection)};
}

Result<CollectionAnswer> collect(const Present& present, const CollectionQuestion& asked) {
  TRY(const auto* form, present.knowledge.form(asked.form, asked.period));
  const Date day = asked.tree.day(asked.period, present.today);
  TRY(const Slot unit, standing_unit(present.nation.history, day, asked.unit));
  auto [then, ground, collection] = collected(present, *form, asked.period, day);
  if (asked.population == rollup::Population::only_alive) collection.keep_only_alive();
  const Date due = report::due_for(*form, asked.period, unit, *then, *present.nation.extensions);
  auto answer = answer_of(asked, unit, collection, *then, ground->tree(), due);
  answer.tree_day = day;
  return answer;
}

}  // namespace nucong::app

#include "app/record_units.hpp"

#include <algorithm>
#include <unordered_map>

#include "app/rejection.hpp"
#include "unit/tree.hpp"

namespace nucong::app {

using unit::EventKind;
using unit::History;
using unit::UnitEvent;

namespace {

// One row of a list of units.
struct Row {
  UnitEvent founding;
  std::optional<Date> to;
  Place to_place;
};

Result<Row> read_row(const TableColumns& columns, const TableRow& row, const Knowledge& knowledge) {
  Row read;
  UnitEvent& e = read.founding;
  e.kind = EventKind::found;
  e.place = columns.place(row, "code");
  e.unit = columns.text(row, "code");
  e.name = columns.text(row, "name");
  e.unit_kind = columns.text(row, "kind");
  e.parent = columns.text(row, "parent");
  e.decision = columns.text(row, "decision");
  if (!knowledge.has_kind(e.unit_kind))
    return fail(ErrorCode::unit_kind_unknown, {{"unit", e.unit}, {"kind", e.unit_kind}})
        .at(columns.place(row, "kind"));
  const auto from = parse_date(columns.text(row, "from"));
  if (from.has_error()) return from.error().at(columns.place(row, "from"));
  e.date = from.value();
  const auto to_text = columns.text(row, "to");
  if (to_text.empty()) return read;
  read.to_place = columns.place(row, "to");
  const auto to = parse_date(to_text);
  if (to.has_error()) return to.error().at(read.to_place);
  if (to.value() <= e.date) return fail(ErrorCode::unit_interval_empty, {{"unit", e.unit}}).at(read.to_place);
  read.to = to.value();
  return read;
}

// Rows so ordered that each parent of the file comes before its children.
Result<std::vector<const Row*>> parents_first(const std::vector<Row>& rows) {
  std::unordered_map<std::string_view, std::size_t> by_code;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!by_code.emplace(rows[i].founding.unit, i).second)
      return fail(ErrorCode::unit_code_taken, {{"unit", rows[i].founding.unit}}).at(rows[i].founding.place);
  enum class Mark : std::uint8_t { fresh, open, placed };
  std::vector<Mark> marks(rows.size(), Mark::fresh);
  std::vector<const Row*> order;
  std::vector<std::size_t> path;
  for (std::size_t start = 0; start < rows.size(); ++start) {
    for (std::size_t at = start; marks[at] == Mark::fresh;) {
      marks[at] = Mark::open;
      path.push_back(at);
      const auto parent = by_code.find(rows[at].founding.parent);
      if (parent == by_code.end()) break;
      at = parent->second;
      if (marks[at] == Mark::open)
        return fail(ErrorCode::unit_cycle,
                    {{"unit", rows[path.back()].founding.unit}, {"parent", rows[at].founding.unit}})
            .at(rows[path.back()].founding.place);
    }
    for (; !path.empty(); path.pop_back()) {
      marks[path.back()] = Mark::placed;
      order.push_back(&rows[path.back()]);
    }
  }
  return order;
}

// The columns that say something in an event of each kind; a value elsewhere would be silently without
// effect.
bool takes(EventKind kind, std::string_view column) {
  switch (kind) {
    case EventKind::found:
      return column == "parent" || column == "name" || column == "kind";
    case EventKind::rename:
      return column == "name" || column == "kind";
    case EventKind::move:
      return column == "parent";
    case EventKind::merge:
      return column == "into";
    case EventKind::split:
      return column == "into" || column == "share";
    case EventKind::close:
      return false;
  }
  return false;
}

Result<UnitEvent> read_event(const TableColumns& columns, const TableRow& row, const Knowledge& knowledge) {
  UnitEvent e;
  e.place = columns.place(row, "unit");
  const auto date = parse_date(columns.text(row, "date"));
  if (date.has_error()) return date.error().at(columns.place(row, "date"));
  e.date = date.value();
  const auto kind = unit::parse_event_kind(columns.text(row, "event"));
  if (kind.has_error()) return kind.error().at(columns.place(row, "event"));
  e.kind = kind.value();
  for (const std::string_view column : {"into", "parent", "name", "share", "kind"})
    if (!columns.text(row, column).empty() && !takes(e.kind, column))
      return fail(ErrorCode::unit_event_surplus, {{"unit", std::string(columns.text(row, "unit"))},
                                                  {"event", std::string(unit::name_of(e.kind))},
                                                  {"column", std::string(column)}})
          .at(columns.place(row, column));
  e.unit = columns.text(row, "unit");
  e.into = columns.text(row, "into");
  e.parent = columns.text(row, "parent");
  e.name = columns.text(row, "name");
  e.unit_kind = columns.text(row, "kind");
  e.decision = columns.text(row, "decision");
  if (!e.unit_kind.empty() && !knowledge.has_kind(e.unit_kind))
    return fail(ErrorCode::unit_kind_unknown, {{"unit", e.unit}, {"kind", e.unit_kind}})
        .at(columns.place(row, "kind"));
  std::string share(columns.text(row, "share"));
  if (share.empty()) return e;
  // A share is below one, so its comma can only be a decimal comma.
  std::ranges::replace(share, ',', '.');
  const auto read = Decimal::parse(share);
  if (read.has_error())
    return fail(ErrorCode::unit_share_malformed, {{"unit", e.unit}, {"share", share}})
        .at(columns.place(row, "share"));
  e.share = read.value();
  return e;
}

UnitsRecorded counted(const std::vector<UnitEvent>& events, const History& after) {
  UnitsRecorded counted;
  counted.events = events.size();
  for (const auto& event : events) {
    counted.last_date = std::max(counted.last_date, event.date);
    if (event.kind == EventKind::found) ++counted.founded;
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto& unit = after.unit(Slot(i));
    if (unit.stands_on(counted.last_date)) ++counted.standing;
  }
  std::vector<std::string_view> ended;
  for (const auto& event : events)
    if (const auto slot = after.find(event.unit); slot && after.unit(*slot).ended == event.date)
      ended.push_back(event.unit);
  std::ranges::sort(ended);
  counted.ended = static_cast<std::size_t>(std::unique(ended.begin(), ended.end()) - ended.begin());
  return counted;
}

}  // namespace

Result<History> load_history(Reader& reader) {
  TRY(const auto events, reader.events());
  const auto history = History::replay(events);
  if (history.has_error())
    return fail(ErrorCode::store_damaged, {{"text", std::string(dotted(history.error().code()))}});
  return history.value();
}

Result<UnitsRecorded> record_events(const Ports& ports, const std::vector<UnitEvent>& events, Commit commit) {
  TRY(auto all, ports.database.events());
  const std::size_t known = all.size();
  all.insert(all.end(), events.begin(), events.end());
  TRY(const auto after, History::replay(all));
  if (commit == Commit::yes) {
    const Date today = ports.clock.today();
    TRY(ports.database.act([&](Writer& writer) { return writer.record_events(events, known, today); }));
  }
  return counted(events, after);
}

Result<UnitsRecorded> import_units(const Ports& ports, const Table& table, Commit commit) {
  TRY(const auto columns,
      TableColumns::find(table, {"code", "name", "kind", "parent", "from"}, {"to", "decision"}));
  Rejection rejection;
  std::vector<Row> rows;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    auto row = read_row(columns, table.rows[i], ports.knowledge);
    if (row.has_error())
      rejection.add(row.error());
    else
      rows.push_back(std::move(row).value());
  }
  if (!rejection.empty()) return std::move(rejection).error(table.file);
  if (rows.empty()) return fail(ErrorCode::table_empty).at({table.file, 0, {}});
  TRY(const auto order, parents_first(rows));
  std::vector<UnitEvent> events;
  for (const Row* row : order) events.push_back(row->founding);
  for (auto row = order.rbegin(); row != order.rend(); ++row) {
    if (!(*row)->to) continue;
    UnitEvent closing;
    closing.kind = EventKind::close;
    closing.date = *(*row)->to;
    closing.unit = (*row)->founding.unit;
    closing.place = (*row)->to_place;
    events.push_back(std::move(closing));
  }
  return record_events(ports, events, commit);
}

Result<UnitsRecorded> record_unit_events(const Ports& ports, const Table& table, Commit commit) {
  TRY(const auto columns, TableColumns::find(table, {"date", "event", "unit"},
                                             {"into", "parent", "name", "share", "decision", "kind"}));
  Rejection rejection;
  std::vector<UnitEvent> events;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    auto event = read_event(columns, table.rows[i], ports.knowledge);
    if (event.has_error())
      rejection.add(event.error());
    else
      events.push_back(std::move(event).value());
  }
  if (!rejection.empty()) return std::move(rejection).error(table.file);
  if (events.empty()) return fail(ErrorCode::table_empty).at({table.file, 0, {}});
  return record_events(ports, events, commit);
}

Result<UnitsRecorded> undo_units(const Ports& ports) {
  const Date today = ports.clock.today();
  const UndoCheck no_objection = [](auto, Date) { return ok(); };
  TRY(const auto undone,
      ports.database.act([&](Writer& writer) { return writer.undo_events(today, no_objection); }));
  TRY(const auto after, load_history(ports.database));
  return counted(undone, after);
}

}  // namespace nucong::app

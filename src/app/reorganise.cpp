#include "app/reorganise.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace nucong::app {
namespace {

using account::Deed;
using unit::EventKind;
using unit::History;
using unit::UnitEvent;

Result<> demand_at(const Asker& asker, std::string_view code, const History& history) {
  TRY(const Slot slot, history.slot(code));
  return demand(asker, Deed::reorganise, slot, history);
}

/// A unit that the events found is theirs; every other one that they name has somebody who decides about it.
Result<> demand_all(const Asker& asker, std::span<const UnitEvent> events, const History& history) {
  std::set<std::string_view> founded;
  for (const auto& event : events)
    if (event.kind == EventKind::found && !history.find(event.unit)) founded.insert(event.unit);
  for (const auto& event : events) {
    for (const std::string* code : {&event.unit, &event.into, &event.parent}) {
      if (code->empty() || founded.contains(*code)) continue;
      TRY(demand_at(asker, *code, history));
    }
    if (event.kind == EventKind::found && event.parent.empty()) {
      TRY(demand(asker, Deed::reorganise, history.root().value_or(Slot()), history));
    }
  }
  return ok();
}

Result<> check_kinds(std::span<const UnitEvent> events, const Knowledge& knowledge) {
  for (const auto& event : events)
    if (!event.unit_kind.empty() && !knowledge.has_kind(event.unit_kind))
      return fail(ErrorCode::unit_kind_unknown, {{"unit", event.unit}, {"kind", event.unit_kind}});
  return ok();
}

std::optional<UnitChange::Side> side_of(const unit::Tree& tree, std::string_view code) {
  const auto& history = tree.history();
  const auto slot = history.find(code);
  if (!slot || !history.stands_on(*slot, tree.day())) return std::nullopt;
  const auto& phase = tree.phase(*slot);
  return UnitChange::Side{phase.name, phase.parent ? history.unit(*phase.parent).code : std::string(),
                          tree.branch(*slot).size() - 1};
}

std::vector<std::string> units_named(std::span<const UnitEvent> events) {
  std::vector<std::string> named;
  for (const auto& event : events)
    for (const std::string* code : {&event.unit, &event.into, &event.parent})
      if (!code->empty() && std::ranges::find(named, *code) == named.end()) named.push_back(*code);
  return named;
}

/// The offices in force on the day, counted by unit.
Result<std::map<Slot, std::size_t>> offices_at(Reader& reader, Date day) {
  TRY(const auto offices, reader.offices());
  std::map<Slot, std::size_t> counts;
  for (const auto& office : offices)
    if (office.in_force(day)) ++counts[office.unit];
  return counts;
}

/// What the history becomes. If the past itself changes it is read again, and has to be the one that is
/// known.
Result<History> history_after(const History& history, std::span<const UnitEvent> events, Reader& reader) {
  return history.with(events, [&]() -> Result<std::vector<UnitEvent>> {
    TRY(auto recorded, reader.events());
    if (recorded.size() != history.recorded_events()) return fail(ErrorCode::unit_history_changed);
    return recorded;
  });
}

std::string counted(std::size_t events) {
  return std::to_string(events) + (events == 1 ? " event" : " events");
}

std::optional<Slot> first_unit(std::span<const UnitEvent> events, const History& history) {
  return events.empty() ? std::nullopt : history.find(events.front().unit);
}

}  // namespace

Result<Reorganisation> rehearse(Reader& reader, const Asker& asker, const Knowledge& knowledge,
                                const History& history, std::span<const UnitEvent> events, Date today) {
  TRY(demand_all(asker, events, history));
  TRY(check_kinds(events, knowledge));
  TRY(const auto next, history_after(history, events, reader));
  Reorganisation made;
  made.events = events.size();
  if (events.empty()) return made;
  const Date last = std::ranges::max(events, {}, &UnitEvent::date).date;
  const Date first = std::ranges::min(events, {}, &UnitEvent::date).date;
  const unit::Tree before(history, std::max(first, today) - std::chrono::days(1));
  const unit::Tree after(next, std::max(last, today));
  TRY(const auto offices, offices_at(reader, today));
  made.standing_before = before.order().size();
  made.standing_after = after.order().size();
  for (const auto& code : units_named(events)) {
    UnitChange change{code, side_of(before, code), side_of(after, code), 0};
    made.founded += !change.before && change.after ? 1U : 0U;
    if (change.before && !change.after) {
      ++made.ended;
      const auto at = offices.find(history.find(code).value_or(Slot()));
      change.offices = at == offices.end() ? 0 : at->second;
    }
    made.changes.push_back(std::move(change));
  }
  return made;
}

Result<Sequence> reorganise(const AccountPorts& ports, const Asker& asker, const Knowledge& knowledge,
                            const History& history, std::span<const UnitEvent> events,
                            const BeforeCommit<Sequence>& also) {
  TRY(demand_all(asker, events, history));
  TRY(check_kinds(events, knowledge));
  TRY(history_after(history, events, ports.database));
  const auto note = note_of(asker, ports.clock.now(), "unit.reorganise", counted(events.size()),
                            first_unit(events, history), events.empty() ? "" : events.front().decision);
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<Sequence> {
    TRY(const Sequence sequence, writer.record_events(events, history.recorded_events(), today));
    writer.note(note);
    TRY(before_commit(also, writer, sequence));
    return sequence;
  });
}

Result<std::size_t> take_back(const AccountPorts& ports, const Asker& asker, const History& history,
                              const BeforeCommit<std::size_t>& also) {
  const Date today = ports.clock.today();
  const UndoCheck check = [&](std::span<const UnitEvent> events, Date recorded) -> Result<> {
    TRY(demand_all(asker, events, history));
    if (today <= recorded + std::chrono::days(undo_days)) return ok();
    return fail(ErrorCode::unit_undo_late,
                {{"recorded", format_date(recorded)}, {"days", std::to_string(undo_days)}});
  };
  const Instant now = ports.clock.now();
  return ports.database.act([&](Writer& writer) -> Result<std::size_t> {
    TRY(const auto undone, writer.undo_events(today, check));
    writer.note(note_of(asker, now, "unit.take_back", counted(undone.size()), first_unit(undone, history),
                        undone.front().decision));
    TRY(before_commit(also, writer, undone.size()));
    return undone.size();
  });
}

}  // namespace nucong::app

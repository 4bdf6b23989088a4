// From events to History: each event is checked against the units as they stand on its date.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "unit/history.hpp"

namespace nucong::unit {

namespace {

// What happens at once: one event, or all rows of one split.
struct Step {
  const UnitEvent* event = nullptr;    // of a split: its last row, when every successor has been founded
  std::vector<const UnitEvent*> rows;  // of a split: all its rows
};

std::vector<ErrorParam> about(const UnitEvent& event) {
  return {{"unit", event.unit}, {"date", format_date(event.date)}};
}

Error refused(ErrorCode code, const UnitEvent& event, std::string name = {}, std::string value = {}) {
  auto params = about(event);
  if (!name.empty()) params.push_back({std::move(name), std::move(value)});
  return fail(code, std::move(params)).at(event.place);
}

bool is_code(std::string_view code) {
  constexpr std::size_t longest = 64;
  if (code.empty() || code.size() > longest) return false;
  return std::ranges::all_of(code, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 ||
           std::string_view("._-/").find(c) != std::string_view::npos;
  });
}

Result<> require(const UnitEvent& event, const std::string& field, std::string_view column) {
  if (!field.empty()) return ok();
  return refused(ErrorCode::unit_event_incomplete, event, "column", std::string(column));
}

// Order of dates, order of recording within a day; a split waits for its last row.
std::vector<Step> steps_of(std::span<const UnitEvent> events) {
  std::vector<const UnitEvent*> order;
  for (const auto& event : events) order.push_back(&event);
  std::ranges::stable_sort(order, {}, [](const UnitEvent* event) { return event->date; });
  std::map<std::pair<Date, std::string_view>, std::size_t> splits;
  std::vector<Step> steps;
  for (const auto* event : order) {
    Step step{event, {}};
    if (event->kind == EventKind::split) {
      const auto [known, fresh] = splits.try_emplace({event->date, event->unit}, steps.size());
      if (!fresh) {
        step.rows = std::move(steps[known->second].rows);
        steps[known->second].event = nullptr;
        known->second = steps.size();
      }
      step.rows.push_back(event);
    }
    steps.push_back(std::move(step));
  }
  std::erase_if(steps, [](const Step& step) { return step.event == nullptr; });
  return steps;
}

Result<> refuse_repeats(std::span<const UnitEvent> events) {
  std::set<std::string> seen;
  for (const auto& e : events) {
    const std::string share = e.share ? e.share->str() : "";
    if (!seen.insert(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", format_date(e.date), name_of(e.kind),
                                 e.unit, e.into, e.parent, e.name, e.unit_kind, share, e.decision))
             .second)
      return refused(ErrorCode::unit_event_twice, e);
  }
  return ok();
}

}  // namespace

/// The state of all units on the date reached so far.
class Replay {
 public:
  Result<> run(std::span<const UnitEvent> events);
  History finish() { return History(data_); }

 private:
  Result<> give_slots(std::span<const UnitEvent> events);
  Result<> apply(const Step& step);
  Result<> found(const UnitEvent& event);
  Result<> rename(const UnitEvent& event);
  Result<> move(const UnitEvent& event);
  Result<> merge(const UnitEvent& event);
  Result<> split(const Step& step);
  Result<> close(const UnitEvent& event);

  Result<Slot> standing(const UnitEvent& event) const;
  Result<Slot> standing_parent(const UnitEvent& event) const;
  Result<Slot> standing_heir(const UnitEvent& event) const;
  Result<std::string> kind_of_newcomer(const UnitEvent& event, Slot parent) const;
  Result<> refuse_children(const UnitEvent& event, Slot slot) const;
  [[nodiscard]] bool is_founded(Slot slot) const { return !unit(slot).phases.empty(); }
  [[nodiscard]] bool stands(Slot slot) const { return is_founded(slot) && !unit(slot).ended; }
  [[nodiscard]] bool is_within(Slot slot, Slot branch) const;
  void attach(Slot child, std::optional<Slot> parent, Date date);
  void detach(Slot child);
  void end(Slot slot, Handover handover);
  Phase& phase_from(Slot slot, Date date);
  void note_origins();
  [[nodiscard]] Unit& unit(Slot slot) const { return data_->units[slot.value]; }

  std::shared_ptr<History::Data> data_ = std::make_shared<History::Data>();
  std::vector<std::set<Slot>> children_;  // standing children of each slot, on the date reached
  std::map<Slot, std::size_t> inflows_;   // how many handovers name a unit on the day of its founding
};

Result<> Replay::run(std::span<const UnitEvent> events) {
  TRY(refuse_repeats(events));
  TRY(give_slots(events));
  for (const auto& step : steps_of(events)) {
    TRY(apply(step));
    if (data_->epochs.empty() || data_->epochs.back() != step.event->date)
      data_->epochs.push_back(step.event->date);
  }
  note_origins();
  return ok();
}

Result<> Replay::give_slots(std::span<const UnitEvent> events) {
  for (const auto& event : events) {
    if (event.kind != EventKind::found) continue;
    if (!is_code(event.unit)) return refused(ErrorCode::unit_code_malformed, event);
    const Slot slot(data_->units.size());
    if (!data_->by_code.emplace(event.unit, slot).second) return refused(ErrorCode::unit_code_taken, event);
    data_->units.push_back({event.unit, event.date, {}, {}, {}, {}});
  }
  children_.resize(data_->units.size());
  return ok();
}

Result<> Replay::apply(const Step& step) {
  const UnitEvent& event = *step.event;
  switch (event.kind) {
    case EventKind::found:
      return found(event);
    case EventKind::rename:
      return rename(event);
    case EventKind::move:
      return move(event);
    case EventKind::merge:
      return merge(event);
    case EventKind::split:
      return split(step);
    case EventKind::close:
      return close(event);
  }
  return ok();
}

Result<> Replay::found(const UnitEvent& event) {
  if (event.name.empty()) return refused(ErrorCode::unit_name_missing, event);
  const Slot slot = data_->by_code.at(event.unit);
  if (event.parent.empty()) {
    if (data_->root) return refused(ErrorCode::unit_second_root, event, "root", unit(*data_->root).code);
    if (event.unit_kind.empty()) return refused(ErrorCode::unit_kind_unknown, event);
    data_->root = slot;
    unit(slot).phases.push_back({event.date, event.name, event.unit_kind, std::nullopt});
    return ok();
  }
  TRY(const Slot parent, standing_parent(event));
  TRY(std::string kind, kind_of_newcomer(event, parent));
  unit(slot).phases.push_back({event.date, event.name, std::move(kind), std::nullopt});
  attach(slot, parent, event.date);
  return ok();
}

Result<std::string> Replay::kind_of_newcomer(const UnitEvent& event, Slot parent) const {
  if (!event.unit_kind.empty()) return event.unit_kind;
  std::set<std::string> kinds;
  for (const Slot sibling : children_[parent.value]) kinds.insert(unit(sibling).phases.back().kind);
  if (kinds.size() != 1) return refused(ErrorCode::unit_kind_unknown, event);
  return *kinds.begin();
}

Result<> Replay::rename(const UnitEvent& event) {
  TRY(const Slot slot, standing(event));
  if (event.name.empty() && event.unit_kind.empty()) return require(event, event.name, "name");
  Phase& phase = phase_from(slot, event.date);
  if (!event.name.empty()) phase.name = event.name;
  if (!event.unit_kind.empty()) phase.kind = event.unit_kind;
  return ok();
}

Result<> Replay::move(const UnitEvent& event) {
  TRY(require(event, event.parent, "parent"));
  TRY(const Slot slot, standing(event));
  TRY(const Slot parent, standing_parent(event));
  if (is_within(parent, slot)) return refused(ErrorCode::unit_cycle, event, "parent", event.parent);
  detach(slot);
  attach(slot, parent, event.date);
  return ok();
}

Result<> Replay::merge(const UnitEvent& event) {
  TRY(require(event, event.into, "into"));
  TRY(const Slot slot, standing(event));
  TRY(const Slot heir, standing_heir(event));
  if (heir == slot) return refused(ErrorCode::unit_into_itself, event);
  if (is_within(heir, slot)) return refused(ErrorCode::unit_cycle, event, "parent", event.into);
  const auto orphans = children_[slot.value];
  for (const Slot child : orphans) {
    detach(child);
    attach(child, heir, event.date);
  }
  end(slot, {event.date, {{heir, Decimal{1}}}});
  return ok();
}

Result<> Replay::split(const Step& step) {
  Handover handover{step.event->date, {}};
  TRY(const Slot slot, standing(*step.event));
  Decimal total = 0;
  bool goes_on = false;
  for (const auto* row : step.rows) {
    TRY(require(*row, row->into, "into"));
    TRY(const Slot heir, standing_heir(*row));
    if (heir != slot && is_within(heir, slot))
      return refused(ErrorCode::unit_cycle, *row, "parent", row->into);
    const bool repeated =
        std::ranges::any_of(handover.heirs, [&](const Heir& known) { return known.unit == heir; });
    if (repeated) return refused(ErrorCode::unit_event_twice, *row);
    if (row->share && (row->share->is_negative() || *row->share > Decimal{1}))
      return refused(ErrorCode::unit_share_malformed, *row, "share", row->share->str());
    if (row->share) total = total + *row->share;
    if (total > Decimal{1}) return refused(ErrorCode::unit_shares_over_one, *row, "total", total.str());
    goes_on = goes_on || heir == slot;
    handover.heirs.push_back({heir, row->share});
  }
  if (goes_on) {
    for (const auto& heir : handover.heirs)
      if (unit(heir.unit).founded == handover.date) ++inflows_[heir.unit];
    unit(slot).handovers.push_back(std::move(handover));
    return ok();
  }
  TRY(refuse_children(*step.event, slot));
  end(slot, std::move(handover));
  return ok();
}

Result<> Replay::close(const UnitEvent& event) {
  TRY(const Slot slot, standing(event));
  TRY(refuse_children(event, slot));
  end(slot, {event.date, {}});
  return ok();
}

Result<> Replay::refuse_children(const UnitEvent& event, Slot slot) const {
  if (data_->root == slot) return refused(ErrorCode::unit_root_fixed, event);
  if (children_[slot.value].empty()) return ok();
  return refused(ErrorCode::unit_has_children, event, "child", unit(*children_[slot.value].begin()).code);
}

Result<Slot> Replay::standing(const UnitEvent& event) const {
  const auto known = data_->by_code.find(event.unit);
  if (known == data_->by_code.end()) return refused(ErrorCode::unit_unknown, event);
  const Slot slot = known->second;
  if (!is_founded(slot))
    return refused(ErrorCode::unit_not_yet_founded, event, "founded", format_date(unit(slot).founded));
  if (unit(slot).ended)
    return refused(ErrorCode::unit_closed, event, "ended", format_date(*unit(slot).ended));
  if (data_->root == slot && event.kind != EventKind::rename && event.kind != EventKind::split)
    return refused(ErrorCode::unit_root_fixed, event);
  return slot;
}

Result<Slot> Replay::standing_parent(const UnitEvent& event) const {
  const auto known = data_->by_code.find(event.parent);
  if (known == data_->by_code.end())
    return refused(ErrorCode::unit_parent_missing, event, "parent", event.parent);
  const Slot parent = known->second;
  if (unit(parent).ended) return refused(ErrorCode::unit_parent_closed, event, "parent", event.parent);
  if (is_founded(parent)) return parent;
  // Founded the same day but not yet reached: the two hang under each other. Founded later: simply too early.
  const bool same_day = unit(parent).founded == event.date;
  return refused(same_day ? ErrorCode::unit_cycle : ErrorCode::unit_parent_missing, event, "parent",
                 event.parent);
}

Result<Slot> Replay::standing_heir(const UnitEvent& event) const {
  const auto known = data_->by_code.find(event.into);
  if (known == data_->by_code.end()) return fail(ErrorCode::unit_unknown, {{"unit", event.into}}).at(event.place);
  if (!stands(known->second)) return refused(ErrorCode::unit_into_closed, event, "into", event.into);
  return known->second;
}

bool Replay::is_within(Slot slot, Slot branch) const {
  for (std::optional<Slot> at = slot; at; at = unit(*at).phases.back().parent)
    if (*at == branch) return true;
  return false;
}

void Replay::attach(Slot child, std::optional<Slot> parent, Date date) {
  phase_from(child, date).parent = parent;
  children_[parent->value].insert(child);
}

void Replay::detach(Slot child) {
  if (const auto parent = unit(child).phases.back().parent) children_[parent->value].erase(child);
}

void Replay::end(Slot slot, Handover handover) {
  detach(slot);
  for (const auto& heir : handover.heirs)
    if (unit(heir.unit).founded == handover.date) ++inflows_[heir.unit];
  unit(slot).ended = handover.date;
  unit(slot).handovers.push_back(std::move(handover));
}

// The phase that starts on `date`, made from the one before where there is none yet.
Phase& Replay::phase_from(Slot slot, Date date) {
  auto& phases = unit(slot).phases;
  if (phases.back().from != date) {
    phases.push_back(phases.back());
    phases.back().from = date;
  }
  return phases.back();
}

void Replay::note_origins() {
  for (std::size_t i = 0; i < data_->units.size(); ++i) {
    const Slot from(i);
    for (const auto& handover : unit(from).handovers) {
      const bool split =
          handover.heirs.size() > 1 || (handover.heirs.size() == 1 && !handover.heirs[0].share);
      for (const auto& heir : handover.heirs)
        if (split && heir.unit != from && inflows_.contains(heir.unit) && inflows_.at(heir.unit) == 1 &&
            unit(heir.unit).founded == handover.date)
          unit(heir.unit).origin = from;
    }
  }
}

Result<History> History::replay(std::span<const UnitEvent> events) {
  Replay replay;
  TRY(replay.run(events));
  return replay.finish();
}

}  // namespace nucong::unit

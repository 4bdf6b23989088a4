// What each kind of event asks of the units as they stand, and what it does to them.
#include <algorithm>

#include "unit/detail/replay.hpp"

namespace nucong::unit::detail {

Error refused(ErrorCode code, const UnitEvent& event, std::string name, std::string value) {
  std::vector<ErrorParam> params = {{"unit", event.unit}, {"date", format_date(event.date)}};
  if (!name.empty()) params.push_back({std::move(name), std::move(value)});
  return fail(code, std::move(params)).at(event.place);
}

namespace {

Result<> require(const UnitEvent& event, const std::string& field, std::string_view column) {
  if (!field.empty()) return ok();
  return refused(ErrorCode::unit_event_incomplete, event, "column", std::string(column));
}

// The phase that starts on `date`, made from the one before where there is none yet.
Phase& phase_from(Unit& unit, Date date) {
  auto& phases = unit.phases;
  if (phases.back().from != date) {
    phases.push_back(phases.back());
    phases.back().from = date;
  }
  return phases.back();
}

}  // namespace

Result<> Replay::apply(const UnitEvent& event) {
  switch (event.kind) {
    case EventKind::found:
      return found(event);
    case EventKind::rename:
      return rename(event);
    case EventKind::move:
      return move(event);
    case EventKind::merge:
      return merge(event);
    case EventKind::close:
      return close(event);
    case EventKind::split:
      break;  // with all its rows: run_day
  }
  return ok();
}

Result<> Replay::found(const UnitEvent& event) {
  if (event.name.empty()) return refused(ErrorCode::unit_name_missing, event);
  const Slot slot = *codes_->find(event.unit);
  if (event.parent.empty()) {
    if (data_->root) return refused(ErrorCode::unit_second_root, event, "root", unit(*data_->root).code);
    if (event.unit_kind.empty()) return refused(ErrorCode::unit_kind_unknown, event);
    data_->root = slot;
    data_->units.change(slot).phases.push_back({event.date, event.name, event.unit_kind, std::nullopt});
    return ok();
  }
  TRY(const Slot parent, standing_parent(event));
  TRY(std::string kind, kind_of_newcomer(event, parent));
  data_->units.change(slot).phases.push_back({event.date, event.name, std::move(kind), std::nullopt});
  attach(slot, parent, event.date);
  return ok();
}

Result<std::string> Replay::kind_of_newcomer(const UnitEvent& event, Slot parent) {
  if (!event.unit_kind.empty()) return event.unit_kind;
  if (const auto known = kind_below_.find(parent); known != kind_below_.end()) return known->second;
  const std::string* kind = nullptr;
  for (auto child = children_.first(parent); child; child = children_.after(*child)) {
    const std::string& here = unit(*child).phases.back().kind;
    if (kind != nullptr && *kind != here) return refused(ErrorCode::unit_kind_unknown, event);
    kind = &here;
  }
  if (kind == nullptr) return refused(ErrorCode::unit_kind_unknown, event);
  return kind_below_.emplace(parent, *kind).first->second;
}

Result<> Replay::rename(const UnitEvent& event) {
  TRY(const Slot slot, standing(event));
  if (event.name.empty() && event.unit_kind.empty()) return require(event, event.name, "name");
  Phase& phase = phase_from(data_->units.change(slot), event.date);
  if (!event.name.empty()) phase.name = event.name;
  if (event.unit_kind.empty()) return ok();
  phase.kind = event.unit_kind;
  if (phase.parent) kind_below_.erase(*phase.parent);
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
  while (const auto orphan = children_.first(slot)) {
    detach(*orphan);
    attach(*orphan, heir, event.date);
  }
  hand_on(slot, {event.date, {{heir, Decimal{1}}}});
  return ok();
}

Result<> Replay::split(const Rows& rows) {
  const UnitEvent& last = *rows.back();
  TRY(const Slot slot, standing(last));
  TRY(Handover handover, handover_of(rows, slot));
  const bool goes_on = std::ranges::find(handover.heirs, slot, &Heir::unit) != handover.heirs.end();
  if (!goes_on) {
    TRY(refuse_children(last, slot));
  }
  hand_on(slot, std::move(handover));
  return ok();
}

Result<Handover> Replay::handover_of(const Rows& rows, Slot slot) const {
  Handover handover{rows.back()->date, {}};
  Decimal total = 0;
  for (const auto* row : rows) {
    TRY(require(*row, row->into, "into"));
    TRY(const Slot heir, standing_heir(*row));
    if (heir != slot && is_within(heir, slot))
      return refused(ErrorCode::unit_cycle, *row, "parent", row->into);
    if (std::ranges::find(handover.heirs, heir, &Heir::unit) != handover.heirs.end())
      return refused(ErrorCode::unit_event_twice, *row);
    if (row->share && (row->share->is_negative() || *row->share > Decimal{1}))
      return refused(ErrorCode::unit_share_malformed, *row, "share", row->share->str());
    if (row->share) total = total + *row->share;
    if (total > Decimal{1}) return refused(ErrorCode::unit_shares_over_one, *row, "total", total.str());
    handover.heirs.push_back({heir, row->share});
  }
  return handover;
}

Result<> Replay::close(const UnitEvent& event) {
  TRY(const Slot slot, standing(event));
  TRY(refuse_children(event, slot));
  hand_on(slot, {event.date, {}});
  return ok();
}

Result<> Replay::refuse_children(const UnitEvent& event, Slot slot) const {
  if (data_->root == slot) return refused(ErrorCode::unit_root_fixed, event);
  auto named = children_.first(slot);
  if (!named) return ok();
  for (auto child = named; child; child = children_.after(*child)) named = std::min(*named, *child);
  return refused(ErrorCode::unit_has_children, event, "child", unit(*named).code);
}

Result<Slot> Replay::standing(const UnitEvent& event) const {
  const auto known = data_->codes->find(event.unit);
  if (!known) return refused(ErrorCode::unit_unknown, event);
  const Slot slot = *known;
  if (!is_founded(slot))
    return refused(ErrorCode::unit_not_yet_founded, event, "founded", format_date(unit(slot).founded));
  if (data_->lives.has_ended(slot))
    return refused(ErrorCode::unit_closed, event, "ended", format_date(*unit(slot).ended));
  if (data_->root == slot && event.kind != EventKind::rename && event.kind != EventKind::split)
    return refused(ErrorCode::unit_root_fixed, event);
  return slot;
}

Result<Slot> Replay::standing_parent(const UnitEvent& event) const {
  const auto known = data_->codes->find(event.parent);
  if (!known) return refused(ErrorCode::unit_parent_missing, event, "parent", event.parent);
  const Slot parent = *known;
  if (data_->lives.has_ended(parent))
    return refused(ErrorCode::unit_parent_closed, event, "parent", event.parent);
  if (is_founded(parent)) return parent;
  // Founded the same day but not yet reached: the two hang under each other. Founded later: simply too early.
  const bool same_day = unit(parent).founded == event.date;
  return refused(same_day ? ErrorCode::unit_cycle : ErrorCode::unit_parent_missing, event, "parent",
                 event.parent);
}

Result<Slot> Replay::standing_heir(const UnitEvent& event) const {
  const auto known = data_->codes->find(event.into);
  if (!known) return fail(ErrorCode::unit_unknown, {{"unit", event.into}}).at(event.place);
  if (!is_founded(*known) || data_->lives.has_ended(*known))
    return refused(ErrorCode::unit_into_closed, event, "into", event.into);
  return *known;
}

bool Replay::is_within(Slot slot, Slot branch) const {
  for (std::optional<Slot> at = slot; at; at = data_->lives.parent(*at))
    if (*at == branch) return true;
  return false;
}

void Replay::attach(Slot child, Slot parent, Date date) {
  Phase& phase = phase_from(data_->units.change(child), date);
  phase.parent = parent;
  data_->lives.hang(child, parent, date);
  children_.attach(child, parent);
  if (const auto known = kind_below_.find(parent); known != kind_below_.end() && known->second != phase.kind)
    kind_below_.erase(known);
}

void Replay::detach(Slot child) {
  const auto parent = data_->lives.parent(child);
  if (!parent) return;
  children_.detach(child, *parent);
  if (!children_.first(*parent)) kind_below_.erase(*parent);
}

// To nobody, to others, or to itself among others; in the last case alone the unit goes on.
void Replay::hand_on(Slot slot, Handover handover) {
  const Date date = handover.date;
  const bool goes_on = std::ranges::find(handover.heirs, slot, &Heir::unit) != handover.heirs.end();
  for (const auto& heir : handover.heirs) inherit(heir.unit, slot, handover);
  Unit& giver = data_->units.change(slot);
  if (giver.handovers.empty()) handed_on_.push_back(slot);
  giver.handovers.push_back(std::move(handover));
  if (goes_on) return;
  detach(slot);
  giver.ended = date;
  data_->lives.end(slot, date);
}

// A unit that was founded to take over from one split alone has its origin there; a second heritage on the
// day of its founding ends that.
void Replay::inherit(Slot heir, Slot from, const Handover& handover) {
  if (data_->lives.founded(heir) != handover.date) return;
  const bool first = heirs_.insert(heir).second;
  const bool split = handover.heirs.size() > 1 || !handover.heirs[0].share;
  if (first && split && heir != from)
    data_->units.change(heir).origin = from;
  else if (unit(heir).origin)
    data_->units.change(heir).origin.reset();
}

}  // namespace nucong::unit::detail

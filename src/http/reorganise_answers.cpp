// What happens to units: tried out first, then recorded, and taken back within a week.
#include "app/reorganise.hpp"
#include "base/text.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;
using unit::UnitEvent;

Result<UnitEvent> event_of(const Params& given, std::size_t index) {
  UnitEvent event;
  event.date = given.get<Date>("date");
  TRY(event.kind, unit::parse_event_kind(given.text("event")));
  event.unit = given.text("unit");
  event.into = given.text("into");
  event.parent = given.text("parent");
  event.name = std::string(trimmed(given.text("name")));
  event.unit_kind = given.text("kind");
  event.decision = given.text("decision");
  if (const auto* share = given.find<Decimal>("share")) event.share = *share;
  event.place = {{}, 0, "events[" + std::to_string(index) + "]"};
  return event;
}

Result<std::vector<UnitEvent>> events_of(const Asked& asked) {
  std::vector<UnitEvent> events;
  for (const auto& given : asked.params.get<std::vector<Params>>("events")) {
    TRY(auto event, event_of(given, events.size()));
    events.push_back(std::move(event));
  }
  return events;
}

void add_side(JsonWriter& json, std::string_view key, const std::optional<app::UnitChange::Side>& side) {
  json.key(key);
  if (!side) {
    json.null();
    return;
  }
  json.open_object().member("name", side->name).member("parent", side->parent);
  json.member("units_below", whole(side->units_below)).close_object();
}

}  // namespace

Result<Content> rehearse_units(const Asked& asked) {
  TRY(const auto events, events_of(asked));
  TRY(const auto store, asked.around.stores.lend());
  TRY(const auto accounts, asked.around.accounts.lend());
  TRY(const auto made, app::rehearse(
                           *accounts, asked.asker, asked.present.knowledge, asked.nation().history, events,
                           [&] { return store->events(); }, asked.present.today));
  JsonWriter json = begun(asked);
  json.member("events", whole(made.events)).member("founded", whole(made.founded));
  json.member("ended", whole(made.ended)).member("standing_before", whole(made.standing_before));
  json.member("standing_after", whole(made.standing_after)).key("changes").open_array();
  for (const auto& change : made.changes) {
    json.open_object().member("unit", change.unit);
    add_side(json, "before", change.before);
    add_side(json, "after", change.after);
    json.member("offices", whole(change.offices)).close_object();
  }
  json.close_array();
  return finished(std::move(json));
}

Result<Content> reorganise_units(const Asked& asked) {
  TRY(const auto events, events_of(asked));
  TRY(const auto accounts, asked.around.accounts.lend());
  const auto keep = [&](std::span<const UnitEvent> kept) { return asked.around.live.record(kept); };
  TRY(const auto sequence, app::reorganise(asked.around.ports_over(*accounts), asked.asker,
                                           asked.present.knowledge, asked.nation().history, events, keep));
  JsonWriter json = begun(asked);
  json.member("kept", whole(sequence)).member("events", whole(events.size()));
  return finished(std::move(json));
}

Result<Content> take_back_units(const Asked& asked) {
  TRY(const auto store, asked.around.stores.lend());
  TRY(const auto accounts, asked.around.accounts.lend());
  TRY(const auto undone,
      app::take_back(*store, asked.around.ports_over(*accounts), asked.asker, asked.nation().history));
  TRY(asked.around.live.follow());
  JsonWriter json = begun(asked);
  json.member("events", whole(undone));
  return finished(std::move(json));
}

}  // namespace nucong::http

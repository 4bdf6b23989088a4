// What happens to units: tried out first, then recorded, and taken back within a week.
#include "app/reorganise.hpp"
#include "base/text.hpp"
#include "http/acted.hpp"
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
  TRY(const auto made, app::rehearse(asked.around.ports.database, asked.asker, asked.present.knowledge,
                                     asked.nation().history, events, asked.present.today));
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
  // What others recorded a moment ago is no reason to refuse.
  TRY(asked.around.live.follow());
  const auto nation = asked.around.live.now();
  return acted<app::Sequence>(
      asked,
      [&](const auto& keep) {
        return app::reorganise(asked.around.account_ports(), asked.asker, asked.present.knowledge,
                               nation->history, events, keep);
      },
      [&](app::Sequence sequence) {
        JsonWriter json = begun(asked);
        json.member("kept", whole(sequence)).member("events", whole(events.size()));
        return finished(std::move(json));
      });
}

Result<Content> take_back_units(const Asked& asked) {
  return acted<std::size_t>(
      asked,
      [&](const auto& keep) {
        return app::take_back(asked.around.account_ports(), asked.asker, asked.nation().history, keep);
      },
      [&](std::size_t undone) { return counted(asked, "events", undone); });
}

}  // namespace nucong::http

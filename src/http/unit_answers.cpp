// Units: found by name, one by one with their history, and what hangs below them.
#include <charconv>

#include "app/tree_choice.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"
#include "http/sight.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

Date day_of(const Asked& asked) {
  return asked.params.get_or<Date>("as_of", asked.present.today);
}

void add_tree(JsonWriter& json, Date day) {
  json.member("tree", format_date(day));
}

const answer::View& columns() {
  static const answer::View view{{{"code", ""},
                                  {"name", ""},
                                  {"kind", ""},
                                  {"parent", ""},
                                  {"level", ""},
                                  {"units_below", ""},
                                  {"from", ""}},
                                 {}};
  return view;
}

std::vector<answer::ViewValue> row_of(const unit::Tree& tree, Slot slot) {
  const auto& unit = tree.history().unit(slot);
  const auto& phase = tree.phase(slot);
  const auto at = tree.position(slot);
  return {unit.code,
          phase.name,
          phase.kind,
          phase.parent ? answer::ViewValue(tree.history().unit(*phase.parent).code) : answer::ViewValue{},
          Decimal{tree.depth(at)},
          Decimal{tree.branch_at(at).size() - 1},
          format_date(unit.founded)};
}

// "2~PTH-0001": the rank of the last one, and its code.
std::string cursor_of(const app::FoundUnit& last, const unit::History& history) {
  return std::to_string(last.rank.place()) + "~" + history.unit(last.unit).code;
}

Result<> go_on_behind(app::UnitSearch& search, const std::string& cursor) {
  if (cursor.empty()) return ok();
  unsigned place = 0;
  const auto [end, status] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), place);
  const auto read = static_cast<std::size_t>(end - cursor.data());
  if (status != std::errc{} || place >= app::Rank::end || read + 1 >= cursor.size() || *end != '~')
    return fail(ErrorCode::param_malformed, {{"name", "after"}, {"text", cursor}, {"expected", "next"}});
  search.after = app::Rank::at(place);
  search.after_code = cursor.substr(read + 1);
  return ok();
}

void add_phases(JsonWriter& json, const unit::History& history, const unit::Unit& unit) {
  json.key("phases").open_array();
  for (const auto& phase : unit.phases) {
    json.open_object().member("from", format_date(phase.from)).member("name", phase.name);
    json.member("kind", phase.kind).key("parent");
    phase.parent ? json.value(history.unit(*phase.parent).code) : json.null();
    json.close_object();
  }
  json.close_array().key("handovers").open_array();
  for (const auto& handover : unit.handovers) {
    json.open_object().member("date", format_date(handover.date)).key("heirs").open_array();
    for (const auto& heir : handover.heirs)
      json.open_object()
          .member("unit", history.unit(heir.unit).code)
          .member("share", heir.share)
          .close_object();
    json.close_array().close_object();
  }
  json.close_array();
}

void add_path(JsonWriter& json, const unit::History& history, Slot slot, Date day) {
  std::vector<Slot> above;
  for (auto parent = history.parent_on(slot, day); parent; parent = history.parent_on(*parent, day))
    above.push_back(*parent);
  json.key("path").open_array();
  for (auto at = above.rbegin(); at != above.rend(); ++at)
    json.open_object()
        .member("code", history.unit(*at).code)
        .member("name", history.unit(*at).phase_on(day).name)
        .close_object();
  json.close_array();
}

}  // namespace

Result<Content> units(const Asked& asked) {
  const auto& history = asked.nation().history;
  const auto index = asked.around.trees.on(history, day_of(asked));
  app::UnitSearch search{asked.text("q"), asked.text("kind")};
  search.limit = asked.params.get_or<std::uint32_t>("limit", 50);
  if (const auto* branch = asked.params.find<std::string>("unit")) {
    TRY(search.branch, app::standing_unit(history, day_of(asked), *branch));
  }
  search.seen = runs_seen(asked, index->tree());
  TRY(go_on_behind(search, asked.text("after")));
  const auto found = index->find(search);
  answer::View rows = columns();
  for (const auto& one : found) rows.rows.push_back(row_of(index->tree(), one.unit));
  const bool full = found.size() == search.limit;
  const std::string next = full ? cursor_of(found.back(), history) : std::string{};
  if (asked.format == Format::csv) {
    Content content = csv(rows, "units", day_of(asked));
    if (full) content.fields.push_back({"Nucong-Next", percent_encoded(next)});
    return content;
  }
  JsonWriter json = begun(asked, [&](JsonWriter& meta) { add_tree(meta, day_of(asked)); });
  json.key("units");
  answer::add_rows(json, rows);
  json.key("next");
  full ? json.value(next) : json.null();
  return finished(std::move(json));
}

Result<Content> unit(const Asked& asked) {
  const auto& history = asked.nation().history;
  const Date day = day_of(asked);
  TRY(const Slot slot, history.slot(asked.text("unit")));
  const auto& one = history.unit(slot);
  const bool stands = one.stands_on(day);
  JsonWriter json = begun(asked, [&](JsonWriter& meta) { add_tree(meta, day); });
  const auto& phase = one.phase_on(day);
  json.member("code", one.code).member("name", phase.name).member("kind", phase.kind);
  json.member("stands", stands).member("founded", format_date(one.founded)).key("ended");
  one.ended ? json.value(format_date(*one.ended)) : json.null();
  if (stands) {
    const auto index = asked.around.trees.on(history, day);
    const auto& tree = index->tree();
    json.member("level", Decimal{tree.depth(tree.position(slot))});
    json.member("children", whole(tree.children(slot).size()));
    json.member("units_below", Decimal{tree.branch(slot).size() - 1});
    add_path(json, history, slot, day);
  }
  add_phases(json, history, one);
  return finished(std::move(json));
}

Result<Content> children(const Asked& asked) {
  const Date day = day_of(asked);
  TRY(const Slot slot, app::standing_unit(asked.nation().history, day, asked.text("unit")));
  const auto index = asked.around.trees.on(asked.nation().history, day);
  answer::View rows = columns();
  for (const Slot child : index->tree().children(slot)) rows.rows.push_back(row_of(index->tree(), child));
  if (asked.format == Format::csv) return csv(rows, "children", day);
  JsonWriter json = begun(asked, [&](JsonWriter& meta) { add_tree(meta, day); });
  json.key("units");
  answer::add_rows(json, rows);
  return finished(std::move(json));
}

}  // namespace nucong::http

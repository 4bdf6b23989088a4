#include "http/routes.hpp"

#include "http/answers.hpp"

namespace nucong::http {
namespace {

using Type = ParamType;

// clang-format off: a table is read by its columns

// Params that several routes take.
const Param unit_in_path{"unit", Type::unit, Need::required, "option.unit", Where::path};
const Param unit{"unit", Type::unit, Need::required, "option.unit"};
const Param element{"element", Type::text, Need::required, "option.element"};
const Param period{"period", Type::period, Need::required, "option.period"};
const Param until{"until", Type::period, Need::optional, "option.until"};
const Param tree{"tree", Type::tree, Need::optional, "option.tree"};
const Param only{"only", Type::choice, Need::optional, "option.only", Where::query, {"alive"}};
const Param as_of{"as_of", Type::date, Need::optional, "option.as-of"};
const Param by{"by", Type::rows, Need::optional, "option.rows"};
const Param of_directive{"directive", Type::text, Need::optional, "option.directive"};
const Param directive_in_path{"directive", Type::text, Need::required, "param.directive", Where::path};
const Param looked_for{"q", Type::text, Need::optional, "param.q"};
const Param in_branch{"unit", Type::unit, Need::optional, "option.root"};
const Param events_below{"unit", Type::unit, Need::optional, "param.events_unit"};
const Param of_kind{"kind", Type::text, Need::optional, "param.kind"};
const Param limit{"limit", Type::whole, Need::optional, "param.limit", Where::query, {}, 1000};
const Param after{"after", Type::text, Need::optional, "param.after"};
const Param format{"format", Type::choice, Need::optional, "param.format", Where::query, {"json", "csv"}};

constexpr bool rows = true;  // also in CSV; these take `format`
constexpr auto looks = Deed::look_at_server;
constexpr auto looks_up = Deed::look_up;
constexpr auto reads = Deed::read;
constexpr auto moment = Lasts::moment;
constexpr auto sequence = Lasts::sequence;

const std::vector<Route>& table() {
  static const std::vector<Route> all = {
      // The server itself
      {"/healthz", "route.health", {}, looks, "", !rows, moment, health},
      {"/readyz", "route.readiness", {}, looks, "", !rows, moment, readiness},
      {"/metrics", "route.metrics", {}, looks, "", !rows, moment, metrics},
      {"/api/openapi.json", "route.openapi", {}, looks_up, "OpenApi", !rows, sequence, openapi},

      // Units
      {"/api/units",
       "route.units",
       {looked_for, in_branch, of_kind, as_of, limit, after, format},
       reads,
       "Units",
       rows,
       sequence,
       units},
      {"/api/units/{unit}", "route.unit", {unit_in_path, as_of}, reads, "Unit", !rows, sequence, http::unit},
      {"/api/units/{unit}/children",
       "route.children",
       {unit_in_path, as_of, format},
       reads,
       "Children",
       rows,
       sequence,
       children},

      // Figures and targets
      {"/api/value",
       "route.value",
       {unit, element, period, tree, only, format},
       reads,
       "Value",
       rows,
       sequence,
       value},
      {"/api/values",
       "route.values",
       {unit, element, period, until, by, tree, only, format},
       reads,
       "Values",
       rows,
       sequence,
       values},
      {"/api/why",
       "route.why",
       {unit, element, period, tree, only, limit},
       reads,
       "Why",
       !rows,
       sequence,
       why},
      {"/api/score",
       "route.score",
       {unit, period, by, of_directive, tree, only, format},
       reads,
       "Score",
       rows,
       sequence,
       score},
      {"/api/periods", "route.periods", {format}, reads, "Periods", rows, sequence, periods},
      {"/api/directives", "route.directives", {format}, reads, "Directives", rows, sequence, directives},
      {"/api/directives/{directive}",
       "route.directive",
       {directive_in_path},
       reads,
       "Directive",
       !rows,
       sequence,
       directive},

      // What happens
      {"/api/events", "route.events", {events_below}, reads, "", !rows, moment, events, "text/event-stream"},

      // The catalogue
      {"/api/elements", "route.elements", {format}, looks_up, "Elements", rows, sequence, elements},
      {"/api/indicators", "route.indicators", {format}, looks_up, "Indicators", rows, sequence, indicators},
      {"/api/kinds", "route.kinds", {format}, looks_up, "Kinds", rows, sequence, kinds},
      {"/api/forms", "route.forms", {format}, looks_up, "Forms", rows, sequence, forms},
  };
  return all;
}
// clang-format on

}  // namespace

std::span<const Route> routes() {
  return table();
}

}  // namespace nucong::http

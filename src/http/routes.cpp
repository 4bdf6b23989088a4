#include "http/routes.hpp"

#include "http/answers.hpp"

namespace nucong::http {
namespace {

using Type = ParamType;

// Params that several routes take.
const Param unit_in_path{"unit", Type::unit, Need::required, "option.unit", Where::path};
const Param unit{"unit", Type::unit, Need::required, "option.unit"};
const Param element{"element", Type::text, Need::required, "option.element"};
const Param period{"period", Type::period, Need::required, "option.period"};
const Param tree{"tree", Type::tree, Need::optional, "option.tree"};
const Param only{"only", Type::choice, Need::optional, "option.only", Where::query, {"alive"}};
const Param as_of{"as_of", Type::date, Need::optional, "option.as-of"};
const Param by{"by", Type::rows, Need::optional, "option.rows"};
const Param limit{"limit", Type::whole, Need::optional, "param.limit", Where::query, {}, 1000};
const Param format{"format", Type::choice, Need::optional, "param.format", Where::query, {"json", "csv"}};

const std::vector<Route>& table() {
  static const std::vector<Route> all = {
      // The server itself
      {"/healthz", "route.health", {}, Deed::look_at_server, "", false, Lasts::moment, health},
      {"/readyz", "route.readiness", {}, Deed::look_at_server, "", false, Lasts::moment, readiness},
      {"/metrics", "route.metrics", {}, Deed::look_at_server, "", false, Lasts::moment, metrics},
      {"/api/openapi.json", "route.openapi", {}, Deed::look_up, "OpenApi", false, Lasts::sequence, openapi},

      // Units
      {"/api/units",
       "route.units",
       {{"q", Type::text, Need::optional, "param.q"},
        {"unit", Type::unit, Need::optional, "option.root"},
        {"kind", Type::text, Need::optional, "param.kind"},
        as_of,
        limit,
        {"after", Type::text, Need::optional, "param.after"},
        format},
       Deed::read,
       "Units",
       true,
       Lasts::sequence,
       units},
      {"/api/units/{unit}",
       "route.unit",
       {unit_in_path, as_of},
       Deed::read,
       "Unit",
       false,
       Lasts::sequence,
       http::unit},
      {"/api/units/{unit}/children",
       "route.children",
       {unit_in_path, as_of, format},
       Deed::read,
       "Children",
       true,
       Lasts::sequence,
       children},

      // Figures and targets
      {"/api/value",
       "route.value",
       {unit, element, period, tree, only, format},
       Deed::read,
       "Value",
       true,
       Lasts::sequence,
       value},
      {"/api/values",
       "route.values",
       {unit,
        element,
        period,
        {"until", Type::period, Need::optional, "option.until"},
        by,
        tree,
        only,
        format},
       Deed::read,
       "Values",
       true,
       Lasts::sequence,
       values},
      {"/api/why",
       "route.why",
       {unit, element, period, tree, only, limit},
       Deed::read,
       "Why",
       false,
       Lasts::sequence,
       why},
      {"/api/score",
       "route.score",
       {unit, period, by, {"directive", Type::text, Need::optional, "option.directive"}, tree, only, format},
       Deed::read,
       "Score",
       true,
       Lasts::sequence,
       score},
      {"/api/periods", "route.periods", {format}, Deed::read, "Periods", true, Lasts::sequence, periods},
      {"/api/directives",
       "route.directives",
       {format},
       Deed::read,
       "Directives",
       true,
       Lasts::sequence,
       directives},
      {"/api/directives/{directive}",
       "route.directive",
       {{"directive", Type::text, Need::required, "param.directive", Where::path}},
       Deed::read,
       "Directive",
       false,
       Lasts::sequence,
       directive},

      // What happens
      {"/api/events",
       "route.events",
       {{"unit", Type::unit, Need::optional, "param.events_unit"}},
       Deed::read,
       "",
       false,
       Lasts::moment,
       events},

      // The catalogue
      {"/api/elements",
       "route.elements",
       {format},
       Deed::look_up,
       "Elements",
       true,
       Lasts::sequence,
       elements},
      {"/api/indicators",
       "route.indicators",
       {format},
       Deed::look_up,
       "Indicators",
       true,
       Lasts::sequence,
       indicators},
      {"/api/kinds", "route.kinds", {format}, Deed::look_up, "Kinds", true, Lasts::sequence, kinds},
      {"/api/forms", "route.forms", {format}, Deed::look_up, "Forms", true, Lasts::sequence, forms},
  };
  return all;
}

}  // namespace

std::span<const Route> routes() {
  return table();
}

}  // namespace nucong::http

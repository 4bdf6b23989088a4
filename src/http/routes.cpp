#include "http/routes.hpp"

#include <array>

#include "http/answers.hpp"
#include "http/route_kinds.hpp"

namespace nucong::http {
namespace {

using Type = ParamType;
using account::Deed;

constexpr auto required = Need::required;
constexpr auto optional = Need::optional;
constexpr auto in_path = Where::path;
constexpr auto in_query = Where::query;
constexpr auto in_body = Where::body;

// Params that several routes take.
const Param unit_in_path{"unit", Type::unit, required, "option.unit", in_path};
const Param of_unit{"unit", Type::unit, required, "option.unit"};
const Param element{"element", Type::text, required, "option.element"};
const Param period{"period", Type::period, required, "option.period"};
const Param until{"until", Type::period, optional, "option.until"};
const Param tree{"tree", Type::tree, optional, "option.tree"};
const Param only{"only", Type::choice, optional, "option.only", in_query, {"alive"}};
const Param as_of{"as_of", Type::date, optional, "option.as-of"};
const Param by{"by", Type::rows, optional, "option.rows"};
const Param of_directive{"directive", Type::text, optional, "option.directive"};
const Param given_by{"directive", Type::text, optional, "option.given-by"};
const Param directive_in_path{"directive", Type::text, required, "param.directive", in_path};
const Param looked_for{"q", Type::text, optional, "param.q"};
const Param in_branch{"unit", Type::unit, optional, "option.root"};
const Param events_below{"unit", Type::unit, optional, "param.events_unit"};
const Param of_kind{"kind", Type::text, optional, "param.kind"};
const Param limit{"limit", Type::whole, optional, "param.limit", in_query, {}, 1000};
const Param after{"after", Type::text, optional, "param.after"};

const Param name{"name", Type::text, required, "param.name", in_body};
const Param person{"person", Type::text, required, "param.person", in_body};
const Param pass_phrase{"pass_phrase", Type::secret, required, "param.pass_phrase", in_body};
const Param code{"code", Type::secret, optional, "param.code", in_body};
const Param link{"link", Type::secret, required, "param.link", in_body};
const Param account_in_path{"account", Type::whole, required, "param.account", in_path, {}, 2'000'000'000};
const Param account{"account", Type::whole, required, "param.account", in_body, {}, 2'000'000'000};
const Param role{"role", Type::text, required, "param.role", in_body};
const Param unit_of_office{"unit", Type::unit, required, "option.unit", in_body};
const Param from{"from", Type::date, optional, "param.from", in_body};
const Param to{"to", Type::date, optional, "param.to", in_body};
const Param day{"day", Type::date, required, "param.day", in_body};
const Param text{"text", Type::prose, required, "param.text", in_body};

const Param period_in_path{"period", Type::period, required, "option.period", in_path};
const Param of_form{"form", Type::text, optional, "param.form"};
const Param form_in_body{"form", Type::text, optional, "param.form", in_body};
const Param form_required{"form", Type::text, required, "param.form", in_body};
const Param period_in_body{"period", Type::period, required, "option.period", in_body};
const Param in_state{"state",       Type::choice, optional,
                     "param.state", in_query,     {"none", "sent", "returned", "accepted", "signed"}};
const Param version{"version", Type::count, required, "param.version", in_body, {}, 4'000'000'000};
const Param revision{"revision", Type::count, required, "param.revision", in_body, {}, 4'000'000'000};
const Param reason{"reason", Type::text, required, "param.reason", in_body};
const Param note{"note", Type::text, optional, "param.note", in_body};
const Param returned_cells{"cells", Type::texts, optional, "param.returned_cells", in_body};
const std::array<Param, 3> cell = {Param{"series", Type::text, required, "param.series", in_body},
                                   Param{"value", Type::number, optional, "param.value", in_body},
                                   Param{"reason", Type::text, optional, "param.jump_reason", in_body}};
const Param cells{"cells", Type::objects, required, "param.cells", in_body, {}, 2000, cell};

const std::array<Param, 4> office = {role, unit_of_office, from, to};
const std::array<Param, 9> event = {Param{"date", Type::date, required, "param.date", in_body},
                                    Param{"event", Type::text, required, "param.event", in_body},
                                    Param{"unit", Type::unit, required, "option.unit", in_body},
                                    Param{"into", Type::unit, optional, "param.into", in_body},
                                    Param{"parent", Type::unit, optional, "param.parent", in_body},
                                    Param{"name", Type::text, optional, "param.name", in_body},
                                    Param{"kind", Type::text, optional, "param.kind", in_body},
                                    Param{"share", Type::number, optional, "param.share", in_body},
                                    Param{"decision", Type::text, optional, "param.decision", in_body}};
const std::array<Param, 7> decision = {Param{"number", Type::whole, required, "param.number", in_body},
                                       Param{"indicator", Type::text, optional, "param.indicator", in_body},
                                       Param{"unbound", Type::truth, optional, "param.unbound", in_body},
                                       Param{"left_out", Type::truth, optional, "param.left_out", in_body},
                                       Param{"comparator",
                                             Type::choice,
                                             optional,
                                             "param.comparator",
                                             in_body,
                                             {">=", ">", "<=", "<", "=", "range"}},
                                       Param{"value", Type::number, optional, "param.value", in_body},
                                       Param{"due", Type::date, optional, "param.due", in_body}};
const std::array<Param, 3> goal = {Param{"target", Type::text, required, "param.target", in_body},
                                   Param{"unit", Type::unit, required, "option.unit", in_body},
                                   Param{"value", Type::number, required, "param.value", in_body}};
const Param offices{"offices", Type::objects, required, "param.offices", in_body, {}, 20, office};
const Param happened{"events", Type::objects, required, "param.events", in_body, {}, 20'000, event};
const Param decisions{"targets", Type::objects, optional, "param.decisions", in_body, {}, 1000, decision};
const Param goals{"goals", Type::objects, required, "param.goals", in_body, {}, 200'000, goal};

const Param recipients{"recipients", Type::texts, optional, "param.recipients", in_body, {}, 20'000};

constexpr Access open{Access::Door::open};
constexpr Access here{Access::Door::here};
constexpr Access signed_in{Access::Door::signed_in};
constexpr Access sees = may(Deed::see_figures);
// A report holds each figure by itself, also what is only typed yet: for those alone who are told small
// counts.
constexpr Access sees_reports = may(Deed::see_small_cells);
constexpr Access fills_in = may(Deed::draft_report, Deed::type_for_silent);
constexpr Access manages = may(Deed::manage_accounts);

// clang-format off: a table is read by its lines
const std::vector<Route>& table() {
  static const std::vector<Route> all = {
      // The server itself
      now("/healthz", "route.health", {}, open, "", health, "text/plain"),
      now("/readyz", "route.readiness", {}, open, "", readiness, "text/plain"),
      now("/metrics", "route.metrics", {}, here, "", metrics, "text/plain"),
      get("/api/openapi.json", "route.openapi", {}, open, "OpenApi", openapi),

      // Signing in, and one's own account
      hashing(
          shown_once(post("/api/session", "route.sign_in", {name, pass_phrase, code}, open, "Me", sign_in))),
      now("/api/session", "route.ways_in", {}, open, "WaysIn", ways_in),
      remove("/api/session", "route.sign_out", {}, signed_in, "Done", sign_out),
      hashing(shown_once(
          post("/api/session/elsewhere", "route.begin_elsewhere", {}, open, "Elsewhere", begin_elsewhere))),
      hashing(shown_once(post("/api/session/elsewhere/back", "route.finish_elsewhere",
                              {Param{"code", Type::secret, required, "param.identity_code", in_body},
                               Param{"state", Type::secret, required, "param.identity_state", in_body}},
                              open, "Me", finish_elsewhere))),
      now("/api/me", "route.me", {}, signed_in, "Me", me),
      hashing(put("/api/me/pass-phrase", "route.change_pass_phrase",
                  {Param{"old", Type::secret, required, "param.pass_phrase", in_body},
                   Param{"new", Type::secret, required, "param.new_pass_phrase", in_body}},
                  signed_in, "Done", change_pass_phrase)),
      shown_once(post("/api/me/totp", "route.begin_totp", {}, signed_in, "Enrolment", begin_totp)),
      hashing(put("/api/me/totp", "route.finish_totp",
                  {pass_phrase, Param{"secret", Type::secret, required, "param.totp_secret", in_body},
                   Param{"code", Type::secret, required, "param.code", in_body}},
                  signed_in, "RecoveryCodes", finish_totp)),
      now("/api/me/tokens", "route.tokens", {}, signed_in, "Tokens", tokens),
      shown_once(post("/api/me/tokens", "route.make_token",
                      {name, Param{"days", Type::whole, required, "param.days", in_body, {}, 366},
                       Param{"may_write", Type::truth, optional, "param.may_write", in_body}},
                      signed_in, "Token", make_token)),
      remove("/api/me/tokens/{token}", "route.revoke_token",
             {Param{"token", Type::text, required, "param.token", in_path}}, signed_in, "Done", revoke_token),
      hashing(post("/api/links/pass-phrase", "route.use_pass_phrase_link", {link, pass_phrase}, open, "Done",
                   use_pass_phrase_link)),
      post("/api/links/second-factor", "route.use_second_factor_link", {link}, open, "Done",
           use_second_factor_link),
      hashing(post("/api/links/first-administrator", "route.use_first_link",
                   {link, name, person, pass_phrase}, open, "Done", use_first_link)),

      // Accounts, offices, and who did what
      now("/api/accounts", "route.accounts",
          {in_branch, looked_for, limit,
           Param{"after", Type::count, optional, "param.after", in_query, {}, 2'000'000'000}},
          manages, "Accounts", accounts),
      shown_once(post("/api/accounts", "route.make_account", {name, person, offices}, manages, "MadeAccount",
                      make_account)),
      remove("/api/accounts/{account}", "route.close_account", {account_in_path}, manages, "Done",
             close_account),
      shown_once(post("/api/accounts/{account}/reset", "route.reset_account",
                      {account_in_path, Param{"kind",
                                              Type::choice,
                                              required,
                                              "param.reset_kind",
                                              in_body,
                                              {"pass_phrase", "second_factor"}}},
                      manages, "Link", reset_account)),
      post("/api/offices", "route.appoint", {account, role, unit_of_office, from, to}, manages, "Done",
           appoint),
      post("/api/offices/end", "route.end_office",
           {account, role, unit_of_office, Param{"from", Type::date, required, "param.from", in_body}, day},
           manages, "Done", end_office),
      post("/api/offices/hand-over", "route.hand_over",
           {account, role, unit_of_office, Param{"from", Type::date, required, "param.from", in_body},
            Param{"receiver", Type::whole, required, "param.receiver", in_body, {}, 2'000'000'000}, day},
           manages, "HandedOver", hand_over),
      now("/api/audit", "route.audit",
          {limit, Param{"before", Type::whole, optional, "param.before", in_query, {}, 4'000'000'000}},
          signed_in, "Audit", audit),

      // Units
      rows("/api/units", "route.units", {looked_for, in_branch, of_kind, as_of, limit, after}, sees, "Units",
           units),
      get("/api/units/{unit}", "route.unit", {unit_in_path, as_of}, sees, "Unit", http::unit),
      telling_below(rows("/api/units/{unit}/children", "route.children", {unit_in_path, as_of}, sees,
                         "Children", children)),
      only_asking(with_large_body(post("/api/unit-events/rehearsal", "route.rehearse_units", {happened},
                                       may(Deed::reorganise), "Rehearsal", rehearse_units))),
      with_large_body(post("/api/unit-events", "route.reorganise_units", {happened}, may(Deed::reorganise),
                           "Reorganised", reorganise_units)),
      post("/api/unit-events/undo", "route.take_back_units", {}, may(Deed::reorganise), "TakenBack",
           take_back_units),

      // Figures and targets
      rows("/api/value", "route.value", {of_unit, element, period, tree, only, given_by}, sees, "Value",
           value),
      rows("/api/values", "route.values", {of_unit, element, period, until, by, tree, only, given_by}, sees,
           "Values", values),
      telling_below(get("/api/why", "route.why", {of_unit, element, period, tree, only, given_by, limit},
                        sees, "Why", why)),
      rows("/api/score", "route.score", {of_unit, period, by, of_directive, tree, only}, sees, "Score",
           score),
      rows("/api/periods", "route.periods", {}, signed_in, "Periods", periods),

      // Directives
      rows("/api/directives", "route.directives", {}, sees, "Directives", directives),
      get("/api/directives/{directive}", "route.directive", {directive_in_path}, sees, "Directive",
          directive),
      only_asking(with_file(post("/api/documents", "route.document_text",
                                 {Param{"file", Type::text, required, "param.file", in_query}},
                                 may(Deed::adopt_directive), "DocumentText", document_text))),
      only_asking(with_large_body(post("/api/readings", "route.read_directive", {text},
                                       may(Deed::adopt_directive), "Reading", read_directive))),
      get("/api/units/{unit}/burden", "route.burden",
          {unit_in_path, Param{"directive", Type::text, required, "param.directive"}}, sees, "Burden",
          burden),
      only_asking(with_large_body(
          post("/api/units/{unit}/burden", "route.burden_of_text", {unit_in_path, text, recipients},
               may(Deed::adopt_directive, Deed::see_figures), "Burden", burden_of_text))),
      with_large_body(
          post("/api/units/{unit}/directives", "route.adopt_directive",
               {unit_in_path, text, Param{"file", Type::text, optional, "param.file", in_body},
                Param{"period", Type::period, optional, "option.period", in_body}, recipients, decisions},
               may(Deed::adopt_directive), "Adoption", adopt_directive)),
      post("/api/directives/{directive}/recipients", "route.give_directive",
           {directive_in_path,
            Param{"units", Type::texts, required, "param.further_recipients", in_body, {}, 20'000}},
           may(Deed::adopt_directive), "Given", give_directive),
      put("/api/targets/{target}/indicator", "route.bind_target",
          {Param{"target", Type::text, required, "param.target", in_path},
           Param{"indicator", Type::text, required, "param.indicator", in_body}},
          may(Deed::adopt_directive), "Done", bind_target),
      with_large_body(
          post("/api/goals", "route.set_goals", {goals}, may(Deed::assign_goals), "GoalsSet", set_goals)),

      // Reports
      now("/api/obligations", "route.obligations", {of_unit}, sees, "Obligations", obligations),
      telling_below(get(
          "/api/reports", "route.reports",
          {of_unit, period, Param{"form", Type::text, required, "param.form"}, in_state,
           Param{"only", Type::choice, optional, "param.only_overdue", in_query, {"overdue"}}, limit, after},
          sees, "Reports", reports)),
      post("/api/deadlines", "route.extend_deadline",
           {unit_of_office, form_required, period_in_body,
            Param{"due", Type::date, required, "param.new_due", in_body},
            Param{"reason", Type::text, optional, "param.reason", in_body}},
           may(Deed::extend_deadline), "Done", extend_deadline),
      post("/api/reminders", "route.remind_late",
           {Param{"unit", Type::unit, required, "option.root", in_body}, form_required, period_in_body,
            Param{"again", Type::truth, optional, "param.again", in_body}},
           signed_in, "Reminded", remind_late),
      now("/api/reports/{unit}/{period}", "route.report", {unit_in_path, period_in_path, of_form},
          sees_reports, "Report", http::report),
      with_large_body(put("/api/reports/{unit}/{period}/draft", "route.save_draft",
                          {unit_in_path, period_in_path, form_in_body, version, revision, cells}, fills_in,
                          "DraftSaved", save_draft)),
      remove("/api/reports/{unit}/{period}/draft", "route.drop_draft",
             {unit_in_path, period_in_path,
              Param{"revision", Type::count, required, "param.revision", in_query, {}, 4'000'000'000}},
             fills_in, "Done", drop_draft),
      post("/api/reports/{unit}/{period}/send", "route.send_report", {unit_in_path, period_in_path, revision},
           may(Deed::send_report, Deed::type_for_silent), "ReportSent", send_report),
      post("/api/reports/{unit}/{period}/return", "route.return_report",
           {unit_in_path, period_in_path, version, reason, returned_cells}, may(Deed::review_report),
           "Stands", return_report),
      post("/api/reports/{unit}/{period}/accept", "route.accept_report",
           {unit_in_path, period_in_path, version, note}, may(Deed::review_report), "Stands", accept_report),
      post("/api/reports/{unit}/{period}/send-on", "route.send_on",
           {unit_in_path, period_in_path, form_in_body, version}, may(Deed::send_report), "SentOn", send_on),
      post("/api/reports/{unit}/{period}/sign", "route.sign_report",
           {unit_in_path, period_in_path, form_in_body, version}, may(Deed::sign_and_freeze), "Signed",
           sign_report),
      post("/api/reports/{unit}/{period}/reopen", "route.reopen_report",
           {unit_in_path, period_in_path, version, reason}, may(Deed::sign_and_freeze), "Stands",
           reopen_report),
      telling_below(now("/api/reports/{unit}/{period}/frozen", "route.frozen_report",
                        {unit_in_path, period_in_path}, sees_reports, "", frozen_report, "text/plain")),

      // What happens
      telling_below(
          now("/api/events", "route.events", {events_below}, sees, "", events, "text/event-stream")),

      // The catalogue
      get("/api/catalogue", "route.catalogue", {}, open, "Catalogue", http::catalogue),
      rows("/api/elements", "route.elements", {}, open, "Elements", elements),
      rows("/api/indicators", "route.indicators", {}, open, "Indicators", indicators),
      rows("/api/kinds", "route.kinds", {}, open, "Kinds", kinds),
      rows("/api/forms", "route.forms", {}, open, "Forms", forms),
  };
  return all;
}
// clang-format on

}  // namespace

std::span<const Route> routes() {
  return table();
}

}  // namespace nucong::http

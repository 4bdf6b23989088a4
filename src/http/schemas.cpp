#include "http/schemas.hpp"

#include <algorithm>
#include <array>

namespace nucong::http {
namespace {

using enum Shape;

template <std::size_t A, std::size_t B>
constexpr std::array<Member, A + B> joined(const std::array<Member, A>& first,
                                           const std::array<Member, B>& more) {
  std::array<Member, A + B> all;
  std::ranges::copy(more, std::ranges::copy(first, all.begin()).out);
  return all;
}

constexpr std::array meta = {Member{"sequence", number}, Member{"today", date}, Member{"version"}};
constexpr std::array tree_meta = {Member{"sequence", number}, Member{"today", date}, Member{"version"},
                                  Member{"tree", date}};
constexpr std::array definition = {Member{"code"}, Member{"title"}, Member{"formula"}, Member{"value_unit"}};
constexpr std::array completeness = {Member{"units_expected", number}, Member{"units_reported", number}};
constexpr std::array figure_meta = {Member{"sequence", number},
                                    Member{"today", date},
                                    Member{"version"},
                                    Member{"tree", date},
                                    Member{"definition", object, "Definition"},
                                    Member{"completeness", object, "Completeness"}};
constexpr std::array series_meta = {Member{"sequence", number}, Member{"today", date}, Member{"version"},
                                    Member{"definition", object, "Definition"}};

constexpr std::array unit_row = {Member{"code"},          Member{"name"},
                                 Member{"kind"},          Member{"parent", maybe_text},
                                 Member{"level", number}, Member{"units_below", number},
                                 Member{"from", date}};
constexpr std::array units = {Member{"meta", object, "TreeMeta"}, Member{"units", objects, "UnitRow"},
                              Member{"next", maybe_text}};
constexpr std::array children = {Member{"meta", object, "TreeMeta"}, Member{"units", objects, "UnitRow"}};
constexpr std::array phase = {Member{"from", date}, Member{"name"}, Member{"kind"},
                              Member{"parent", maybe_text}};
constexpr std::array heir = {Member{"unit"}, Member{"share", maybe_number}};
constexpr std::array handover = {Member{"date", date}, Member{"heirs", objects, "Heir"}};
constexpr std::array unit = {Member{"meta", object, "TreeMeta"},
                             Member{"code"},
                             Member{"name"},
                             Member{"kind"},
                             Member{"stands", truth},
                             Member{"founded", date},
                             Member{"ended", maybe_date},
                             Member{"phases", objects, "Phase"},
                             Member{"handovers", objects, "Handover"}};

constexpr std::array value = {Member{"meta", object, "FigureMeta"},
                              Member{"unit"},
                              Member{"name"},
                              Member{"element"},
                              Member{"period"},
                              Member{"tree", date},
                              Member{"value", maybe_number},
                              Member{"numerator", maybe_number},
                              Member{"denominator", maybe_number},
                              Member{"hidden", truth},
                              Member{"value_unit"},
                              Member{"not_own", number},
                              Member{"units_expected", number},
                              Member{"units_reported", number}};
constexpr std::array source = {Member{"unit"}, Member{"name"},          Member{"at"},
                               Member{"line"}, Member{"value", number}, Member{"periods", texts}};
constexpr std::array why =
    joined(value, std::array{Member{"elements", texts}, Member{"sources_count", number},
                             Member{"sources", objects, "Source"}});
constexpr std::array line = {Member{"period"},
                             Member{"tree", date},
                             Member{"rank", maybe_number},
                             Member{"unit"},
                             Member{"name"},
                             Member{"value", maybe_number},
                             Member{"numerator", maybe_number},
                             Member{"denominator", maybe_number},
                             Member{"hidden", truth},
                             Member{"units_expected", number},
                             Member{"units_reported", number}};
constexpr std::array values = {Member{"meta", object, "SeriesMeta"}, Member{"value_unit"},
                               Member{"lines", objects, "Line"}};

constexpr std::array target = {Member{"id"},
                               Member{"quote"},
                               Member{"comparator"},
                               Member{"value", number},
                               Member{"value_max", maybe_number},
                               Member{"unit"},
                               Member{"per_unit", truth},
                               Member{"due", date},
                               Member{"indicator"}};
constexpr std::array cell = {Member{"target"},
                             Member{"status"},
                             Member{"value", maybe_number},
                             Member{"numerator", maybe_number},
                             Member{"denominator", maybe_number},
                             Member{"hidden", truth},
                             Member{"goal", maybe_number},
                             Member{"pace", maybe_number}};
constexpr std::array row = {Member{"unit"}, Member{"name"}, Member{"units_expected", number},
                            Member{"units_reported", number}, Member{"cells", objects, "Cell"}};
constexpr std::array score = {Member{"meta", object, "TreeMeta"}, Member{"period"}, Member{"tree", date},
                              Member{"targets", objects, "Target"}, Member{"rows", objects, "Row"}};
constexpr std::array period_row = {Member{"period"}, Member{"kind"}, Member{"series", number}};
constexpr std::array periods = {Member{"meta", object, "Meta"}, Member{"periods", objects, "PeriodRow"}};
constexpr std::array directive_row = {
    Member{"id"},     Member{"number"},        Member{"title"},          Member{"issuer"},
    Member{"period"}, Member{"adopted", date}, Member{"targets", number}};
constexpr std::array directives = {Member{"meta", object, "Meta"},
                                   Member{"directives", objects, "DirectiveRow"}};
constexpr std::array directive = {Member{"meta", object, "Meta"},
                                  Member{"id"},
                                  Member{"number"},
                                  Member{"title"},
                                  Member{"issuer"},
                                  Member{"period"},
                                  Member{"adopted", date},
                                  Member{"targets", objects, "Target"}};

constexpr std::array element_row = {Member{"code"},    Member{"name"},   Member{"title"},
                                    Member{"unit"},    Member{"kind"},   Member{"decimals", number},
                                    Member{"periods"}, Member{"splits"}, Member{"source"}};
constexpr std::array elements = {Member{"meta", object, "Meta"}, Member{"elements", objects, "ElementRow"}};
constexpr std::array indicator_row = {Member{"code"},       Member{"name"},    Member{"title"},
                                      Member{"value_unit"}, Member{"formula"}, Member{"source"}};
constexpr std::array indicators = {Member{"meta", object, "Meta"},
                                   Member{"indicators", objects, "IndicatorRow"}};
constexpr std::array kind_row = {Member{"code"}, Member{"title"}};
constexpr std::array catalogue = {Member{"meta", object, "Meta"}, Member{"version"},
                                  Member{"valid_from", date},     Member{"elements", number},
                                  Member{"indicators", number},   Member{"forms", number},
                                  Member{"kinds", number}};
constexpr std::array kinds = {Member{"meta", object, "Meta"}, Member{"kinds", objects, "KindRow"}};
constexpr std::array form_row = {Member{"code"},  Member{"title"},           Member{"periods"},
                                 Member{"kinds"}, Member{"figures", number}, Member{"due_days", number}};
constexpr std::array forms = {Member{"meta", object, "Meta"}, Member{"forms", objects, "FormRow"}};
constexpr std::array open_api = {Member{"openapi"}, Member{"info", any}, Member{"paths", any},
                                 Member{"components", any}};
constexpr std::array problem = {Member{"type"}, Member{"title"}, Member{"status", number}, Member{"detail"},
                                Member{"code"}};

constexpr std::array done = {Member{"meta", object, "Meta"}};
constexpr std::array held_office = {Member{"role"}, Member{"unit"}, Member{"unit_name"}, Member{"from", date},
                                    Member{"to", maybe_date}};
constexpr std::array me = {Member{"meta", object, "Meta"},
                           Member{"account", maybe_number},
                           Member{"name"},
                           Member{"person"},
                           Member{"means"},
                           Member{"second_factor", truth},
                           Member{"offices", objects, "HeldOffice"},
                           Member{"may", any}};
constexpr std::array ways_in = {Member{"meta", object, "Meta"}, Member{"provider", maybe_text}};
constexpr std::array elsewhere = {Member{"meta", object, "Meta"}, Member{"address"}};
constexpr std::array enrolment = {Member{"meta", object, "Meta"}, Member{"secret"}, Member{"uri"}};
constexpr std::array recovery_codes = {Member{"meta", object, "Meta"}, Member{"recovery_codes", texts}};
constexpr std::array token_row = {Member{"name"}, Member{"made"}, Member{"expires"},
                                  Member{"may_write", truth}};
constexpr std::array tokens = {Member{"meta", object, "Meta"}, Member{"tokens", objects, "TokenRow"}};
constexpr std::array token = {Member{"meta", object, "Meta"}, Member{"token"}};
constexpr std::array link = {Member{"meta", object, "Meta"}, Member{"link"}};
constexpr std::array account_row = {Member{"account", number},
                                    Member{"name"},
                                    Member{"person"},
                                    Member{"second_factor", truth},
                                    Member{"closed", maybe_text},
                                    Member{"offices", objects, "HeldOffice"}};
constexpr std::array accounts = {Member{"meta", object, "Meta"}, Member{"accounts", objects, "AccountRow"},
                                 Member{"next", maybe_number}};
constexpr std::array made_account = {Member{"meta", object, "Meta"}, Member{"account", number},
                                     Member{"link"}};
constexpr std::array handed_over = {Member{"meta", object, "Meta"}, Member{"begun", object, "HeldOffice"}};
constexpr std::array audit_row = {Member{"sequence", number},
                                  Member{"at"},
                                  Member{"account", maybe_number},
                                  Member{"person"},
                                  Member{"address"},
                                  Member{"deed"},
                                  Member{"thing"},
                                  Member{"unit", maybe_text},
                                  Member{"summary"},
                                  Member{"hash"}};
constexpr std::array audit = {Member{"meta", object, "Meta"}, Member{"entries", objects, "AuditRow"}};

constexpr std::array side = {Member{"name"}, Member{"parent"}, Member{"units_below", number}};
constexpr std::array unit_change = {Member{"unit"}, Member{"before", maybe_object, "Side"},
                                    Member{"after", maybe_object, "Side"}, Member{"offices", number}};
constexpr std::array rehearsal = {Member{"meta", object, "Meta"},
                                  Member{"events", number},
                                  Member{"founded", number},
                                  Member{"ended", number},
                                  Member{"standing_before", number},
                                  Member{"standing_after", number},
                                  Member{"changes", objects, "UnitChange"}};
constexpr std::array reorganised = {Member{"meta", object, "Meta"}, Member{"kept", number},
                                    Member{"events", number}};
constexpr std::array taken_back = {Member{"meta", object, "Meta"}, Member{"events", number}};

constexpr std::array document_text = {Member{"meta", object, "Meta"}, Member{"file"}, Member{"text"}};
constexpr std::array reading = {Member{"meta", object, "Meta"}, Member{"targets", list},
                                Member{"passed_over", list}, Member{"citations", list}};
constexpr std::array adoption = {Member{"meta", object, "Meta"}, Member{"directive"}, Member{"period"},
                                 Member{"targets", objects, "Target"}};
constexpr std::array given = {Member{"meta", object, "Meta"}, Member{"recipients", number}};
constexpr std::array goals_set = {Member{"meta", object, "Meta"}, Member{"goals", number}};

constexpr std::array report_line = {Member{"role"},
                                    Member{"series"},
                                    Member{"title"},
                                    Member{"measure"},
                                    Member{"decimals", number},
                                    Member{"value", maybe_number},
                                    Member{"sent", maybe_number},
                                    Member{"last", maybe_number},
                                    Member{"last_year", maybe_number},
                                    Member{"reason"},
                                    Member{"returned", truth},
                                    Member{"addends", numbers}};
constexpr std::array report_step = {Member{"number", number}, Member{"kind"}, Member{"version", number},
                                    Member{"person"},         Member{"at"},   Member{"note"},
                                    Member{"cells", texts}};
constexpr std::array saved_draft = {Member{"by"}, Member{"at"}, Member{"base", number},
                                    Member{"revision", number}};
constexpr std::array report = {Member{"meta", object, "Meta"},
                               Member{"unit"},
                               Member{"name"},
                               Member{"form"},
                               Member{"title"},
                               Member{"period"},
                               Member{"due", date},
                               Member{"state"},
                               Member{"late"},
                               Member{"version", number},
                               Member{"revision", number},
                               Member{"saved", maybe_object, "SavedDraft"},
                               Member{"lines", objects, "ReportLine"},
                               Member{"steps", objects, "ReportStep"}};
constexpr std::array draft_saved = {Member{"meta", object, "Meta"}, Member{"revision", number}};
constexpr std::array stands = {Member{"meta", object, "Meta"}, Member{"state"}, Member{"version", number},
                               Member{"step", number}};
constexpr std::array report_sent = joined(stands, std::array{Member{"unchanged", truth}});
constexpr std::array sent_on = joined(
    stands, std::array{Member{"expected", number}, Member{"received", number}, Member{"silent", texts}});
constexpr std::array signed_report = joined(stands, std::array{Member{"digest"}});

constexpr std::array obligation = {Member{"form"},
                                   Member{"title"},
                                   Member{"period"},
                                   Member{"due", date},
                                   Member{"extended", truth},
                                   Member{"state"},
                                   Member{"late"},
                                   Member{"open", truth},
                                   Member{"version", number},
                                   Member{"draft", truth},
                                   Member{"reminders", number},
                                   Member{"reminded", maybe_text},
                                   Member{"returned", maybe_text}};
constexpr std::array obligations = {Member{"meta", object, "Meta"},
                                    Member{"obligations", objects, "Obligation"}};
constexpr std::array report_row = {
    Member{"unit"},           Member{"name"},      Member{"expected", truth},      Member{"state"},
    Member{"late"},           Member{"due", date}, Member{"received", maybe_date}, Member{"version", number},
    Member{"figures", number}};
constexpr std::array counts = {Member{"none", number},     Member{"draft", number},
                               Member{"sent", number},     Member{"returned", number},
                               Member{"accepted", number}, Member{"signed", number},
                               Member{"overdue", number},  Member{"late", number}};
constexpr std::array reports = {Member{"meta", object, "Meta"}, Member{"counts", object, "ReportCounts"},
                                Member{"reports", objects, "ReportRow"}, Member{"next", maybe_text}};
constexpr std::array reminded = {Member{"meta", object, "Meta"}, Member{"reminded", number},
                                 Member{"lately", number}, Member{"units", texts}};
constexpr std::array burden_figure = {Member{"code"}, Member{"title"}, Member{"units", number},
                                      Member{"forms", texts}};
constexpr std::array burden_target = {Member{"target"}, Member{"quote"}, Member{"indicator"},
                                      Member{"figures", texts}};
constexpr std::array burden = {Member{"meta", object, "Meta"},
                               Member{"minutes_per_figure", number},
                               Member{"known_hours", number},
                               Member{"new_hours", number},
                               Member{"figures", objects, "BurdenFigure"},
                               Member{"targets", objects, "BurdenTarget"}};

constexpr std::array all = {
    Schema{"Obligation", obligation},
    Schema{"Obligations", obligations},
    Schema{"ReportRow", report_row},
    Schema{"ReportCounts", counts},
    Schema{"Reports", reports},
    Schema{"Reminded", reminded},
    Schema{"BurdenFigure", burden_figure},
    Schema{"BurdenTarget", burden_target},
    Schema{"Burden", burden},
    Schema{"ReportLine", report_line},
    Schema{"ReportStep", report_step},
    Schema{"SavedDraft", saved_draft},
    Schema{"Report", report},
    Schema{"DraftSaved", draft_saved},
    Schema{"Stands", stands},
    Schema{"ReportSent", report_sent},
    Schema{"SentOn", sent_on},
    Schema{"Signed", signed_report},
    Schema{"Done", done},
    Schema{"HeldOffice", held_office},
    Schema{"Me", me},
    Schema{"WaysIn", ways_in},
    Schema{"Elsewhere", elsewhere},
    Schema{"Enrolment", enrolment},
    Schema{"RecoveryCodes", recovery_codes},
    Schema{"TokenRow", token_row},
    Schema{"Tokens", tokens},
    Schema{"Token", token},
    Schema{"Link", link},
    Schema{"AccountRow", account_row},
    Schema{"Accounts", accounts},
    Schema{"MadeAccount", made_account},
    Schema{"HandedOver", handed_over},
    Schema{"AuditRow", audit_row},
    Schema{"Audit", audit},
    Schema{"Side", side},
    Schema{"UnitChange", unit_change},
    Schema{"Rehearsal", rehearsal},
    Schema{"Reorganised", reorganised},
    Schema{"TakenBack", taken_back},
    Schema{"DocumentText", document_text},
    Schema{"Reading", reading},
    Schema{"Adoption", adoption},
    Schema{"Given", given},
    Schema{"GoalsSet", goals_set},
    Schema{"Meta", meta},
    Schema{"TreeMeta", tree_meta},
    Schema{"Definition", definition},
    Schema{"Completeness", completeness},
    Schema{"FigureMeta", figure_meta},
    Schema{"SeriesMeta", series_meta},
    Schema{"UnitRow", unit_row},
    Schema{"Units", units},
    Schema{"Children", children},
    Schema{"Phase", phase},
    Schema{"Heir", heir},
    Schema{"Handover", handover},
    Schema{"Unit", unit},
    Schema{"Value", value},
    Schema{"Source", source},
    Schema{"Why", why},
    Schema{"Line", line},
    Schema{"Values", values},
    Schema{"Target", target},
    Schema{"Cell", cell},
    Schema{"Row", row},
    Schema{"Score", score},
    Schema{"PeriodRow", period_row},
    Schema{"Periods", periods},
    Schema{"DirectiveRow", directive_row},
    Schema{"Directives", directives},
    Schema{"Directive", directive},
    Schema{"ElementRow", element_row},
    Schema{"Elements", elements},
    Schema{"IndicatorRow", indicator_row},
    Schema{"Indicators", indicators},
    Schema{"KindRow", kind_row},
    Schema{"Catalogue", catalogue},
    Schema{"Kinds", kinds},
    Schema{"FormRow", form_row},
    Schema{"Forms", forms},
    Schema{"OpenApi", open_api},
    Schema{"Problem", problem},
};

}  // namespace

std::span<const Schema> schemas() {
  return all;
}

}  // namespace nucong::http

// What there is to ask: a function for each route of routes.cpp. Their errors are those of the use cases.
#pragma once

#include "http/route.hpp"

namespace nucong::http {

[[nodiscard]] Result<Content> health(const Asked& asked);
/// Errors: `server.not_ready`.
[[nodiscard]] Result<Content> readiness(const Asked& asked);
[[nodiscard]] Result<Content> metrics(const Asked& asked);
[[nodiscard]] Result<Content> openapi(const Asked& asked);

[[nodiscard]] Result<Content> units(const Asked& asked);
[[nodiscard]] Result<Content> unit(const Asked& asked);
[[nodiscard]] Result<Content> children(const Asked& asked);

[[nodiscard]] Result<Content> value(const Asked& asked);
[[nodiscard]] Result<Content> values(const Asked& asked);
[[nodiscard]] Result<Content> why(const Asked& asked);
[[nodiscard]] Result<Content> score(const Asked& asked);
[[nodiscard]] Result<Content> periods(const Asked& asked);

[[nodiscard]] Result<Content> catalogue(const Asked& asked);
[[nodiscard]] Result<Content> elements(const Asked& asked);
[[nodiscard]] Result<Content> indicators(const Asked& asked);
[[nodiscard]] Result<Content> kinds(const Asked& asked);
[[nodiscard]] Result<Content> forms(const Asked& asked);
[[nodiscard]] Result<Content> directives(const Asked& asked);
[[nodiscard]] Result<Content> directive(const Asked& asked);

// Signing in, and one's own account

[[nodiscard]] Result<Content> sign_in(const Asked& asked);
[[nodiscard]] Result<Content> sign_out(const Asked& asked);
/// By which ways one may sign in.
[[nodiscard]] Result<Content> ways_in(const Asked& asked);
/// Errors: `identity.not_offered`.
[[nodiscard]] Result<Content> begin_elsewhere(const Asked& asked);
/// Errors: `identity.not_offered`.
[[nodiscard]] Result<Content> finish_elsewhere(const Asked& asked);
[[nodiscard]] Result<Content> me(const Asked& asked);
[[nodiscard]] Result<Content> change_pass_phrase(const Asked& asked);
[[nodiscard]] Result<Content> begin_totp(const Asked& asked);
[[nodiscard]] Result<Content> finish_totp(const Asked& asked);
[[nodiscard]] Result<Content> tokens(const Asked& asked);
[[nodiscard]] Result<Content> make_token(const Asked& asked);
[[nodiscard]] Result<Content> revoke_token(const Asked& asked);
[[nodiscard]] Result<Content> use_pass_phrase_link(const Asked& asked);
[[nodiscard]] Result<Content> use_second_factor_link(const Asked& asked);
[[nodiscard]] Result<Content> use_first_link(const Asked& asked);

// Accounts, offices, audit

[[nodiscard]] Result<Content> accounts(const Asked& asked);
[[nodiscard]] Result<Content> make_account(const Asked& asked);
[[nodiscard]] Result<Content> close_account(const Asked& asked);
[[nodiscard]] Result<Content> reset_account(const Asked& asked);
[[nodiscard]] Result<Content> appoint(const Asked& asked);
[[nodiscard]] Result<Content> end_office(const Asked& asked);
[[nodiscard]] Result<Content> hand_over(const Asked& asked);
[[nodiscard]] Result<Content> audit(const Asked& asked);

// Directives and units, changed

[[nodiscard]] Result<Content> document_text(const Asked& asked);
[[nodiscard]] Result<Content> read_directive(const Asked& asked);
[[nodiscard]] Result<Content> adopt_directive(const Asked& asked);
[[nodiscard]] Result<Content> bind_target(const Asked& asked);
[[nodiscard]] Result<Content> give_directive(const Asked& asked);
[[nodiscard]] Result<Content> set_goals(const Asked& asked);
[[nodiscard]] Result<Content> rehearse_units(const Asked& asked);
[[nodiscard]] Result<Content> reorganise_units(const Asked& asked);
[[nodiscard]] Result<Content> take_back_units(const Asked& asked);

// Reports

[[nodiscard]] Result<Content> report(const Asked& asked);
[[nodiscard]] Result<Content> save_draft(const Asked& asked);
[[nodiscard]] Result<Content> drop_draft(const Asked& asked);
[[nodiscard]] Result<Content> send_report(const Asked& asked);
[[nodiscard]] Result<Content> return_report(const Asked& asked);
[[nodiscard]] Result<Content> accept_report(const Asked& asked);
[[nodiscard]] Result<Content> send_on(const Asked& asked);
[[nodiscard]] Result<Content> sign_report(const Asked& asked);
[[nodiscard]] Result<Content> reopen_report(const Asked& asked);
/// Errors: `report.not_signed`.
[[nodiscard]] Result<Content> frozen_report(const Asked& asked);

// What is due, and what came

[[nodiscard]] Result<Content> obligations(const Asked& asked);
[[nodiscard]] Result<Content> reports(const Asked& asked);
[[nodiscard]] Result<Content> extend_deadline(const Asked& asked);
[[nodiscard]] Result<Content> remind_late(const Asked& asked);
[[nodiscard]] Result<Content> burden(const Asked& asked);
[[nodiscard]] Result<Content> burden_of_text(const Asked& asked);

/// From `Last-Event-ID` on, or from now on. Errors: those of Feed::open; `param.malformed`.
[[nodiscard]] Result<Content> events(const Asked& asked);

}  // namespace nucong::http

// The one list of error codes. A code is a promise: scripts and translations key on its dotted name, so a
// name is never reused or renamed. Wording lives in catalogue/messages.toml; a test holds the two together.
#pragma once

#include <cstdint>
#include <string_view>

namespace nucong {

/// What the caller can do about a failure. Closed: a new kind changes every boundary (exit status, HTTP).
enum class ErrorKind : std::uint8_t {
  invalid,          ///< the input is wrong: correct it and ask again
  unauthenticated,  ///< say who you are first
  forbidden,        ///< you may not; asking again does not help
  not_found,        ///< the thing named does not exist
  conflict,         ///< somebody was faster: read again, then retry
  precondition,     ///< the state does not allow it yet: change the state first
  exhausted,        ///< a limit was reached: space, size, count
  unavailable,      ///< a neighbour is down: retry later
  corrupt,          ///< stored or received data is damaged
  internal          ///< a defect of ours
};

// X(enumerator, "dotted.name", kind). Grouped by the module that raises it.
#define NUCONG_ERROR_CODES(X)                                            \
  X(date_malformed, "date.malformed", invalid)                           \
  X(date_impossible, "date.impossible", invalid)                         \
  X(period_malformed, "period.malformed", invalid)                       \
  X(period_kind_differs, "period.kind_differs", invalid)                 \
  X(period_reversed, "period.reversed", invalid)                         \
  X(period_too_many, "period.too_many", exhausted)                       \
  X(number_malformed, "number.malformed", invalid)                       \
  X(number_ambiguous, "number.ambiguous", invalid)                       \
  X(number_style_mixed, "number.style_mixed", invalid)                   \
  X(number_too_large, "number.too_large", invalid)                       \
  X(number_too_precise, "number.too_precise", invalid)                   \
  X(text_not_utf8, "text.not_utf8", invalid)                             \
  X(text_encoding_unknown, "text.encoding_unknown", invalid)             \
  X(table_empty, "table.empty", invalid)                                 \
  X(table_column_missing, "table.column_missing", invalid)               \
  X(table_column_unknown, "table.column_unknown", invalid)               \
  X(table_column_twice, "table.column_twice", invalid)                   \
  X(table_row_ragged, "table.row_ragged", invalid)                       \
  X(table_cell_missing, "table.cell_missing", invalid)                   \
  X(table_rejected, "table.rejected", invalid)                           \
  X(csv_quote_open, "csv.quote_open", invalid)                           \
  X(package_truncated, "package.truncated", corrupt)                     \
  X(package_damaged, "package.damaged", corrupt)                         \
  X(package_too_large, "package.too_large", exhausted)                   \
  X(package_encrypted, "package.encrypted", invalid)                     \
  X(package_old_format, "package.old_format", invalid)                   \
  X(xlsx_not_xlsx, "xlsx.not_xlsx", invalid)                             \
  X(xlsx_formula_error, "xlsx.formula_error", invalid)                   \
  X(html_damaged, "html.damaged", corrupt)                               \
  X(pdf_encrypted, "pdf.encrypted", invalid)                             \
  X(pdf_damaged, "pdf.damaged", corrupt)                                 \
  X(pdf_no_text, "pdf.no_text", invalid)                                 \
  X(pdf_too_large, "pdf.too_large", exhausted)                           \
  X(pdf_tool_missing, "pdf.tool_missing", unavailable)                   \
  X(file_missing, "file.missing", not_found)                             \
  X(file_unreadable, "file.unreadable", unavailable)                     \
  X(file_unwritable, "file.unwritable", unavailable)                     \
  X(file_too_large, "file.too_large", exhausted)                         \
  X(file_empty, "file.empty", invalid)                                   \
  X(file_kind_unknown, "file.kind_unknown", invalid)                     \
  X(file_exists, "file.exists", precondition)                            \
  X(unit_unknown, "unit.unknown", not_found)                             \
  X(unit_code_malformed, "unit.code_malformed", invalid)                 \
  X(unit_code_taken, "unit.code_taken", conflict)                        \
  X(unit_name_missing, "unit.name_missing", invalid)                     \
  X(unit_kind_unknown, "unit.kind_unknown", invalid)                     \
  X(unit_parent_missing, "unit.parent_missing", invalid)                 \
  X(unit_parent_closed, "unit.parent_closed", precondition)              \
  X(unit_cycle, "unit.cycle", invalid)                                   \
  X(unit_second_root, "unit.second_root", invalid)                       \
  X(unit_event_unknown, "unit.event_unknown", invalid)                   \
  X(unit_event_incomplete, "unit.event_incomplete", invalid)             \
  X(unit_event_surplus, "unit.event_surplus", invalid)                   \
  X(unit_event_twice, "unit.event_twice", conflict)                      \
  X(unit_not_yet_founded, "unit.not_yet_founded", precondition)          \
  X(unit_closed, "unit.closed", precondition)                            \
  X(unit_into_closed, "unit.into_closed", precondition)                  \
  X(unit_into_itself, "unit.into_itself", invalid)                       \
  X(unit_has_children, "unit.has_children", precondition)                \
  X(unit_root_fixed, "unit.root_fixed", precondition)                    \
  X(unit_interval_empty, "unit.interval_empty", invalid)                 \
  X(unit_shares_over_one, "unit.shares_over_one", invalid)               \
  X(unit_share_malformed, "unit.share_malformed", invalid)               \
  X(unit_history_changed, "unit.history_changed", conflict)              \
  X(unit_undo_impossible, "unit.undo_impossible", precondition)          \
  X(unit_undo_late, "unit.undo_late", precondition)                      \
  X(element_unknown, "element.unknown", not_found)                       \
  X(element_split_unknown, "element.split_unknown", not_found)           \
  X(element_not_whole, "element.not_whole", invalid)                     \
  X(element_negative, "element.negative", invalid)                       \
  X(element_period_kind, "element.period_kind", invalid)                 \
  X(formula_malformed, "formula.malformed", invalid)                     \
  X(formula_type, "formula.type", invalid)                               \
  X(indicator_unknown, "indicator.unknown", not_found)                   \
  X(indicator_unit_differs, "indicator.unit_differs", invalid)           \
  X(catalogue_malformed, "catalogue.malformed", invalid)                 \
  X(directive_unknown, "directive.unknown", not_found)                   \
  X(directive_no_target, "directive.no_target", precondition)            \
  X(directive_adopted, "directive.adopted", conflict)                    \
  X(directive_period_missing, "directive.period_missing", invalid)       \
  X(directive_recipient_outside, "directive.recipient_outside", invalid) \
  X(directive_given_to_all, "directive.given_to_all", precondition)      \
  X(target_unknown, "target.unknown", not_found)                         \
  X(target_weaker, "target.weaker", precondition)                        \
  X(target_none, "target.none", precondition)                            \
  X(target_impossible, "target.impossible", invalid)                     \
  X(target_not_assigned, "target.not_assigned", precondition)            \
  X(form_unknown, "form.unknown", not_found)                             \
  X(form_period_kind, "form.period_kind", invalid)                       \
  X(form_not_ours, "form.not_ours", invalid)                             \
  X(form_not_expected, "form.not_expected", precondition)                \
  X(form_cell_changed, "form.cell_changed", invalid)                     \
  X(report_row_twice, "report.row_twice", invalid)                       \
  X(report_rule_broken, "report.rule_broken", invalid)                   \
  X(report_jump_unexplained, "report.jump_unexplained", invalid)         \
  X(report_period_future, "report.period_future", precondition)          \
  X(report_version_changed, "report.version_changed", conflict)          \
  X(report_empty, "report.empty", invalid)                               \
  X(report_rejected, "report.rejected", invalid)                         \
  X(report_nothing_sent, "report.nothing_sent", precondition)            \
  X(report_not_silent, "report.not_silent", precondition)                \
  X(report_signed, "report.signed", precondition)                        \
  X(report_not_signed, "report.not_signed", precondition)                \
  X(report_returned, "report.returned", precondition)                    \
  X(report_reason_missing, "report.reason_missing", invalid)             \
  X(report_cell_unknown, "report.cell_unknown", invalid)                 \
  X(report_version_moved, "report.version_moved", conflict)              \
  X(report_step_changed, "report.step_changed", conflict)                \
  X(draft_changed, "draft.changed", conflict)                            \
  X(deadline_earlier, "deadline.earlier", invalid)                       \
  X(value_why_of_many, "value.why_of_many", invalid)                     \
  X(account_unknown, "account.unknown", not_found)                       \
  X(account_closed, "account.closed", precondition)                      \
  X(account_name_malformed, "account.name_malformed", invalid)           \
  X(account_name_taken, "account.name_taken", conflict)                  \
  X(account_person_missing, "account.person_missing", invalid)           \
  X(administrator_exists, "administrator.exists", precondition)          \
  X(administrator_last, "administrator.last", precondition)              \
  X(account_itself, "account.itself", forbidden)                         \
  X(passphrase_short, "passphrase.short", invalid)                       \
  X(passphrase_long, "passphrase.long", invalid)                         \
  X(passphrase_is_name, "passphrase.is_name", invalid)                   \
  X(passphrase_common, "passphrase.common", invalid)                     \
  X(passphrase_wrong, "passphrase.wrong", forbidden)                     \
  X(role_unknown, "role.unknown", invalid)                               \
  X(office_term_empty, "office.term_empty", invalid)                     \
  X(office_held, "office.held", conflict)                                \
  X(office_ended, "office.ended", precondition)                          \
  X(office_changed, "office.changed", conflict)                          \
  X(office_to_itself, "office.to_itself", invalid)                       \
  X(scope_exceeded, "scope.exceeded", forbidden)                         \
  X(sign_in_refused, "sign_in.refused", unauthenticated)                 \
  X(sign_in_code_wanted, "sign_in.code_wanted", unauthenticated)         \
  X(sign_in_wait, "sign_in.wait", exhausted)                             \
  X(session_ended, "session.ended", unauthenticated)                     \
  X(identity_not_offered, "identity.not_offered", not_found)             \
  X(identity_unavailable, "identity.unavailable", unavailable)           \
  X(identity_attempt_lost, "identity.attempt_lost", unauthenticated)     \
  X(identity_refused, "identity.refused", unauthenticated)               \
  X(identity_unknown, "identity.unknown", forbidden)                     \
  X(totp_wrong, "totp.wrong", invalid)                                   \
  X(totp_enrolled, "totp.enrolled", precondition)                        \
  X(token_unknown, "token.unknown", not_found)                           \
  X(token_name_missing, "token.name_missing", invalid)                   \
  X(token_name_taken, "token.name_taken", conflict)                      \
  X(token_lifetime, "token.lifetime", invalid)                           \
  X(token_read_only, "token.read_only", forbidden)                       \
  X(link_ended, "link.ended", not_found)                                 \
  X(request_key_taken, "request.key_taken", conflict)                    \
  X(request_under_way, "request.under_way", conflict)                    \
  X(secrets_unavailable, "secrets.unavailable", unavailable)             \
  X(act_unknown, "act.unknown", not_found)                               \
  X(store_url_malformed, "store.url_malformed", invalid)                 \
  X(store_missing, "store.missing", not_found)                           \
  X(store_unreachable, "store.unreachable", unavailable)                 \
  X(store_not_ours, "store.not_ours", invalid)                           \
  X(store_newer, "store.newer", precondition)                            \
  X(store_busy, "store.busy", unavailable)                               \
  X(store_outcome_unknown, "store.outcome_unknown", unavailable)         \
  X(store_full, "store.full", exhausted)                                 \
  X(store_read_only, "store.read_only", precondition)                    \
  X(store_damaged, "store.damaged", corrupt)                             \
  X(store_not_empty, "store.not_empty", precondition)                    \
  X(store_failed, "store.failed", internal)                              \
  X(request_malformed, "request.malformed", invalid)                     \
  X(request_target_malformed, "request.target_malformed", invalid)       \
  X(request_target_too_long, "request.target_too_long", exhausted)       \
  X(request_head_too_large, "request.head_too_large", exhausted)         \
  X(request_body_too_large, "request.body_too_large", exhausted)         \
  X(request_body_malformed, "request.body_malformed", invalid)           \
  X(request_media, "request.media", invalid)                             \
  X(request_cross_site, "request.cross_site", forbidden)                 \
  X(request_too_fast, "request.too_fast", unavailable)                   \
  X(request_too_slow, "request.too_slow", unavailable)                   \
  X(request_too_many, "request.too_many", unavailable)                   \
  X(request_host_foreign, "request.host_foreign", forbidden)             \
  X(request_rejected, "request.rejected", invalid)                       \
  X(param_missing, "param.missing", invalid)                             \
  X(param_unknown, "param.unknown", invalid)                             \
  X(param_twice, "param.twice", invalid)                                 \
  X(param_malformed, "param.malformed", invalid)                         \
  X(route_unknown, "route.unknown", not_found)                           \
  X(route_method, "route.method", invalid)                               \
  X(access_outside_scope, "access.outside_scope", forbidden)             \
  X(access_elsewhere, "access.elsewhere", forbidden)                     \
  X(server_busy, "server.busy", unavailable)                             \
  X(server_not_ready, "server.not_ready", unavailable)                   \
  X(server_address_malformed, "server.address_malformed", invalid)       \
  X(server_address_public, "server.address_public", precondition)        \
  X(server_address_taken, "server.address_taken", unavailable)           \
  X(server_tls_half, "server.tls_half", invalid)                         \
  X(server_tls_unusable, "server.tls_unusable", precondition)            \
  X(server_key_foreign, "server.key_foreign", precondition)              \
  X(settings_malformed, "settings.malformed", invalid)                   \
  X(settings_rejected, "settings.rejected", invalid)                     \
  X(setting_unknown, "setting.unknown", invalid)                         \
  X(setting_malformed, "setting.malformed", invalid)                     \
  X(check_failed, "check.failed", corrupt)                               \
  X(usage, "usage", invalid)                                             \
  X(defect, "defect", internal)

enum class ErrorCode : std::uint16_t {
#define X(id, dotted, kind) id,
  NUCONG_ERROR_CODES(X)
#undef X
};

/// The stable public spelling, e.g. "unit.parent_missing".
[[nodiscard]] std::string_view dotted(ErrorCode code);
[[nodiscard]] ErrorKind kind_of(ErrorCode code);
[[nodiscard]] std::string_view name_of(ErrorKind kind);

}  // namespace nucong

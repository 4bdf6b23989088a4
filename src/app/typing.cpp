#include "app/typing.hpp"

namespace nucong::app {
namespace {

Result<> demand_silent(const WorkPorts& ports, const ReportAt& at) {
  if (at.standing.version == 0) return ok();
  TRY(const auto versions, ports.database.versions(at.unit, at.period));
  if (versions.empty() || versions.back().by.starts_with(typed_for)) return ok();
  return fail(ErrorCode::report_not_silent, {{"unit", at.code}, {"period", at.period.str()}});
}

}  // namespace

Result<std::string> typist(const WorkPorts& ports, const Asker& asker, account::Deed deed,
                           const Present& present, const ReportAt& at) {
  const auto& history = present.nation.history;
  const auto own = demand(asker, deed, at.unit, history);
  const bool for_silent = own.has_error() && own.error().code() == ErrorCode::scope_exceeded &&
                          asker.scope.covers(account::Deed::type_for_silent, at.unit);
  if (own.has_error() && !for_silent) return own.error();
  if (for_silent) {
    TRY(demand(asker, account::Deed::type_for_silent, at.unit, history));
    TRY(demand_silent(ports, at));
  }
  if (at.standing.locked)
    return fail(ErrorCode::report_signed, {{"unit", at.code}, {"period", at.period.str()}});
  return (for_silent ? std::string(typed_for) : std::string()) + name_of(asker);
}

}  // namespace nucong::app

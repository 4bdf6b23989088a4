#include "app/knowledge.hpp"

#include <algorithm>

namespace nucong::app {

bool Knowledge::has_kind(std::string_view code) const {
  return std::ranges::any_of(kinds, [&](const indicator::UnitKind& kind) { return kind.code == code; });
}

const report::Form* Knowledge::form_for(std::string_view unit_kind, PeriodKind period) const {
  const auto found = std::ranges::find_if(
      forms, [&](const report::Form& form) { return form.is_for(unit_kind) && form.is_for(period); });
  return found == forms.end() ? nullptr : &*found;
}

Result<const report::Form*> Knowledge::form(std::string_view code, const Period& period) const {
  std::string codes;
  for (const auto& form : forms) {
    codes += (codes.empty() ? "" : ", ") + form.code;
    if (form.code != code) continue;
    if (form.is_for(period.kind())) return &form;
    return fail(ErrorCode::form_period_kind, {{"form", form.code}, {"period", period.str()}});
  }
  return fail(ErrorCode::form_unknown, {{"form", std::string(code)}, {"forms", codes}});
}

}  // namespace nucong::app

// What the program knows before anybody enters anything: the catalogue and what hangs on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indicator/indicator.hpp"
#include "indicator/kind.hpp"
#include "report/effort.hpp"
#include "report/form.hpp"
#include "report/rule.hpp"
#include "target/framework.hpp"

namespace nucong::app {

/// One version of the catalogue, checked as a whole: every name that is used is defined. In the order of the
/// files. Immutable. Source: catalogue/*.toml.
struct Knowledge {
  std::string version;  ///< "2026.1"
  Date valid_from{};
  indicator::Catalogue catalogue;
  std::vector<indicator::UnitKind> kinds;
  std::vector<report::Form> forms;
  std::vector<report::Rule> rules;
  report::JumpRule jump;
  report::Effort effort;
  std::vector<target::Framework> frameworks;

  [[nodiscard]] const indicator::Elements& elements() const { return catalogue.elements(); }
  [[nodiscard]] bool has_kind(std::string_view code) const;
  /// The first form that is asked of units of that kind for such periods; null if none is.
  [[nodiscard]] const report::Form* form_for(std::string_view unit_kind, PeriodKind period) const;
  /// The form of that code, for a period it is asked for. Errors: `form.unknown` (params `form`, `forms`: the
  /// codes there are), `form.period_kind` (params `form`, `period`).
  [[nodiscard]] Result<const report::Form*> form(std::string_view code, const Period& period) const;
};

}  // namespace nucong::app

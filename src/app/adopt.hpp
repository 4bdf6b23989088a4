// A directive is taken into work: read, bound to indicators, given to a branch.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "target/binding.hpp"

namespace nucong::app {

struct AdoptOrder {
  std::string text;  ///< of the directive, NFC
  std::string file;  ///< the name it came under
  std::string issuer;
  std::optional<Period> period;  ///< none: the year of its first deadline, else of the text
  /// Decisions of a person: number of the target (from 1) → code of an indicator; empty: bind to none.
  std::map<std::size_t, std::string> bindings;
};

/// One target and what it was bound to.
struct Adopted {
  target::Target target;
  std::vector<target::Candidate> candidates;  ///< the most alike first
  bool decided = false;                       ///< by a person, not by likeness
};

struct Adoption {
  std::string directive;  ///< its id; empty in a rehearsal
  Period period;
  std::vector<Adopted> targets;
};

/// Reads the text and keeps it with its targets. A target is bound to the most alike indicator if that is
/// alike enough (target::Binder::sure), or as `bindings` says. It is due on the day that the text names, else
/// on the last day of its deadline's year, else of the period. Errors: `unit.*` for an issuer that does not
/// stand in the period, `directive.no_target` if nothing was found in the text, `directive.period_missing`,
/// `indicator.unknown`, `indicator.unit_differs` (params `target`, `indicator`), `target.unknown` for a
/// binding of a number that is not there, `directive.adopted`.
[[nodiscard]] Result<Adoption> adopt(const Ports& ports, const AdoptOrder& order);

/// Binds a target that was adopted to another indicator. Errors: `target.unknown`, `indicator.unknown`,
/// `indicator.unit_differs`.
[[nodiscard]] Result<> rebind(const Ports& ports, const std::string& target, const std::string& indicator);

/// Goals of units: columns target, unit, value. Each at least as strict as the one above it; the shares of a
/// count may be anything (target::divisions shows what is missing). Errors at their line: `table.*`,
/// `target.*`, `unit.*`, `number.*`. Returns how many were set.
[[nodiscard]] Result<std::size_t> set_goals(const Ports& ports, const Table& table);

}  // namespace nucong::app

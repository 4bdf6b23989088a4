// A directive is taken into work: read, bound to indicators, given to a branch.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "target/binding.hpp"

namespace nucong::app {

/// Where the reading of a target was wrong.
struct Correction {
  bool left_out = false;  ///< it is no target
  std::optional<directive::Comparator> comparator;
  std::optional<Decimal> value;
  std::optional<Date> due;
};

struct AdoptOrder {
  std::string text;  ///< of the directive, NFC
  std::string file;  ///< the name it came under
  std::string issuer;
  std::optional<Period> period;  ///< none: the year of its first deadline, else of the text
  /// Units below the issuer, each with all below it; empty: the issuer's whole branch.
  std::vector<std::string> recipients;
  /// Decisions of a person: number of the target (from 1) → code of an indicator; empty: bind to none.
  std::map<std::size_t, std::string> bindings;
  /// What a person mended in the reading, by number of the target.
  std::map<std::size_t, Correction> corrections;
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

/// The units of those codes, as `adopt` gives a directive to them. Errors: `unit.*`;
/// `directive.recipient_outside` (params `unit`, `issuer`).
[[nodiscard]] Result<std::vector<Slot>> recipients_named(const unit::Tree& tree, Slot issuer,
                                                         const std::vector<std::string>& codes);

/// Reads the text and keeps it with its targets, as one act with `also`. A target is bound to the most alike
/// indicator if that is alike enough (target::Binder::sure), or as `bindings` says. It is due on the day that
/// the text names, else on the last day of its deadline's year, else, or if that is before the period, of the
/// period. Errors: `unit.*` for an issuer that does not stand in the period, `directive.no_target` if nothing
/// was found in the text or all was left out, `directive.period_missing`, `indicator.unknown`,
/// `indicator.unit_differs` (params `target`, `indicator`), `target.unknown` for a binding or correction of a
/// number that is not there, `directive.adopted`; those of recipients_named.
[[nodiscard]] Result<Adoption> adopt(const Ports& ports, const AdoptOrder& order,
                                     const BeforeCommit<Adoption>& also = {});

/// Gives a directive that was given to some units to further ones too, as one act with `also`; how many it
/// has now. Errors: `directive.unknown`; `directive.given_to_all` if the whole branch has it; those of
/// recipients_named.
[[nodiscard]] Result<std::size_t> give_further(const Ports& ports, const std::string& directive,
                                               const std::vector<std::string>& units,
                                               const BeforeCommit<std::size_t>& also = {});

/// Binds a target that was adopted to another indicator, as one act with `also`. Errors: `target.unknown`,
/// `indicator.unknown`, `indicator.unit_differs`.
[[nodiscard]] Result<> rebind(const Ports& ports, const std::string& target, const std::string& indicator,
                              const BeforeCommit<void>& also = {});

}  // namespace nucong::app

// More time to hand a report in, for a unit and all below it.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "report/form.hpp"
#include "unit/tree.hpp"

namespace nucong::report {

/// One deadline that was put off. Never changed; a later one takes its place.
struct Extension {
  Slot unit;         ///< and all below it
  std::string form;  ///< code
  Period period;
  Date due{};                        ///< the last day to hand in
  std::optional<AccountId> account;  ///< who gave it; none from the console
  std::chrono::sys_seconds at{};
  std::string reason;  ///< may be empty

  bool operator==(const Extension&) const = default;
};

/// The due days of one form and period, extensions counted. Of several extensions the one of the nearest unit
/// above holds, even where it is earlier than one further up: whoever is nearer knows more. Of the same unit
/// the one recorded last holds.
class DueDays {
 public:
  /// `tree` says who is below whom: that of the period's last day, so that no later reorganisation moves
  /// anybody's due day. `extensions` in order of recording. O(extensions).
  DueDays(const Form& form, const Period& period, const unit::Tree& tree,
          std::span<const Extension> extensions);

  /// O(depth of the tree) where anything was extended. Of a unit that does not stand in the tree: by the
  /// parent it had before, or was to have first.
  [[nodiscard]] Date of(Slot unit) const;

 private:
  unit::History history_;
  Date day_;
  Date usual_;
  std::unordered_map<Slot, Date> extended_;
};

/// The same for one unit alone.
[[nodiscard]] Date due_for(const Form& form, const Period& period, Slot unit, const unit::Tree& tree,
                           std::span<const Extension> extensions);

/// Errors: `deadline.earlier` (params `due`, `present`) if it would take time away from `present`, the due
/// day so far.
[[nodiscard]] Result<> check_extension(const Extension& extension, Date present);

}  // namespace nucong::report

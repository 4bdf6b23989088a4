// Whether what is stored still makes sense.
#pragma once

#include <string>
#include <vector>

#include "app/ports.hpp"
#include "unit/history.hpp"

namespace nucong::app {

struct Checked {
  std::vector<std::string> faults;  ///< one line each, in English: for whoever repairs
  std::size_t units = 0;
  std::size_t reports = 0;
  std::size_t figures = 0;
  std::size_t targets = 0;
  std::size_t frozen = 0;  ///< texts that were signed
  std::uint64_t audit_entries = 0;
  std::string audit_hash;  ///< of the last entry; to be noted down where the database cannot be written
};

/// The engine's own check; events replay; every figure of every version unpacks, belongs to a unit that
/// was founded by the end of its period, and is not negative (a report of a unit that a late paper closed
/// before the period is no fault: it counts where the lineage leads); every target's quote stands in its
/// text; every target's indicator and every goal's unit exist.
[[nodiscard]] Result<Checked> check(const Ports& ports);

/// The audit log is one unbroken chain (app/audit_log.hpp), and offices are at units and of accounts that
/// there are. Adds to `checked`.
[[nodiscard]] Result<> check_accounts(Reader& reader, const Digest& digest, const unit::History& history,
                                      Checked& checked);

/// Every text that was signed still has its digest, and is of a unit that there is. Adds to `checked`.
[[nodiscard]] Result<> check_frozen(Reader& reader, const Digest& digest, const unit::History& history,
                                    Checked& checked);

}  // namespace nucong::app

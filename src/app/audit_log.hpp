// Reading the audit log, and checking that nobody wrote in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/asker.hpp"

namespace nucong::app {

/// Entries before `before`, the latest first, at most `most` of them: those of units where the asker may see
/// the audit, those of no unit for whoever may see it at the root, and everybody's own.
[[nodiscard]] Result<std::vector<account::AuditEntry>> audit_log(Reader& reader, const Asker& asker,
                                                                 std::uint64_t before, std::size_t most,
                                                                 const unit::History& history);

/// What walking the log found.
struct AuditChecked {
  std::vector<std::string> faults;  ///< one line each, in English: for whoever repairs
  std::uint64_t entries = 0;
  std::string last_hash;  ///< to be noted down elsewhere: a chain without a witness can be rewritten whole
};

/// Every entry follows on the one before and has the hash of its words. After a fault the walk goes on from
/// the entry as it is stored, so that one change is one fault.
[[nodiscard]] Result<AuditChecked> check_audit(Reader& reader, const Digest& digest);

/// Offices are at units that there are and of accounts that there are. A line for each that is not.
[[nodiscard]] Result<std::vector<std::string>> check_offices(Reader& reader, const unit::History& history);

}  // namespace nucong::app

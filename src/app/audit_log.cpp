#include "app/audit_log.hpp"

#include <fmt/format.h>

namespace nucong::app {
namespace {

using account::AuditEntry;

bool may_see(const Asker& asker, const AuditEntry& entry, const unit::History& history) {
  if (asker.means == Means::console) return true;
  if (entry.note.account && entry.note.account == asker.account) return true;
  const auto unit = entry.note.unit ? entry.note.unit : history.root();
  return unit && asker.scope.covers(account::Deed::see_audit, *unit);
}

}  // namespace

Result<std::vector<AuditEntry>> audit_log(Reader& reader, const Asker& asker, std::uint64_t before,
                                          std::size_t most, const unit::History& history) {
  std::vector<AuditEntry> found;
  if (most == 0) return found;
  TRY(reader.latest_audit(before, [&](const AuditEntry& entry) {
    if (may_see(asker, entry, history)) found.push_back(entry);
    return found.size() < most;
  }));
  return found;
}

Result<AuditChecked> check_audit(Reader& reader, const Digest& digest) {
  AuditChecked checked;
  std::uint64_t expected = 0;
  TRY(reader.each_audit(0, [&](const AuditEntry& entry) -> Result<> {
    ++checked.entries;
    ++expected;
    const auto fault = [&](std::string_view what) {
      checked.faults.push_back(fmt::format("audit entry {}: {}", entry.sequence, what));
    };
    if (entry.sequence != expected) fault(fmt::format("entry {} should come here", expected));
    if (entry.previous != checked.last_hash) fault("does not follow on the entry before it");
    if (entry.hash != digest(account::sealed_text(entry.sequence, entry.note, entry.previous)))
      fault("was changed after it was written");
    expected = entry.sequence;
    checked.last_hash = entry.hash;
    return ok();
  }));
  return checked;
}

Result<std::vector<std::string>> check_offices(Reader& reader, const unit::History& history) {
  std::vector<std::string> faults;
  TRY(const auto known, reader.accounts());
  TRY(const auto offices, reader.offices());
  for (const auto& office : offices) {
    if (office.unit.value >= history.size())
      faults.push_back(
          fmt::format("office of account {}: there is no slot {}", office.account.value, office.unit.value));
    if (office.account.value == 0 || office.account.value > known.size())
      faults.push_back(
          fmt::format("office at slot {}: there is no account {}", office.unit.value, office.account.value));
  }
  return faults;
}

}  // namespace nucong::app

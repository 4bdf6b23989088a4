// Who did what: entries that are only ever added, each sealed with the one before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "account/account.hpp"

namespace nucong::account {

/// Something that was done or refused, as told by the use case. Never holds a pass phrase, a token or a link.
struct AuditNote {
  Instant at{};
  std::optional<AccountId> account;  ///< who; none for the console, and for a sign-in under an unknown name
  std::string address;               ///< from where; empty for the console
  std::string deed;                  ///< "sign_in", "account.make", "report.submit", ...
  std::string thing;                 ///< on what: "account 7", "report 12 2026-Q1"; may be empty
  std::optional<Slot> unit;          ///< of which unit, if of one
  std::string summary;               ///< a few words for people; may be empty

  bool operator==(const AuditNote&) const = default;
};

/// The note as it stands in the log.
struct AuditEntry {
  std::uint64_t sequence = 0;  ///< 1, 2, ... without gaps
  AuditNote note;
  std::string previous;  ///< the hash of the entry before; empty for the first
  std::string hash;      ///< of `sealed_text`, as the store's digest writes it

  bool operator==(const AuditEntry&) const = default;
};

/// The bytes whose hash seals an entry: the previous hash and every field, each with its length in front, so
/// that no two entries have the same. Every stored entry rests on it: do not change.
[[nodiscard]] std::string sealed_text(std::uint64_t sequence, const AuditNote& note,
                                      std::string_view previous);

}  // namespace nucong::account

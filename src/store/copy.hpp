// All facts from one database into another, whatever the engines: backup, restore, and the way from a first
// SQLite file to PostgreSQL (decision 0007).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong::store {

/// Copies every row of every table but those of the moment: sessions, one-time links and kept answers. The
/// source is read in one transaction, so the copy is one moment of it; the copy is one act: whole or nothing.
/// The destination is made if it is missing and must hold no facts.
/// Errors: those of `open` for either side; `store.not_empty` (param `url`) for the destination;
/// `store.missing` (param `url`) for a source without any facts.
[[nodiscard]] Result<> copy(std::string_view from_url, std::string_view to_url);

/// A copy in a new SQLite file, which has its name only once it is whole. Errors: as `copy`; `file.exists`;
/// `file.unwritable`.
[[nodiscard]] Result<> backup(std::string_view from_url, const std::string& file);

}  // namespace nucong::store

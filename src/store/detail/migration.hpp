// The schema's versions, and how a database is brought from one to the next.
#pragma once

#include <span>
#include <string_view>

#include "base/result.hpp"
#include "store/detail/connection.hpp"
#include "store/open.hpp"

namespace nucong::store {

/// The version is the place in the list, from 1.
using Migrations = std::span<const std::string_view>;

/// Those that this program carries (db/migrations).
[[nodiscard]] std::span<const std::string_view> known_migrations();

/// Makes sure that the database is ours and has the schema of the last of `migrations`; one act. Errors:
/// `store.missing`, `store.not_ours`, `store.newer`.
/// Throws SqlError.
[[nodiscard]] Result<> bring_up_to_date(Connection& connection, OpenMode mode, Migrations migrations);

}  // namespace nucong::store

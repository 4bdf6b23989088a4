// Opens a database by its address and brings its schema up to date.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "app/database.hpp"
#include "base/result.hpp"

namespace nucong::store {

enum class OpenMode : std::uint8_t {
  create_if_missing,  ///< makes the SQLite file, and the tables in a file or PostgreSQL database without any
  must_exist          ///< a file or database without our tables is `store.missing`
};

/// `url` is "sqlite:PATH", "postgresql://..." or "postgres://...". A PostgreSQL database itself is never
/// made, only its tables. An older schema is brought up to date, all of it or nothing. "sqlite::memory:" is a
/// database that is gone with the object. `digest` seals the audit log: the same for everybody who ever opens
/// the database (Secrets::digest).
///
/// Several of these, also in other processes, may have the same database open. A writer waits five seconds
/// for another one, then gives up with `store.busy`. A lost connection fails the calls that were under way
/// with `store.unreachable`; the next call connects anew.
///
/// Errors, each with param `url` (without user name and password): `store.url_malformed`; `store.missing`;
/// `store.not_ours` (param `file` too: not a database, or the tables of others); `store.newer` (params
/// `found`, `known`: nothing was touched); `store.read_only` (also a file that may be read only);
/// `store.unreachable`, `store.damaged`, `store.failed` (param `detail` too, as the engine says it);
/// `store.busy`; `store.full`.
[[nodiscard]] Result<std::unique_ptr<app::Database>> open(std::string_view url, OpenMode mode,
                                                          app::Digest digest);

}  // namespace nucong::store

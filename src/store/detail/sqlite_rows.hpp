// Rows in and out of SQLite by its own interface: SOCI reads at half its speed.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include <soci/sqlite3/soci-sqlite3.h>

#include "store/detail/engine.hpp"

namespace nucong::store {

using SqliteConnection = sqlite_api::sqlite3;

/// Throws soci::sqlite3_soci_error with the connection's last error unless `status` is SQLITE_OK.
void check_sqlite(SqliteConnection* connection, int status);

void each_sqlite_row(SqliteConnection* connection, std::string_view sql, std::span<const Value> values,
                     const std::function<bool(const Row&)>& visit);

[[nodiscard]] std::unique_ptr<RowSink> insert_into_sqlite(SqliteConnection* connection,
                                                          std::string_view table, std::string_view columns);

}  // namespace nucong::store

// A file, or memory, by SQLite.
#pragma once

#include "store/detail/connection.hpp"
#include "store/open.hpp"

namespace nucong::store {

/// Opens the file; its schema is not looked at. ":memory:" is a database that is gone with the connection.
/// Errors: those of store::open that are about the file.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, const std::string& url,
                                                              OpenMode mode);

}  // namespace nucong::store

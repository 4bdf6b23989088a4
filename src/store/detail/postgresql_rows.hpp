// Rows in and out of PostgreSQL by libpq's COPY. SOCI asks the server once a row inwards and holds the whole
// answer outwards; a cursor has the server keep and copy each stretch before it sends it, while we wait.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include <libpq-fe.h>

#include "store/detail/engine.hpp"

namespace nucong::store {

void each_postgresql_row(PGconn* connection, std::string_view sql, std::span<const Value> values,
                         const std::function<bool(const Row&)>& visit);

[[nodiscard]] std::unique_ptr<RowSink> copy_into_postgresql(PGconn* connection, std::string_view table,
                                                            std::string_view columns);

}  // namespace nucong::store

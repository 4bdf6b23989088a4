// Many rows in and out of PostgreSQL, by COPY.
#pragma once

#include "store/detail/postgresql_answer.hpp"

namespace nucong::store {

/// As Connection::stream_rows. Throws SqlError, as what follows does.
void stream_postgresql_rows(PGconn* connection, const std::string& url, std::string_view sql, Values values,
                            const RowVisit& visit);

[[nodiscard]] std::unique_ptr<RowSink> copy_into_postgresql(PGconn* connection, const std::string& url,
                                                            std::string_view table, std::string_view columns);

}  // namespace nucong::store

#include "store/detail/connection.hpp"

#include <fmt/format.h>

namespace nucong::store {

std::int64_t Connection::number(std::string_view sql, std::initializer_list<Value> values) {
  std::int64_t found = 0;
  each_row(sql, Values(values.begin(), values.size()), [&](const Row& row) {
    found = row.integer(0);
    return false;
  });
  return found;
}

bool Connection::any(std::string_view sql, std::initializer_list<Value> values) {
  bool found = false;
  each_row(sql, Values(values.begin(), values.size()), [&](const Row&) {
    found = true;
    return false;
  });
  return found;
}

std::string Connection::insert_statement(std::string_view table, std::string_view columns,
                                         std::size_t cells) {
  std::string sql = fmt::format("INSERT INTO {} ({}) VALUES ($1", table, columns);
  for (std::size_t i = 2; i <= cells; ++i) fmt::format_to(std::back_inserter(sql), ", ${}", i);
  return sql + ")";
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  try {
    switch (kind) {
      case Kind::read:
        connection_.begin_read();
        break;
      case Kind::write:
        connection_.begin_write();
        break;
      case Kind::act:
        connection_.begin_act();
        break;
    }
  } catch (const SqlError&) {
    // PostgreSQL waits for its turn inside the transaction; having waited in vain it is still in there.
    connection_.rollback();
    throw;
  }
}

Transaction::~Transaction() {
  if (open_) connection_.rollback();
}

void Transaction::commit() {
  connection_.commit();
  open_ = false;
}

}  // namespace nucong::store

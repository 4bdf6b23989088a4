// Statements of SQLite, kept prepared for when they come again.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sqlite3.h>

#include "store/detail/connection.hpp"

namespace nucong::store {

/// Throws the connection's last error unless `status` is SQLITE_OK; set by the connection that owns the
/// statement.
using SqliteCheck = std::function<void(int status)>;

/// One prepared statement, with the places of its parameters.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* connection, std::string_view sql, const SqliteCheck& check);
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() { sqlite3_finalize(statement_); }

  /// The bytes of texts are not copied: they must stay until `reset`.
  void bind(Values values);
  /// True for a row, false at the end.
  [[nodiscard]] bool step();
  /// Lets go of what it reads, so that it stands in the way of no commit.
  void reset() noexcept { sqlite3_reset(statement_); }

  [[nodiscard]] sqlite3_stmt* get() const { return statement_; }

 private:
  [[nodiscard]] int place(std::size_t number);

  const SqliteCheck& check_;
  sqlite3_stmt* statement_ = nullptr;
  std::vector<int> places_;  // of $1, $2, ...; 0 where the statement has none
};

/// Statements by their text.
class SqliteStatements {
 public:
  SqliteStatements(sqlite3* connection, SqliteCheck check)
      : connection_(connection), check_(std::move(check)) {}

  /// Runs it to the end, or until `visit` says no.
  void run(std::string_view sql, Values values, const RowVisit& visit);
  /// For one that is run for many rows.
  [[nodiscard]] std::unique_ptr<SqliteStatement> prepare(std::string_view sql) const {
    return std::make_unique<SqliteStatement>(connection_, sql, check_);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  sqlite3* connection_;
  SqliteCheck check_;
  // One that is being run is not in here: a visit may come to the same text again.
  std::unordered_map<std::string, std::unique_ptr<SqliteStatement>, Hash, std::equal_to<>> idle_;
};

}  // namespace nucong::store

#include "store/detail/sqlite_rows.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace nucong::store {
namespace {

using sqlite_api::sqlite3_stmt;

class Statement {
 public:
  Statement(SqliteConnection* connection, std::string_view sql) : connection_(connection) {
    check_sqlite(connection_,
                 sqlite_api::sqlite3_prepare_v2(connection_, sql.data(), static_cast<int>(sql.size()),
                                                &statement_, nullptr));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite_api::sqlite3_finalize(statement_); }

  void bind_null(int at) { check(sqlite_api::sqlite3_bind_null(statement_, at)); }
  void bind(int at, std::int64_t number) { check(sqlite_api::sqlite3_bind_int64(statement_, at, number)); }
  // The bytes are not copied. An empty view may point nowhere, which SQLite would take for null.
  void bind(int at, std::string_view text) {
    const char* bytes = text.empty() ? "" : text.data();
    check(sqlite_api::sqlite3_bind_text64(statement_, at, bytes, text.size(), nullptr, SQLITE_UTF8));
  }

  // True for a row, false at the end.
  bool step() {
    const int status = sqlite_api::sqlite3_step(statement_);
    if (status == SQLITE_ROW) return true;
    if (status != SQLITE_DONE) check(status);
    return false;
  }
  void reset() { check(sqlite_api::sqlite3_reset(statement_)); }

  [[nodiscard]] sqlite3_stmt* get() const { return statement_; }

 private:
  void check(int status) { check_sqlite(connection_, status); }

  SqliteConnection* connection_;
  sqlite3_stmt* statement_ = nullptr;
};

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(const Statement& statement) : statement_(statement) {}

  [[nodiscard]] bool is_null(int column) const override {
    return sqlite_api::sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite_api::sqlite3_column_int64(statement_.get(), column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* bytes = sqlite_api::sqlite3_column_text(statement_.get(), column);
    const int size = sqlite_api::sqlite3_column_bytes(statement_.get(), column);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
  }

 private:
  const Statement& statement_;
};

std::string insert_statement(std::string_view table, std::string_view columns) {
  std::string marks = "?";
  for (auto commas = std::ranges::count(columns, ','); commas > 0; --commas) marks += ",?";
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, columns, marks);
}

class SqliteSink final : public RowSink {
 public:
  SqliteSink(SqliteConnection* connection, std::string_view table, std::string_view columns)
      : statement_(connection, insert_statement(table, columns)) {}

  // Each row was inserted as it ended.
  void finish() override {}

 private:
  void null() override { statement_.bind_null(++cell_); }
  void integer(std::int64_t number) override { statement_.bind(++cell_, number); }
  void text(std::string_view text) override { statement_.bind(++cell_, text); }
  void end_row() override {
    statement_.step();
    statement_.reset();
    cell_ = 0;
  }

  Statement statement_;
  int cell_ = 0;
};

}  // namespace

void check_sqlite(SqliteConnection* connection, int status) {
  if (status != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection), status);
}

void each_sqlite_row(SqliteConnection* connection, std::string_view sql, std::span<const Value> values,
                     const std::function<bool(const Row&)>& visit) {
  Statement statement(connection, sql);
  int at = 0;
  for (const Value& value : values) {
    ++at;
    std::visit([&](auto plain) { statement.bind(at, plain); }, value);
  }
  const SqliteRow row(statement);
  while (statement.step() && visit(row)) continue;
}

std::unique_ptr<RowSink> insert_into_sqlite(SqliteConnection* connection, std::string_view table,
                                            std::string_view columns) {
  return std::make_unique<SqliteSink>(connection, table, columns);
}

}  // namespace nucong::store

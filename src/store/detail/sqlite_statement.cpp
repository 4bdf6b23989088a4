#include "store/detail/sqlite_statement.hpp"

#include <algorithm>
#include <utility>

namespace nucong::store {
namespace {

/// A text that is longer was made for one occasion.
constexpr std::size_t kept_text_max = 2000;
constexpr std::size_t kept_max = 200;

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

  [[nodiscard]] bool is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* bytes = sqlite3_column_text(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
  }

 private:
  sqlite3_stmt* statement_;
};

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql, const SqliteCheck& check)
    : check_(check) {
  check_(sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                            &statement_, nullptr));
}

int SqliteStatement::place(std::size_t number) {
  while (places_.size() < number)
    places_.push_back(
        sqlite3_bind_parameter_index(statement_, ("$" + std::to_string(places_.size() + 1)).c_str()));
  return places_[number - 1];
}

void SqliteStatement::bind(Values values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int at = place(i + 1);
    const auto& content = values[i].content();
    if (const auto* number = std::get_if<std::int64_t>(&content)) {
      check_(sqlite3_bind_int64(statement_, at, *number));
    } else if (const auto* text = std::get_if<std::string_view>(&content)) {
      // An empty view may point nowhere, which SQLite would take for null.
      const char* bytes = text->empty() ? "" : text->data();
      check_(sqlite3_bind_text64(statement_, at, bytes, text->size(), SQLITE_STATIC, SQLITE_UTF8));
    } else {
      check_(sqlite3_bind_null(statement_, at));
    }
  }
}

bool SqliteStatement::step() {
  const int status = sqlite3_step(statement_);
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) check_(status);
  return false;
}

void SqliteStatements::run(std::string_view sql, Values values, const RowVisit& visit) {
  std::unique_ptr<SqliteStatement> statement;
  if (const auto at = idle_.find(sql); at != idle_.end()) {
    statement = std::move(at->second);
    idle_.erase(at);
  } else {
    statement = prepare(sql);
  }
  statement->bind(values);
  const SqliteRow row(statement->get());
  // One that throws is finalized with its owner, and so reads nothing any more.
  while (statement->step() && visit(row)) continue;
  statement->reset();
  if (sql.size() > kept_text_max) return;
  if (idle_.size() >= kept_max) idle_.clear();
  idle_.insert_or_assign(std::string(sql), std::move(statement));
}

}  // namespace nucong::store

#include "store/detail/sqlite_connection.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include <sqlite3.h>

#include "store/detail/sqlite_statement.hpp"

namespace nucong::store {
namespace {

constexpr std::string_view in_memory = ":memory:";

// A file that begins like this was an SQLite database once, whatever became of it.
constexpr std::string_view magic{"SQLite format 3\0", 16};

bool begins_as_database(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string begin(magic.size(), ' ');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return file.gcount() == static_cast<std::streamsize>(magic.size()) && begin == magic;
}

int last_system_error(sqlite3_file* file) {
  int error = 0;
  if (file != nullptr && file->pMethods != nullptr)
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
  return error;
}

// SQLite itself tells only ENOSPC apart. A file size limit and a quota are a full disk to whoever meets them.
bool is_out_of_space(sqlite3* connection) {
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection, "main", which, &file);
    const int error = last_system_error(file);
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) return true;
  }
  return false;
}

// SQLite's own wait looks again after ever longer pauses, and a writer that comes often would starve the
// others.
int wait_for_writer(void*, int looked) {
  constexpr int pause_ms = 1;
  if (looked * pause_ms >= wait_for_writer_ms) return 0;
  sqlite3_sleep(pause_ms);
  return 1;
}

class SqliteSink final : public RowSink {
 public:
  explicit SqliteSink(std::unique_ptr<SqliteStatement> statement) : statement_(std::move(statement)) {}

  using RowSink::row;
  void row(Values cells) override {
    statement_->bind(cells);
    (void)statement_->step();
    statement_->reset();
  }
  // Each row was inserted as it came.
  void finish() override {}

 private:
  std::unique_ptr<SqliteStatement> statement_;
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(std::string path, std::string url) : Connection(std::move(url)), path_(std::move(path)) {}
  ~SqliteConnection() override { close(); }

  void connect(int flags) {
    const int status = sqlite3_open_v2(path_.c_str(), &connection_, flags, nullptr);
    if (status != SQLITE_OK) {
      SqlError refusal(error_of(status));
      close();
      throw refusal;
    }
    statements_.emplace(connection_, [this](int made) { check(made); });
    sqlite3_extended_result_codes(connection_, 1);
    sqlite3_busy_handler(connection_, wait_for_writer, nullptr);
    for (const std::string_view setting :
         {"PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL", "PRAGMA temp_store = MEMORY",
          "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4000"})
      execute(setting);
  }
  [[nodiscard]] bool is_read_only() const { return sqlite3_db_readonly(connection_, "main") == 1; }

  void ensure_connected() override {}
  void begin_read() override { execute("BEGIN"); }
  void begin_write() override { execute("BEGIN IMMEDIATE"); }
  // One process writes at a time, whatever it writes.
  void begin_act() override { begin_write(); }
  void commit() override;
  void rollback() noexcept override {
    // It may have rolled back by itself: the disk was full.
    if (sqlite3_get_autocommit(connection_) == 0)
      sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
  }

  void execute(std::string_view sql, Values values = {}) override {
    statements_->run(sql, values, [](const Row&) { return true; });
  }
  void each_row(std::string_view sql, Values values, const RowVisit& visit) override {
    statements_->run(sql, values, visit);
  }
  void stream_rows(std::string_view sql, Values values, const RowVisit& visit) override {
    statements_->run(sql, values, visit);
  }
  std::unique_ptr<RowSink> insert(std::string_view table, std::string_view columns) override;

  std::vector<std::string> columns() override {
    return lines(
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = "
        "'table'");
  }
  std::int64_t clock() override { return number("SELECT CAST(strftime('%s', 'now') AS INTEGER)"); }
  void settle() override;
  std::vector<std::string> integrity() override {
    auto found = lines("PRAGMA integrity_check");
    if (found == std::vector<std::string>{"ok"}) found.clear();
    return found;
  }

 private:
  [[nodiscard]] Error error_of(int status) const;
  void check(int status) const {
    if (status != SQLITE_OK) throw SqlError(error_of(status));
  }
  void close() {
    statements_.reset();
    sqlite3_close(connection_);
    connection_ = nullptr;
  }

  std::vector<std::string> lines(std::string_view sql) {
    std::vector<std::string> found;
    each_row(sql, {}, [&](const Row& row) {
      found.push_back(row.string(0));
      return true;
    });
    return found;
  }

  std::string path_;
  sqlite3* connection_ = nullptr;
  std::optional<SqliteStatements> statements_;
};

// A commit that found no room wrote no commit record, and is taken back for certain. What else goes wrong may
// go wrong after the record was written.
void SqliteConnection::commit() {
  try {
    execute("COMMIT");
  } catch (const SqlError& refusal) {
    const auto code = refusal.error().code();
    if (code == ErrorCode::store_full || code == ErrorCode::store_busy) throw;
    throw CommitOutcomeUnknown(refusal.error());
  }
}

std::unique_ptr<RowSink> SqliteConnection::insert(std::string_view table, std::string_view columns) {
  const auto commas = static_cast<std::size_t>(std::ranges::count(columns, ','));
  return std::make_unique<SqliteSink>(statements_->prepare(insert_statement(table, columns, commas + 1)));
}

// Readers and the writer do not wait for each other. The mode is kept in the file. While another process
// makes the same file, the change is refused at once, without a wait: waited for here.
void SqliteConnection::settle() {
  if (path_ == in_memory) return;
  constexpr int pause_ms = 20;
  for (int waited_ms = 0;; waited_ms += pause_ms) {
    try {
      if (lines("PRAGMA journal_mode = WAL") == std::vector<std::string>{"wal"}) return;
      throw SqlError(fail(ErrorCode::store_failed,
                          {{"url", url()}, {"detail", "this file system does not carry a write-ahead log"}}));
    } catch (const SqlError& refusal) {
      if (refusal.error().code() != ErrorCode::store_busy || waited_ms >= wait_for_writer_ms) throw;
    }
    sqlite3_sleep(pause_ms);
  }
}

Error SqliteConnection::error_of(int status) const {
  const std::vector<ErrorParam> where = {{"url", url()}};
  const std::vector<ErrorParam> detailed = {{"url", url()}, {"detail", sqlite3_errmsg(connection_)}};
  switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::store_busy, where);
    case SQLITE_FULL:
      return fail(ErrorCode::store_full, where);
    case SQLITE_IOERR:
      if (is_out_of_space(connection_)) return fail(ErrorCode::store_full, where);
      return fail(ErrorCode::store_failed, detailed);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return fail(ErrorCode::store_read_only, where);
    case SQLITE_CORRUPT:
      return fail(ErrorCode::store_damaged, detailed);
    case SQLITE_NOTADB:
      if (begins_as_database(path_)) return fail(ErrorCode::store_damaged, detailed);
      return fail(ErrorCode::store_not_ours, {{"url", url()}, {"file", path_}});
    case SQLITE_CANTOPEN:
      return fail(ErrorCode::store_unreachable, detailed);
    default:
      return fail(ErrorCode::store_failed, detailed);
  }
}

}  // namespace

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, const std::string& url,
                                                OpenMode mode) {
  std::error_code ignored;
  if (mode == OpenMode::must_exist && path != in_memory && !std::filesystem::exists(path, ignored))
    return fail(ErrorCode::store_missing, {{"url", url}});
  auto connection = std::make_unique<SqliteConnection>(path, url);
  try {
    // One thread at a time: SQLite need not lock for every cell.
    connection->connect(SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                        (mode == OpenMode::create_if_missing ? SQLITE_OPEN_CREATE : 0));
    if (connection->is_read_only()) return fail(ErrorCode::store_read_only, {{"url", url}});
  } catch (const SqlError& refusal) {
    return refusal.error();
  }
  return Result<std::unique_ptr<Connection>>(std::move(connection));
}

}  // namespace nucong::store

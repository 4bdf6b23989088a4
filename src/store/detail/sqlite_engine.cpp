#include "store/detail/sqlite_engine.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/sqlite_rows.hpp"

namespace nucong::store {
namespace {

namespace api = sqlite_api;

// A file that begins like this was an SQLite database once, whatever became of it.
constexpr std::string_view magic{"SQLite format 3\0", 16};

bool begins_as_database(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string begin(magic.size(), ' ');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return file.gcount() == static_cast<std::streamsize>(magic.size()) && begin == magic;
}

int last_system_error(api::sqlite3_file* file) {
  int error = 0;
  if (file != nullptr && file->pMethods != nullptr)
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
  return error;
}

// SQLite itself tells only ENOSPC apart. A file size limit and a quota are a full disk to whoever meets them.
bool is_out_of_space(SqliteConnection* connection) {
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    api::sqlite3_file* file = nullptr;
    api::sqlite3_file_control(connection, "main", which, &file);
    const int error = last_system_error(file);
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) return true;
  }
  return false;
}

// The one of this process for the file, however its path is written.
std::shared_ptr<WriterGate> gate_of(const std::string& path) {
  static std::mutex mutex;
  static std::map<std::filesystem::path, std::weak_ptr<WriterGate>> gates;
  std::error_code unknown;
  auto whole = std::filesystem::weakly_canonical(path, unknown);
  const std::lock_guard lock(mutex);
  auto& known = gates[unknown ? std::filesystem::path(path) : std::move(whole)];
  auto gate = known.lock();
  if (!gate) known = gate = std::make_shared<WriterGate>();
  return gate;
}

class SqliteEngine final : public Engine {
 public:
  SqliteEngine(std::string path, std::string url)
      : Engine(std::move(url)), path_(std::move(path)), writers_(gate_of(path_)) {}

  // SOCI's own way of opening makes missing files and cuts paths at blanks: it opens a database in memory,
  // and its connection is replaced.
  void connect(int flags) {
    SqliteConnection* opened = nullptr;
    const int status = api::sqlite3_open_v2(path_.c_str(), &opened, flags, nullptr);
    if (status != SQLITE_OK) {
      const std::string message = api::sqlite3_errmsg(opened);
      api::sqlite3_close(opened);
      throw soci::sqlite3_soci_error(message, status);
    }
    auto*& connection = static_cast<soci::sqlite3_session_backend*>(session_.get_backend())->conn_;
    api::sqlite3_close(connection);
    connection = opened;
    api::sqlite3_extended_result_codes(connection, 1);
    api::sqlite3_busy_timeout(connection, wait_for_writer_ms);
    session_ << "PRAGMA foreign_keys = ON";
    session_ << "PRAGMA synchronous = FULL";
    session_ << "PRAGMA temp_store = MEMORY";
    session_ << "PRAGMA cache_size = -65536";
  }

  [[nodiscard]] bool is_read_only() const { return api::sqlite3_db_readonly(connection(), "main") == 1; }

  soci::session& session() override { return session_; }
  [[nodiscard]] Error translate(const soci::soci_error& error) const override;

  [[nodiscard]] std::shared_ptr<WriterGate> writers() override { return writers_; }
  void ensure_connected() override {}
  void begin_read() override { session_ << "BEGIN"; }
  void begin_act() override { session_ << "BEGIN IMMEDIATE"; }

  std::vector<std::string> columns() override {
    return lines(
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = "
        "'table'");
  }

  // Readers and the writer do not wait for each other. The mode is kept in the file. While another process
  // makes the same file, the change is refused at once, without SQLite's own wait: waited for here.
  void settle() override {
    constexpr int pause_ms = 20;
    for (int waited_ms = 0;; waited_ms += pause_ms) {
      try {
        if (lines("PRAGMA journal_mode = WAL") == std::vector<std::string>{"wal"}) return;
        throw soci::sqlite3_soci_error("this file system does not carry a write-ahead log", SQLITE_ERROR);
      } catch (const soci::sqlite3_soci_error& error) {
        if ((error.result() & 0xff) != SQLITE_BUSY || waited_ms >= wait_for_writer_ms) throw;
      }
      api::sqlite3_sleep(pause_ms);
    }
  }

  void each_row(std::string_view sql, std::span<const Value> values,
                const std::function<bool(const Row&)>& visit) override {
    each_sqlite_row(connection(), sql, values, visit);
  }
  std::unique_ptr<RowSink> insert(std::string_view table, std::string_view columns) override {
    return insert_into_sqlite(connection(), table, columns);
  }
  std::vector<std::string> integrity() override {
    auto found = lines("PRAGMA integrity_check");
    if (found == std::vector<std::string>{"ok"}) found.clear();
    return found;
  }

 private:
  [[nodiscard]] SqliteConnection* connection() const {
    return static_cast<const soci::sqlite3_session_backend*>(session_.get_backend())->conn_;
  }

  std::vector<std::string> lines(std::string_view sql) {
    std::vector<std::string> found;
    each_sqlite_row(connection(), sql, {}, [&](const Row& row) {
      found.push_back(row.string(0));
      return true;
    });
    return found;
  }

  std::string path_;
  const std::shared_ptr<WriterGate> writers_;
  mutable soci::session session_{soci::sqlite3, "dbname=:memory:"};
};

Error SqliteEngine::translate(const soci::soci_error& error) const {
  const auto* ours = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  const int status = ours == nullptr ? SQLITE_ERROR : ours->result() & 0xff;
  const std::vector<ErrorParam> where = {{"url", url()}};
  const std::vector<ErrorParam> detailed = {{"url", url()}, {"detail", error.get_error_message()}};
  switch (status) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::store_busy, where);
    case SQLITE_FULL:
      return fail(ErrorCode::store_full, where);
    case SQLITE_IOERR:
      if (is_out_of_space(connection())) return fail(ErrorCode::store_full, where);
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

Result<std::unique_ptr<Engine>> open_sqlite(const std::string& path, const std::string& url, OpenMode mode) {
  std::error_code ignored;
  if (mode == OpenMode::must_exist && !std::filesystem::exists(path, ignored))
    return fail(ErrorCode::store_missing, {{"url", url}});
  auto engine = std::make_unique<SqliteEngine>(path, url);
  try {
    // One thread at a time: SQLite need not lock for every cell.
    engine->connect(SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                    (mode == OpenMode::create_if_missing ? SQLITE_OPEN_CREATE : 0));
    if (engine->is_read_only()) return fail(ErrorCode::store_read_only, {{"url", url}});
  } catch (const soci::soci_error& error) {
    return engine->translate(error);
  }
  return Result<std::unique_ptr<Engine>>(std::move(engine));
}

}  // namespace nucong::store

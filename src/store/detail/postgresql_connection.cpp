#include "store/detail/postgresql_connection.hpp"

#include <charconv>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <poll.h>

#include "store/detail/postgresql_copy.hpp"
#include "store/detail/postgresql_pipeline.hpp"

namespace nucong::store {
namespace {

// Any number that others in the same database will not take: "nucong" in ASCII.
constexpr std::int64_t act_lock = 0x6e75636f6e67;

// Where acts are announced; a channel is its database's own.
constexpr const char* channel = "nucong_act";

constexpr std::string_view database_unknown = "3D000";

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using OwnedConnection = std::unique_ptr<PGconn, Finish>;

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

std::string quoted(std::string_view value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

// As pairs of keyword and value; empty if the address cannot be read.
std::string connection_parameters(const std::string& address) {
  const std::unique_ptr<PQconninfoOption, FreeOptions> parsed(PQconninfoParse(address.c_str(), nullptr));
  if (parsed == nullptr) return {};
  std::string parameters = "application_name=nucong connect_timeout=10 client_encoding=UTF8";
  // libpq prints what the server remarks ("terminating connection due to immediate shutdown") on the
  // program's error output, beside the one error that is told; while it connects there is no other way to
  // stop that.
  std::string options = "-cclient_min_messages=error";
  for (const auto* option = parsed.get(); option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    if (option->val == nullptr || keyword == "client_encoding") continue;
    if (keyword == "options")
      options += fmt::format(" {}", option->val);
    else
      parameters += fmt::format(" {}={}", keyword, quoted(option->val));
  }
  return parameters + fmt::format(" options={}", quoted(options));
}

// Why no connection could be made: PQconnectdb tells only in prose.
ErrorCode why_refused(const std::string& parameters) {
  const OwnedConnection connection(PQconnectStart(parameters.c_str()));
  PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
  auto status = PGRES_POLLING_WRITING;
  while (status == PGRES_POLLING_WRITING || status == PGRES_POLLING_READING) {
    pollfd socket{PQsocket(connection.get()),
                  static_cast<short>(status == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    if (socket.fd < 0 || ::poll(&socket, 1, wait_for_writer_ms) <= 0) break;
    status = PQconnectPoll(connection.get());
  }
  // "... failed: FATAL:  3D000"
  const std::string_view message = PQerrorMessage(connection.get());
  return message.find(database_unknown) == std::string_view::npos ? ErrorCode::store_unreachable
                                                                  : ErrorCode::store_missing;
}

void silence(PGconn* connection) {
  PQsetNoticeProcessor(
      connection, [](void*, const char*) {}, nullptr);
}

class AnswerRow final : public Row {
 public:
  AnswerRow(const PGresult* answer, int row) : answer_(answer), row_(row) {}

  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(answer_, row_, column) == 1; }
  [[nodiscard]] std::string_view text(int column) const override {
    return {PQgetvalue(answer_, row_, column), static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    const std::string_view digits = text(column);
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

 private:
  const PGresult* answer_;
  int row_;
};

class PostgresqlConnection final : public Connection {
 public:
  PostgresqlConnection(OwnedConnection connection, std::string url)
      : Connection(std::move(url)), connection_(std::move(connection)) {
    set_up();
  }

  void ensure_connected() override {
    if (is_set_up_ && PQstatus(connection_.get()) == CONNECTION_OK) return;
    is_set_up_ = false;
    PQreset(connection_.get());
    if (PQstatus(connection_.get()) != CONNECTION_OK)
      throw SqlError(refusal_of(connection_.get(), nullptr, url()));
    set_up();
  }
  void begin_read() override { begin("REPEATABLE READ READ ONLY"); }
  void begin_write() override { begin("READ COMMITTED"); }

  // One act after the other, so that sequences become visible in their order and nobody who follows them
  // skips one that commits late.
  void begin_act() override {
    begin_write();
    execute(fmt::format("SELECT pg_advisory_xact_lock({})", act_lock));
    pipeline_.receive();
  }
  void commit() override {
    execute("COMMIT");
    pipeline_.receive_commit();
  }
  void rollback() noexcept override {
    try {
      pipeline_.receive();
    } catch (const SqlError&) {
      // What waited was refused or is lost: it is given up all the same.
    }
    try {
      execute("ROLLBACK");
      pipeline_.receive();
    } catch (const SqlError&) {
      // The connection is lost, and the server rolls back by itself.
      is_set_up_ = false;
    }
  }
  void announce_act() override { execute(fmt::format("NOTIFY {}", channel)); }

  void execute(std::string_view sql, Values values = {}) override { pipeline_.send(sql, values); }
  void each_row(std::string_view sql, Values values, const RowVisit& visit) override {
    pipeline_.send(sql, values);
    const Answer answer = pipeline_.receive();
    const int count = PQntuples(answer.get());
    for (int row = 0; row < count && visit(AnswerRow(answer.get(), row)); ++row) continue;
  }
  void stream_rows(std::string_view sql, Values values, const RowVisit& visit) override {
    pipeline_.leave();
    stream_postgresql_rows(connection_.get(), url(), sql, values, visit);
  }
  std::unique_ptr<RowSink> insert(std::string_view table, std::string_view columns) override {
    pipeline_.leave();
    return copy_into_postgresql(connection_.get(), url(), table, columns);
  }

  std::vector<std::string> columns() override {
    std::vector<std::string> found;
    each_row(
        "SELECT table_name || '.' || column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema()",
        {}, [&](const Row& row) {
          found.push_back(row.string(0));
          return true;
        });
    return found;
  }
  std::int64_t clock() override {
    return number("SELECT CAST(extract(epoch FROM clock_timestamp()) AS BIGINT)");
  }
  void settle() override {}
  // PostgreSQL checks its pages as it reads them, where they carry checksums.
  std::vector<std::string> integrity() override { return {}; }

 private:
  void begin(std::string_view level) {
    pipeline_.forget_refused();
    execute(fmt::format("BEGIN ISOLATION LEVEL {}", level));
  }
  void set_up() {
    silence(connection_.get());
    pipeline_.reset(connection_.get(), url());
    execute(fmt::format("SET lock_timeout = {}", wait_for_writer_ms));
    // One that holds the lock of acts and was stopped must not bar all others.
    execute("SET idle_in_transaction_session_timeout = '1min'");
    // An acknowledged act is durable, whatever the server's default. Settings that promise more are left
    // alone.
    execute(
        "SELECT set_config('synchronous_commit', 'on', false) "
        "WHERE current_setting('synchronous_commit') = 'off'");
    pipeline_.receive();
    is_set_up_ = true;
  }

  OwnedConnection connection_;
  PostgresqlPipeline pipeline_;
  bool is_set_up_ = false;  // the server may be lost again in between
};

}  // namespace

Result<std::unique_ptr<Connection>> open_postgresql(const std::string& address, const std::string& url) {
  const std::string parameters = connection_parameters(address);
  if (parameters.empty()) return fail(ErrorCode::store_url_malformed, {{"url", url}});
  OwnedConnection connection(PQconnectdb(parameters.c_str()));
  if (PQstatus(connection.get()) != CONNECTION_OK) {
    const ErrorCode code = why_refused(parameters);
    if (code == ErrorCode::store_missing) return fail(code, {{"url", url}});
    return fail(code, {{"url", url}, {"detail", PQerrorMessage(connection.get())}});
  }
  try {
    return Result<std::unique_ptr<Connection>>(
        std::make_unique<PostgresqlConnection>(std::move(connection), url));
  } catch (const SqlError& refusal) {
    return refusal.error();
  }
}

PostgresqlListener::~PostgresqlListener() {
  PQfinish(static_cast<PGconn*>(connection_));
}

bool PostgresqlListener::is_connected() const {
  return connection_ != nullptr && PQstatus(static_cast<const PGconn*>(connection_)) == CONNECTION_OK;
}

bool PostgresqlListener::connect() {
  PQfinish(static_cast<PGconn*>(connection_));
  auto* connection = PQconnectdb(connection_parameters(address_).c_str());
  connection_ = connection;
  silence(connection);
  const Answer listening(PQexec(connection, fmt::format("LISTEN {}", channel).c_str()));
  if (PQresultStatus(listening.get()) == PGRES_COMMAND_OK) return true;
  PQfinish(connection);
  connection_ = nullptr;
  return false;
}

bool PostgresqlListener::heard() {
  auto* connection = static_cast<PGconn*>(connection_);
  PQconsumeInput(connection);
  bool found = false;
  while (PGnotify* notice = PQnotifies(connection)) {
    PQfreemem(notice);
    found = true;
  }
  return found;
}

void PostgresqlListener::await(std::chrono::milliseconds most) {
  const auto end = std::chrono::steady_clock::now() + most;
  if (!is_connected()) {
    // What was announced before it listened is not known.
    if (!connect()) std::this_thread::sleep_until(end);
    return;
  }
  while (!heard() && is_connected()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd socket{PQsocket(static_cast<PGconn*>(connection_)), POLLIN, 0};
    if (left.count() <= 0 || socket.fd < 0) return;
    if (::poll(&socket, 1, static_cast<int>(left.count())) == 0) return;
  }
}

}  // namespace nucong::store

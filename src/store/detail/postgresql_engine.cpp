#include "store/detail/postgresql_engine.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "store/detail/postgresql_rows.hpp"

namespace nucong::store {
namespace {

// Any number that others in the same database will not take: "nucong" in ASCII.
constexpr std::int64_t act_lock = 0x6e75636f6e67;

constexpr std::string_view database_unknown = "3D000";

ErrorCode code_of(std::string_view state) {
  // By class, then by the single states that mean something else than their class.
  constexpr std::array<std::pair<std::string_view, ErrorCode>, 14> codes = {{
      {"53100", ErrorCode::store_full},       // disk_full
      {"53300", ErrorCode::store_busy},       // too_many_connections
      {"40", ErrorCode::store_busy},          // serialization_failure, deadlock_detected
      {"55P03", ErrorCode::store_busy},       // lock_not_available
      {"57014", ErrorCode::store_busy},       // query_canceled: the administrator's time limit
      {"57P", ErrorCode::store_unreachable},  // shutting down or starting up
      {"08", ErrorCode::store_unreachable},   // connection exceptions
      {"28", ErrorCode::store_unreachable},   // invalid authorization
      {"25006", ErrorCode::store_read_only},  // read_only_sql_transaction: a standby
      {"42501", ErrorCode::store_read_only},  // insufficient_privilege
      {"XX001", ErrorCode::store_damaged},    // data_corrupted
      {"XX002", ErrorCode::store_damaged},    // index_corrupted
      {"3D000", ErrorCode::store_missing},    // database unknown
      {"3F000", ErrorCode::store_missing},    // schema unknown
  }};
  for (const auto& [prefix, code] : codes)
    if (state.starts_with(prefix)) return code;
  return ErrorCode::store_failed;
}

// Why no connection could be made, as an SQLSTATE. SOCI and PQconnectdb tell only in prose.
std::string refusal(const std::string& parameters) {
  PGconn* connection = PQconnectStart(parameters.c_str());
  PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE);
  auto status = PGRES_POLLING_WRITING;
  while (status == PGRES_POLLING_WRITING || status == PGRES_POLLING_READING) {
    pollfd socket{PQsocket(connection),
                  static_cast<short>(status == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    if (socket.fd < 0 || ::poll(&socket, 1, wait_for_writer_ms) <= 0) break;
    status = PQconnectPoll(connection);
  }
  const std::string message = PQerrorMessage(connection);
  PQfinish(connection);
  // "... failed: FATAL:  3D000"
  return message.find(database_unknown) == std::string::npos ? "08001" : std::string(database_unknown);
}

std::string quoted(std::string_view value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

// SOCI takes key=value pairs only, cut at blanks and rejoined; a plain pair has to be the last.
Result<std::string> connection_parameters(const std::string& address, const std::string& url) {
  PQconninfoOption* parsed = PQconninfoParse(address.c_str(), nullptr);
  if (parsed == nullptr) return fail(ErrorCode::store_url_malformed, {{"url", url}});
  std::string parameters = "application_name=nucong connect_timeout=10";
  // libpq prints what the server remarks ("terminating connection due to immediate shutdown") on the
  // program's error output, beside the one error that is told; while it connects there is no other way to
  // stop that.
  std::string options = "-cclient_min_messages=error";
  for (const auto* option = parsed; option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    if (option->val == nullptr || keyword == "client_encoding") continue;
    if (keyword == "options")
      options += fmt::format(" {}", option->val);
    else
      parameters += fmt::format(" {}={}", keyword, quoted(option->val));
  }
  PQconninfoFree(parsed);
  return parameters + fmt::format(" options={} client_encoding=UTF8", quoted(options));
}

class PostgresqlEngine final : public Engine {
 public:
  PostgresqlEngine(const std::string& parameters, std::string url)
      : Engine(std::move(url)), session_(soci::postgresql, parameters) {
    set_up();
  }

  soci::session& session() override { return session_; }
  [[nodiscard]] Error translate(const soci::soci_error& error) const override;

  void ensure_connected() override {
    if (is_set_up_ && PQstatus(connection()) == CONNECTION_OK) return;
    is_set_up_ = false;
    session_.reconnect();
    set_up();
  }
  void begin_read() override { session_ << "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }

  // One act after the other, so that sequences become visible in their order and nobody who follows them
  // skips one that commits late.
  void begin_act() override {
    session_ << "BEGIN ISOLATION LEVEL READ COMMITTED";
    session_ << fmt::format("SELECT pg_advisory_xact_lock({})", act_lock);
  }

  std::vector<std::string> columns() override {
    const soci::rowset<std::string> found =
        (session_.prepare << "SELECT table_name || '.' || column_name FROM information_schema.columns "
                             "WHERE table_schema = current_schema()");
    return {found.begin(), found.end()};
  }
  void settle() override {}

  void each_row(std::string_view sql, std::span<const Value> values,
                const std::function<bool(const Row&)>& visit) override {
    each_postgresql_row(connection(), sql, values, visit);
  }
  std::unique_ptr<RowSink> insert(std::string_view table, std::string_view columns) override {
    return copy_into_postgresql(connection(), table, columns);
  }
  // PostgreSQL checks its pages as it reads them, where they carry checksums.
  std::vector<std::string> integrity() override { return {}; }

 private:
  [[nodiscard]] PGconn* connection() const {
    // A session that could not reconnect has no backend; null is to libpq a connection that is lost.
    const auto* backend = static_cast<const soci::postgresql_session_backend*>(session_.get_backend());
    return backend == nullptr ? nullptr : backend->conn_;
  }

  void set_up() {
    PQsetNoticeProcessor(
        connection(), [](void*, const char*) {}, nullptr);
    session_ << fmt::format("SET lock_timeout = {}", wait_for_writer_ms);
    // An acknowledged act is durable, whatever the server's default. Settings that promise more are left
    // alone.
    session_ << "SELECT set_config('synchronous_commit', 'on', false) "
                "WHERE current_setting('synchronous_commit') = 'off'";
    is_set_up_ = true;
  }

  mutable soci::session session_;
  bool is_set_up_ = false;  // the server may be lost again in between
};

Error PostgresqlEngine::translate(const soci::soci_error& error) const {
  const auto* ours = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  const bool lost = PQstatus(connection()) != CONNECTION_OK;
  const auto code = lost ? ErrorCode::store_unreachable : code_of(ours == nullptr ? "" : ours->sqlstate());
  const bool detailed = code == ErrorCode::store_unreachable || code == ErrorCode::store_damaged ||
                        code == ErrorCode::store_failed;
  if (!detailed) return fail(code, {{"url", url()}});
  return fail(code, {{"url", url()}, {"detail", error.get_error_message()}});
}

}  // namespace

Result<std::unique_ptr<Engine>> open_postgresql(const std::string& address, const std::string& url) {
  TRY(const auto parameters, connection_parameters(address, url));
  try {
    return Result<std::unique_ptr<Engine>>(std::make_unique<PostgresqlEngine>(parameters, url));
  } catch (const soci::soci_error& error) {
    const ErrorCode code = code_of(refusal(parameters));
    if (code == ErrorCode::store_missing) return fail(code, {{"url", url}});
    return fail(code, {{"url", url}, {"detail", error.get_error_message()}});
  }
}

}  // namespace nucong::store

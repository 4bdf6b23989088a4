#include "store/detail/postgresql_answer.hpp"

#include <array>
#include <utility>

namespace nucong::store {
namespace {

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

}  // namespace

Error refusal_of(PGconn* connection, const PGresult* answer, const std::string& url) {
  const char* state = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  const bool lost = PQstatus(connection) != CONNECTION_OK;
  const auto code = lost ? ErrorCode::store_unreachable : code_of(state == nullptr ? "" : state);
  const bool detailed = code == ErrorCode::store_unreachable || code == ErrorCode::store_damaged ||
                        code == ErrorCode::store_failed;
  if (!detailed) return fail(code, {{"url", url}});
  std::string detail = answer == nullptr ? "" : PQresultErrorMessage(answer);
  if (detail.empty()) detail = PQerrorMessage(connection);
  return fail(code, {{"url", url}, {"detail", std::move(detail)}});
}

}  // namespace nucong::store

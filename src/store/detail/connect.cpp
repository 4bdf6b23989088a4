#include "store/detail/connect.hpp"

#include <string>

#include "store/detail/address.hpp"
#include "store/detail/migration.hpp"
#include "store/detail/postgresql_connection.hpp"
#include "store/detail/sqlite_connection.hpp"

namespace nucong::store {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";
constexpr std::string_view in_memory = ":memory:";

Result<std::unique_ptr<Connection>> connected(std::string_view url, OpenMode mode) {
  const std::string shown = masked(url);
  if (is_postgresql(url)) return open_postgresql(std::string(url), shown);
  if (url.starts_with(sqlite_scheme) && url.size() > sqlite_scheme.size()) {
    std::string path(url.substr(sqlite_scheme.size()));
    // Another name that begins with a colon is a file like any other, not one of SQLite's own words.
    if (path.starts_with(':') && path != in_memory) path.insert(0, "./");
    return open_sqlite(path, shown, mode);
  }
  return fail(ErrorCode::store_url_malformed, {{"url", shown}});
}

}  // namespace

bool is_postgresql(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

bool is_in_memory(std::string_view url) {
  return url == std::string(sqlite_scheme) + std::string(in_memory);
}

Result<std::unique_ptr<Connection>> connect(std::string_view url, OpenMode mode) {
  TRY(auto connection, connected(url, mode));
  try {
    TRY(bring_up_to_date(*connection, mode, known_migrations()));
  } catch (const SqlError& refusal) {
    return refusal.error();
  }
  return Result<std::unique_ptr<Connection>>(std::move(connection));
}

}  // namespace nucong::store

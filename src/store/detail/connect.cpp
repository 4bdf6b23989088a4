#include "store/detail/connect.hpp"

#include <string>

#include <soci/error.h>

#include "store/detail/address.hpp"
#include "store/detail/migration.hpp"
#include "store/detail/postgresql_engine.hpp"
#include "store/detail/sqlite_engine.hpp"

namespace nucong::store {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

Result<std::unique_ptr<Engine>> connected(std::string_view url, OpenMode mode) {
  const std::string shown = masked(url);
  if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
    return open_postgresql(std::string(url), shown);
  if (url.starts_with(sqlite_scheme) && url.size() > sqlite_scheme.size()) {
    std::string path(url.substr(sqlite_scheme.size()));
    // A name that begins with a colon is a file like any other, not one of SQLite's own words.
    if (path.starts_with(':')) path.insert(0, "./");
    return open_sqlite(path, shown, mode);
  }
  return fail(ErrorCode::store_url_malformed, {{"url", shown}});
}

}  // namespace

Result<std::unique_ptr<Engine>> connect(std::string_view url, OpenMode mode) {
  TRY(auto engine, connected(url, mode));
  try {
    TRY(bring_up_to_date(*engine, mode, known_migrations()));
  } catch (const soci::soci_error& error) {
    return engine->translate(error);
  }
  return Result<std::unique_ptr<Engine>>(std::move(engine));
}

}  // namespace nucong::store

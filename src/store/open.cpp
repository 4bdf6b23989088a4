#include "store/open.hpp"

#include <string>
#include <thread>

#include "store/detail/connect.hpp"
#include "store/detail/postgresql_connection.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

/// More than there are threads that compute: whoever reads waits for the disk or the server.
constexpr std::size_t connections_max = 16;

Engine engine_of(const std::string& url) {
  Engine engine;
  engine.open = [url] { return connect(url, OpenMode::must_exist); };
  engine.connections_max = is_in_memory(url) ? 1 : connections_max;
  engine.locks_rows = is_postgresql(url);
  // What another process does to a file is seen by looking.
  engine.await_act = [](std::chrono::milliseconds most) { std::this_thread::sleep_for(most); };
  if (is_postgresql(url))
    engine.await_act = [listener = std::make_shared<PostgresqlListener>(url)](
                           std::chrono::milliseconds most) { listener->await(most); };
  return engine;
}

}  // namespace

Result<std::unique_ptr<app::Database>> open(std::string_view url, OpenMode mode, app::Digest digest) {
  TRY(auto first, connect(url, mode));
  return Result<std::unique_ptr<app::Database>>(
      std::make_unique<SqlDatabase>(engine_of(std::string(url)), std::move(first), digest));
}

}  // namespace nucong::store

// Databases and folders that last as long as one test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include <libpq-fe.h>
#include <unistd.h>

namespace nucong::scratch {

/// The server to test against, NUCONG_TEST_POSTGRES; ctest starts one and sets it.
inline std::optional<std::string> server() {
  const char* address = std::getenv("NUCONG_TEST_POSTGRES");
  return address == nullptr ? std::nullopt : std::optional<std::string>(address);
}

/// A new name in this process and among those that run beside it.
inline std::string fresh_name() {
  static int made = 0;
  return "nucong_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
}

/// Runs one statement on the server's database at `address`.
inline void run_sql(const std::string& address, const std::string& sql) {
  PGconn* connection = PQconnectdb(address.c_str());
  PGresult* answer = PQexec(connection, sql.c_str());
  const auto status = PQresultStatus(answer);
  const std::string message = PQerrorMessage(connection);
  PQclear(answer);
  PQfinish(connection);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(sql + ": " + message);
}

/// A database of its own on the test server.
class PostgresqlDatabase {
 public:
  PostgresqlDatabase() : name_(fresh_name()) { run_sql(*server(), "CREATE DATABASE " + name_); }
  PostgresqlDatabase(const PostgresqlDatabase&) = delete;
  PostgresqlDatabase& operator=(const PostgresqlDatabase&) = delete;
  ~PostgresqlDatabase() { run_sql(*server(), "DROP DATABASE " + name_ + " WITH (FORCE)"); }

  [[nodiscard]] std::string url() const {
    const std::string address = *server();
    return address.substr(0, address.rfind('/') + 1) + name_;
  }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
};

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / fresh_name()) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace nucong::scratch

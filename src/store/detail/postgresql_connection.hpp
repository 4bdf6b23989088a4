// PostgreSQL by libpq.
#pragma once

#include <chrono>

#include "store/detail/connection.hpp"

namespace nucong::store {

/// Connects to `address`, a URL; its schema is not looked at. Errors: `store.url_malformed`, `store.missing`,
/// `store.unreachable`.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_postgresql(const std::string& address,
                                                                  const std::string& url);

/// Hears of acts that other processes committed (Connection::announce_act).
class PostgresqlListener {
 public:
  explicit PostgresqlListener(std::string address) : address_(std::move(address)) {}
  PostgresqlListener(const PostgresqlListener&) = delete;
  PostgresqlListener& operator=(const PostgresqlListener&) = delete;
  ~PostgresqlListener();

  /// Returns as soon as an act was announced since the last call, or may have been while there was no
  /// connection, or when the time is over; where the server cannot be reached only then.
  void await(std::chrono::milliseconds most);

 private:
  [[nodiscard]] bool is_connected() const;
  /// False if the server cannot be reached.
  [[nodiscard]] bool connect();
  /// Whether there was an announcement among what has come.
  [[nodiscard]] bool heard();

  std::string address_;
  void* connection_ = nullptr;  // PGconn
};

}  // namespace nucong::store

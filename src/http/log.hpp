// The server's log: one JSON object a line. It never holds what was asked about: no query, no names, no
// address.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>

namespace nucong::http {

/// One request that was answered.
struct Served {
  std::string_view request;  ///< its id
  std::string_view method;
  std::string_view route;  ///< the pattern; empty if there was none
  unsigned status = 0;
  std::chrono::nanoseconds took{};
  std::size_t bytes = 0;   ///< of the body
  std::string_view fault;  ///< what went wrong inside; empty if nothing did
};

/// From any thread.
class Log {
 public:
  Log() = default;
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  virtual ~Log() = default;

  virtual void served(const Served& served) = 0;
  /// Something about the server itself, in a few words of English; `detail` as it is.
  virtual void note(std::string_view what, std::string_view detail) = 0;
};

/// Lines on the standard error, with the time and the level before what is told.
[[nodiscard]] std::unique_ptr<Log> make_log();

}  // namespace nucong::http

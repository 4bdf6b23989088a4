// Listening, reading requests within limits, writing answers: HTTP/1.1 on one socket.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "http/answerer.hpp"
#include "http/log.hpp"
#include "http/measures.hpp"

namespace nucong::http {

/// Beyond these a request is refused with a status that says so.
struct Limits {
  std::size_t target_bytes_max = std::size_t{8} << 10;  ///< 414
  std::size_t head_bytes_max = std::size_t{16} << 10;   ///< 431
  std::size_t body_bytes_max = std::size_t{64} << 10;   ///< 413
  std::chrono::milliseconds head_time{10'000};          ///< from its first byte to its last: 408
  std::chrono::milliseconds body_time{30'000};          ///< 408
  std::chrono::milliseconds idle_time{60'000};          ///< between two requests: closed without a word
  std::chrono::milliseconds write_time{30'000};         ///< for each 256 KiB taken from us: closed
  std::chrono::milliseconds heartbeat{15'000};          ///< of events, when nothing happens
  std::chrono::milliseconds events_time{600'000};       ///< then a reader comes back, and is asked who it is
  std::size_t connections_max = 1024;                   ///< 503
  std::size_t connections_per_address_max = 512;        ///< 429
  std::size_t waiting_max = 256;                        ///< questions that wait for a thread: 503
  unsigned threads = 2;                                 ///< that compute answers
  unsigned act_threads =
      64;  ///< that do something, and mostly wait for the database: so many acts share a commit
  std::chrono::milliseconds farewell_time{10'000};  ///< to finish what was accepted when stopping

  bool operator==(const Limits&) const = default;
};

/// Where a server finds what it proves itself with. Both or none.
struct TlsFiles {
  std::string certificate;  ///< with the chain that leads to it, PEM
  std::string key;          ///< PEM, without pass phrase

  [[nodiscard]] bool given() const { return !certificate.empty() || !key.empty(); }
  bool operator==(const TlsFiles&) const = default;
};

/// Where to listen.
struct Address {
  std::string host;  ///< "127.0.0.1", "::1"
  std::uint16_t port = 0;

  /// Reads "127.0.0.1:8080", "[::1]:8080", "localhost:8080"; port 0 is any that is free. Errors:
  /// `server.address_malformed`.
  [[nodiscard]] static Result<Address> parse(std::string_view text);
  [[nodiscard]] bool is_loopback() const;
  /// "127.0.0.1:8080", "[::1]:8080".
  [[nodiscard]] std::string str() const;
};

/// Serves on threads of its own from its making to `stop`.
class Server {
 public:
  /// What is referred to must outlive it. With `tls` it speaks TLS 1.2 or later and nothing else, and takes
  /// up a renewed certificate on SIGHUP. Errors: `server.address_taken` (params `address`, `detail`);
  /// `server.tls_half` (param `missing`), `server.tls_unusable`, `server.key_foreign`.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const Address& address, const Limits& limits,
                                                             Answerer& answerer, Measures& measures, Log& log,
                                                             const TlsFiles& tls = {});
  ~Server();

  /// With the port that was given where any would do.
  [[nodiscard]] Address address() const;

  /// Accepts nothing more, closes what is idle, finishes what was accepted, returns when all is closed; what
  /// is not finished within Limits::farewell_time is cut off. Once, from any thread but its own.
  void stop();

 private:
  struct Inside;
  explicit Server(std::unique_ptr<Inside> inside);

  std::unique_ptr<Inside> inside_;
};

}  // namespace nucong::http

// What the server counts of itself, in the words of Prometheus.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace nucong::http {

/// From any thread.
class Measures {
 public:
  /// One request answered. `route` is the pattern, never what was asked: figures of a union are nobody's
  /// business in a log. It must live as long as this.
  void answered(std::string_view route, unsigned status, std::chrono::nanoseconds took, std::size_t bytes);

  std::atomic<std::int64_t> connections_open = 0;
  std::atomic<std::int64_t> connections_refused = 0;
  std::atomic<std::int64_t> questions_waiting = 0;  ///< for a thread
  std::atomic<std::int64_t> events_read = 0;        ///< readers of events connected
  std::atomic<std::int64_t> events_dropped = 0;     ///< readers that were too slow

  /// All of it in the text format, ending in a line end.
  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::array<double, 10> seconds_upto = {0.0005, 0.001, 0.0025, 0.005, 0.01,
                                                          0.025,  0.05,  0.1,    0.5,   2.5};
  struct Times {
    std::array<std::uint64_t, seconds_upto.size() + 1> counts{};
    double seconds = 0;
    std::uint64_t bytes = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string_view, unsigned>, std::uint64_t> requests_;  // by route and status
  std::map<std::string_view, Times> times_;                                  // by route
};

}  // namespace nucong::http

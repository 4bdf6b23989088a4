// How fast somebody may ask.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace nucong::http {

/// A purse for each asker: every question takes a coin, and they come back at a steady rate. From any thread.
class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `per_second` coins come back, at most `burst` are in a purse. 0 a second: no limit.
  Pace(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

  /// Takes a coin; the time to wait if there is none, otherwise 0.
  [[nodiscard]] std::chrono::seconds take(const std::string& whose, Time now);

 private:
  struct Purse {
    double coins = 0;
    Time filled;
  };
  void forget_full(Time now);

  const double per_second_;
  const double burst_;
  std::mutex mutex_;
  std::unordered_map<std::string, Purse> purses_;
};

}  // namespace nucong::http

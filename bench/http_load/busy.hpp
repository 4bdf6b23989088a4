// Connections that ask without a pause, and how long each answer took.
#pragma once

#include <chrono>
#include <map>
#include <vector>

#include "bench/http_load/question.hpp"
#include "bench/http_load/talker.hpp"

namespace nucong::bench {

struct Outcome {
  std::vector<double> ms;  ///< of every answer, from the question's first byte to the answer's last
  std::map<unsigned, std::size_t> statuses;
  std::size_t bytes = 0;
  std::size_t broken = 0;  ///< connections that ended before they should
  double seconds = 0;

  [[nodiscard]] double per_second() const { return static_cast<double>(ms.size()) / seconds; }
  /// The time that `share` of the answers took at most; 0 if there was none. Sorts.
  [[nodiscard]] double percentile(double share);
};

/// Keeps `connections` busy for that long.
class Busy {
 public:
  Busy(boost::asio::io_context& io, boost::asio::ip::tcp::endpoint server, Question question)
      : io_(io), server_(server), question_(std::move(question)) {}

  /// From now on, while somebody runs `io`, until it is `over`.
  void start(std::size_t connections, std::chrono::duration<double> length);
  [[nodiscard]] bool over() const { return running_ == 0; }
  [[nodiscard]] Outcome& outcome() { return outcome_; }

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] boost::asio::awaitable<void> ask_until(Clock::time_point end);

  boost::asio::io_context& io_;
  const boost::asio::ip::tcp::endpoint server_;
  const Question question_;
  std::uint64_t asked_ = 0;
  std::size_t running_ = 0;
  Outcome outcome_;
};

}  // namespace nucong::bench

// Connections that are there while others are busy: idle ones, and readers of events.
#pragma once

#include <memory>
#include <vector>

#include "bench/http_load/question.hpp"
#include "bench/http_load/talker.hpp"

namespace nucong::bench {

/// How many of each kind.
struct CrowdSize {
  std::size_t idle = 0;     ///< asked once whether the server lives, and then nothing more
  std::size_t readers = 0;  ///< take the events that come
  std::size_t deaf = 0;     ///< asked for events and never read

  [[nodiscard]] std::size_t all() const { return idle + readers + deaf; }
};

class Crowd {
 public:
  Crowd(boost::asio::io_context& io, boost::asio::ip::tcp::endpoint server) : io_(io), server_(server) {}

  /// Opens them one after the other and returns when all are open. `events` is what readers ask for.
  [[nodiscard]] boost::asio::awaitable<void> gather(const CrowdSize& size, const Question& events);
  /// Readers, deaf ones not among them, whose stream the server has ended.
  [[nodiscard]] std::size_t readers_gone() const { return readers_gone_; }
  void leave();

 private:
  [[nodiscard]] boost::asio::awaitable<void> add(std::string request);

  boost::asio::io_context& io_;
  const boost::asio::ip::tcp::endpoint server_;
  std::vector<std::shared_ptr<Talker>> talkers_;
  std::size_t readers_gone_ = 0;
};

}  // namespace nucong::bench

// Ends what a socket waits for when it takes too long, so that the socket can still be written to.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace nucong::http::detail {

/// Of one connection; `owner` keeps it alive while a wait is under way.
class Deadline {
 public:
  explicit Deadline(boost::asio::ip::tcp::socket& socket) : socket_(socket), timer_(socket.get_executor()) {}

  /// From now on; the one before no longer counts.
  template <class Owner>
  void start(std::chrono::milliseconds length, std::shared_ptr<Owner> owner) {
    late_ = false;
    const auto mine = ++started_;
    timer_.expires_after(length);
    timer_.async_wait([this, mine, owner](const boost::system::error_code& failed) {
      // An older wait may have been on its way already when it was replaced.
      if (failed || mine != started_) return;
      late_ = true;
      boost::system::error_code ignored;  // a socket that is closed waits for nothing
      socket_.cancel(ignored);
    });
  }
  void stop() {
    ++started_;
    timer_.cancel();
  }
  /// Whether the last one has come.
  [[nodiscard]] bool late() const { return late_; }

 private:
  boost::asio::ip::tcp::socket& socket_;
  boost::asio::steady_timer timer_;
  std::uint64_t started_ = 0;
  bool late_ = false;
};

}  // namespace nucong::http::detail

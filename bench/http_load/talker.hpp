// One connection that is kept open, one question at a time.
#pragma once

#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace nucong::bench {

struct Answer {
  unsigned status = 0;
  std::size_t bytes = 0;  ///< of head and body
};

/// All of it throws boost::system::system_error where the line breaks.
class Talker {
 public:
  explicit Talker(boost::asio::io_context& io) : socket_(io) {}

  [[nodiscard]] boost::asio::awaitable<void> connect(const boost::asio::ip::tcp::endpoint& to);
  [[nodiscard]] boost::asio::awaitable<void> send(const std::string& request);
  /// The head of the answer, and its body as far as a length was told.
  [[nodiscard]] boost::asio::awaitable<Answer> answer();
  /// Takes whatever comes, for good.
  [[nodiscard]] boost::asio::awaitable<void> listen();
  void close();

 private:
  boost::asio::ip::tcp::socket socket_;
  std::string buffer_;
};

}  // namespace nucong::bench

// The bytes of one connection, as they are or within TLS; whoever reads and writes them need not know which.
#pragma once

#include <optional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

#include "http/detail/tls.hpp"

namespace nucong::http::detail {

/// A stream as Asio's and Beast's operations want it. What it waits for is cancelled by cancelling `socket`.
class Stream {
 public:
  using executor_type = boost::asio::ip::tcp::socket::executor_type;
  using next_layer_type = boost::asio::ip::tcp::socket;

  /// `tls` null: bytes as they are.
  Stream(boost::asio::ip::tcp::socket socket, const TlsContext& tls);
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }
  [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return socket_; }

  /// Agrees on a secret, where there is to be one, before anything is read or written. False if that failed.
  [[nodiscard]] boost::asio::awaitable<bool> greet();
  /// Tells the other side that nothing more will come.
  [[nodiscard]] boost::asio::awaitable<void> say_farewell();

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& into, Token&& token) {
    if (secret_) return secret_->async_read_some(into, std::forward<Token>(token));
    return socket_.async_read_some(into, std::forward<Token>(token));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& from, Token&& token) {
    if (secret_) return secret_->async_write_some(from, std::forward<Token>(token));
    return socket_.async_write_some(from, std::forward<Token>(token));
  }

 private:
  boost::asio::ip::tcp::socket socket_;
  std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> secret_;
};

}  // namespace nucong::http::detail

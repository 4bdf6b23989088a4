#include "http/detail/stream.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

// g++ 12 miscompiles some temporaries in co_await expressions: what is awaited has a name here.

namespace nucong::http::detail {

namespace asio = boost::asio;
using boost::system::error_code;

Stream::Stream(asio::ip::tcp::socket socket, const TlsContext& tls) : socket_(std::move(socket)) {
  if (tls) secret_.emplace(socket_, *tls);
}

asio::awaitable<bool> Stream::greet() {
  if (!secret_) co_return true;
  error_code failed;
  auto token = asio::redirect_error(asio::use_awaitable, failed);
  auto greeting = secret_->async_handshake(asio::ssl::stream_base::server, token);
  co_await std::move(greeting);
  co_return !failed;
}

asio::awaitable<void> Stream::say_farewell() {
  error_code failed;
  if (secret_) {
    auto token = asio::redirect_error(asio::use_awaitable, failed);
    auto parting = secret_->async_shutdown(token);
    co_await std::move(parting);
  }
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, failed);
}

}  // namespace nucong::http::detail

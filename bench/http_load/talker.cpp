#include "bench/http_load/talker.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

// g++ 12 miscompiles some temporaries in co_await expressions: what is awaited has a name here.

namespace nucong::bench {

namespace asio = boost::asio;
using asio::use_awaitable;

namespace {

template <class Number>
Number number_behind(std::string_view head, std::string_view what) {
  Number number = 0;
  if (const auto at = head.find(what); at != std::string_view::npos) {
    const auto text = head.substr(at + what.size());
    std::from_chars(text.data(), text.data() + text.size(), number);
  }
  return number;
}

}  // namespace

asio::awaitable<void> Talker::connect(const asio::ip::tcp::endpoint& to) {
  auto connecting = socket_.async_connect(to, use_awaitable);
  co_await std::move(connecting);
  socket_.set_option(asio::ip::tcp::no_delay(true));
}

asio::awaitable<void> Talker::send(const std::string& request) {
  auto writing = asio::async_write(socket_, asio::buffer(request), use_awaitable);
  co_await std::move(writing);
}

asio::awaitable<Answer> Talker::answer() {
  auto reading = asio::async_read_until(socket_, asio::dynamic_buffer(buffer_), "\r\n\r\n", use_awaitable);
  const std::size_t head_bytes = co_await std::move(reading);
  const std::string_view head(buffer_.data(), head_bytes);
  Answer answer{number_behind<unsigned>(head, "HTTP/1.1 "),
                head_bytes + number_behind<std::size_t>(head, "\r\nContent-Length: ")};
  if (answer.bytes > buffer_.size()) {
    const std::size_t missing = answer.bytes - buffer_.size();
    auto rest = asio::async_read(socket_, asio::dynamic_buffer(buffer_), asio::transfer_exactly(missing),
                                 use_awaitable);
    co_await std::move(rest);
  }
  buffer_.erase(0, answer.bytes);
  co_return answer;
}

asio::awaitable<void> Talker::listen() {
  std::array<char, 4096> dropped{};
  for (;;) {
    auto reading = socket_.async_read_some(asio::buffer(dropped), use_awaitable);
    co_await std::move(reading);
  }
}

void Talker::close() {
  boost::system::error_code ignored;  // it is over either way
  socket_.close(ignored);
}

}  // namespace nucong::bench

// One connection from its first request to its last.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include "http/detail/deadline.hpp"
#include "http/detail/head.hpp"
#include "http/detail/shared.hpp"
#include "http/detail/stream.hpp"

namespace nucong::http::detail {

/// All of it happens on the thread that runs Shared::io, but for the work on answers.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  /// `refused`: why its one request will not be answered, whatever it is; none if it will.
  Connection(Shared& shared, boost::asio::ip::tcp::socket socket, std::string address,
             std::optional<Error> refused);

  [[nodiscard]] const std::string& address() const { return address_; }

  /// Until either side has enough.
  [[nodiscard]] boost::asio::awaitable<void> serve();
  /// Closes it if nobody is waiting for an answer; otherwise the answer will be its last.
  void finish();
  /// Ends it at once.
  void cut();

 private:
  struct Arrived;
  [[nodiscard]] boost::asio::awaitable<bool> greet();
  [[nodiscard]] boost::asio::awaitable<bool> wait_for_request();
  [[nodiscard]] boost::asio::awaitable<bool> answer_one();
  [[nodiscard]] boost::asio::awaitable<void> read(Arrived& arrived);
  [[nodiscard]] boost::asio::awaitable<void> work_out(Begun& begun, const Request& request,
                                                      Response& response);
  [[nodiscard]] boost::asio::awaitable<bool> write(std::string_view head, std::string_view body);
  [[nodiscard]] boost::asio::awaitable<void> tell_events(Reader& reader);
  [[nodiscard]] boost::asio::awaitable<void> take_leave();

  void take_head(Arrived& arrived);
  [[nodiscard]] bool limit_body(Arrived& arrived);
  void start_deadline(std::chrono::milliseconds length) { deadline_.start(length, shared_from_this()); }

  Shared& shared_;
  Stream stream_;
  const std::string address_;
  const std::optional<Error> refused_;
  Deadline deadline_;
  boost::asio::steady_timer worked_;  // cancelled when work is done
  boost::beast::flat_buffer buffer_;
  bool idle_ = false;
  bool telling_ = false;
};

}  // namespace nucong::http::detail

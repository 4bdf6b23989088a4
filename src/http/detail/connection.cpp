#include "http/detail/connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fmt/format.h>

#include "http/feed.hpp"

// g++ 12 miscompiles some temporaries in co_await expressions: what is awaited has a name here.

namespace nucong::http::detail {

namespace asio = boost::asio;
namespace beast = boost::beast::http;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

/// What came, as far as it came.
struct Connection::Arrived {
  beast::request_parser<beast::string_body> parser;
  error_code failed;
  Request request;
  std::optional<Error> refusal;    ///< why it is not answered
  std::size_t body_bytes_max = 0;  ///< as soon as its head is known
  bool unread = false;             ///< more may be on its way, which nobody will read
};

namespace {

std::string seconds_of(std::chrono::milliseconds time) {
  return std::to_string(time.count() / 1000);
}

std::string bytes_of(std::size_t count) {
  return std::to_string(count);
}

Error too_long(const Limits& limits) {
  return fail(ErrorCode::request_target_too_long, {{"limit", bytes_of(limits.target_bytes_max)}});
}

Error too_large(std::size_t body_bytes_max) {
  return fail(ErrorCode::request_body_too_large, {{"limit", bytes_of(body_bytes_max)}});
}

struct ReadingLimits {
  const Limits& limits;
  std::size_t body_bytes_max;
};

// None for a connection that simply went away.
std::optional<Error> refusal_of(const error_code& failed, bool began, const ReadingLimits& within) {
  if (failed == beast::error::header_limit)
    return began
               ? fail(ErrorCode::request_head_too_large, {{"limit", bytes_of(within.limits.head_bytes_max)}})
               : too_long(within.limits);
  if (failed == beast::error::body_limit) return too_large(within.body_bytes_max);
  if (failed == beast::error::end_of_stream || failed == beast::error::partial_message) return std::nullopt;
  if (failed.category() == beast::make_error_code(beast::error::bad_target).category())
    return fail(ErrorCode::request_malformed, {{"text", failed.message()}});
  return std::nullopt;
}

}  // namespace

std::string Shared::next_request() {
  return fmt::format("{}-{:x}", began, ++requests);
}

Connection::Connection(Shared& shared, asio::ip::tcp::socket socket, std::string address,
                       std::optional<Error> refused)
    : shared_(shared),
      stream_(std::move(socket), shared.tls),
      address_(std::move(address)),
      refused_(std::move(refused)),
      deadline_(stream_.socket()),
      worked_(shared.io),
      buffer_(shared.limits.head_bytes_max + shared.limits.body_bytes_max) {}

void Connection::finish() {
  error_code ignored;
  if (idle_) stream_.socket().cancel(ignored);
  if (telling_) worked_.cancel();
}

void Connection::cut() {
  error_code ignored;
  stream_.socket().close(ignored);
}

asio::awaitable<void> Connection::serve() {
  auto greeting = greet();
  bool goes_on = co_await std::move(greeting);
  while (goes_on) {
    auto waiting = wait_for_request();
    goes_on = co_await std::move(waiting);
    if (!goes_on) break;
    auto answering = answer_one();
    goes_on = co_await std::move(answering);
  }
  deadline_.stop();
  cut();
}

asio::awaitable<bool> Connection::greet() {
  start_deadline(shared_.limits.head_time);
  auto greeting = stream_.greet();
  const bool greeted = co_await std::move(greeting);
  deadline_.stop();
  co_return greeted;
}

asio::awaitable<bool> Connection::wait_for_request() {
  constexpr std::size_t first_bytes_max = 512;  // what a connection that waits holds ready
  if (buffer_.size() > 0) co_return true;
  if (shared_.stopping) co_return false;
  error_code failed;
  auto token = asio::redirect_error(asio::use_awaitable, failed);
  start_deadline(shared_.limits.idle_time);
  idle_ = true;
  const auto into = buffer_.prepare(first_bytes_max);
  auto reading = stream_.async_read_some(into, token);
  buffer_.commit(co_await std::move(reading));
  idle_ = false;
  co_return !failed;
}

asio::awaitable<void> Connection::read(Arrived& arrived) {
  auto token = asio::redirect_error(asio::use_awaitable, arrived.failed);
  arrived.parser.header_limit(static_cast<std::uint32_t>(shared_.limits.head_bytes_max));
  arrived.parser.body_limit(boost::none);  // known when the head is
  auto time = shared_.limits.head_time;
  start_deadline(time);
  auto head = beast::async_read_header(stream_, buffer_, arrived.parser, token);
  co_await std::move(head);
  take_head(arrived);
  arrived.unread = !arrived.parser.is_done();
  if (!arrived.failed && arrived.unread && !arrived.refusal && limit_body(arrived)) {
    time = shared_.limits.body_time;
    start_deadline(time);
    if (arrived.parser.get().find(beast::field::expect) != arrived.parser.get().end()) {
      constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      auto telling = asio::async_write(stream_, asio::buffer(go_on.data(), go_on.size()), token);
      co_await std::move(telling);
    }
    auto body = beast::async_read(stream_, buffer_, arrived.parser, token);
    co_await std::move(body);
    arrived.unread = static_cast<bool>(arrived.failed);
  }
  if (deadline_.late())
    arrived.refusal = fail(ErrorCode::request_too_slow, {{"seconds", seconds_of(time)}});
  else if (arrived.failed)
    arrived.refusal = refusal_of(arrived.failed, !arrived.parser.get().target().empty(),
                                 {shared_.limits, arrived.body_bytes_max});
  deadline_.stop();
  if (!arrived.refusal && !arrived.failed) arrived.request.body = std::move(arrived.parser.get().body());
}

// Whether the body may come; if not, that is the refusal.
bool Connection::limit_body(Arrived& arrived) {
  // What a route has no use for is read and dropped, as long as it is little.
  arrived.body_bytes_max =
      std::max(shared_.answerer.body_bytes_max(arrived.request), shared_.limits.body_bytes_max);
  arrived.parser.body_limit(arrived.body_bytes_max);
  const auto announced = arrived.parser.content_length();
  if (!announced || *announced <= arrived.body_bytes_max) return true;
  arrived.refusal = too_large(arrived.body_bytes_max);
  return false;
}

void Connection::take_head(Arrived& arrived) {
  const auto& message = arrived.parser.get();
  Request& request = arrived.request;
  request.method = std::string(message.method_string());
  request.address = address_;
  for (const auto name : fields_read)
    if (const auto at = message.find(boost::beast::string_view(name.data(), name.size()));
        at != message.end())
      request.fields.push_back({std::string(name), std::string(at->value())});
  if (arrived.failed) return;
  if (refused_) {
    arrived.refusal = refused_;
    return;
  }
  const std::string target(message.target());
  const bool one_host = message.count(beast::field::host) == 1;
  if (target.size() > shared_.limits.target_bytes_max)
    arrived.refusal = too_long(shared_.limits);
  else if (message.version() >= 11 && !one_host)
    arrived.refusal = fail(ErrorCode::request_malformed, {{"text", "Host"}});
  else if (auto read = parse_target(target); read.has_error())
    arrived.refusal = read.error();
  else
    request.target = std::move(read).value();
}

asio::awaitable<void> Connection::work_out(Begun& begun, const Request& request, Response& response) {
  auto& waiting = shared_.measures.questions_waiting;
  if (waiting >= static_cast<std::int64_t>(shared_.limits.waiting_max)) {
    response = shared_.answerer.refusal(fail(ErrorCode::server_busy, {{"seconds", "1"}}), request);
    co_return;
  }
  ++waiting;
  worked_.expires_at(asio::steady_timer::time_point::max());
  const auto done = std::make_shared<Response>();
  auto work = [self = shared_from_this(), done, task = std::move(begun.work)] {
    --self->shared_.measures.questions_waiting;
    *done = task();
    asio::post(self->shared_.io, [self] { self->worked_.cancel(); });
  };
  asio::post(shared_.threads(begun.pool), std::move(work));
  error_code cancelled;
  auto token = asio::redirect_error(asio::use_awaitable, cancelled);
  auto worked = worked_.async_wait(token);
  co_await std::move(worked);
  response = std::move(*done);
}

asio::awaitable<bool> Connection::answer_one() {
  Arrived arrived;
  auto reading = read(arrived);
  co_await std::move(reading);
  const auto began = Clock::now();
  if (arrived.failed && !arrived.refusal) co_return false;
  arrived.request.id = shared_.next_request();

  Response response;
  if (arrived.refusal) {
    response = shared_.answerer.refusal(*arrived.refusal, arrived.request);
  } else {
    Begun begun = shared_.answerer.begin(arrived.request);
    if (begun.response) {
      response = std::move(*begun.response);
    } else {
      auto working = work_out(begun, arrived.request, response);
      co_await std::move(working);
    }
  }
  const bool keep = !arrived.refusal && !arrived.unread && !shared_.stopping && !response.events &&
                    arrived.parser.keep_alive();
  const std::string head =
      head_of(response, arrived.request.id, keep ? Afterwards::keep_alive : Afterwards::close);
  auto writing = write(head, arrived.request.is_head() ? std::string_view{} : response.body);
  bool written = co_await std::move(writing);
  const auto took = Clock::now() - began;  // of events: until they begin
  if (written && response.events && !arrived.request.is_head()) {
    auto telling = tell_events(*response.events);
    co_await std::move(telling);
    written = false;  // there is no end of it that could be told from a broken line
  }
  shared_.measures.answered(response.route, response.status, took, response.body.size());
  shared_.log.served({arrived.request.id, arrived.request.method, response.route, response.status, took,
                      response.body.size(), response.fault});
  if (written && !keep) {
    auto leaving = take_leave();
    co_await std::move(leaving);
  }
  const bool goes_on = written && keep;
  co_return goes_on;
}

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
  constexpr std::size_t piece_bytes = std::size_t{256} << 10;
  error_code failed;
  auto token = asio::redirect_error(asio::use_awaitable, failed);
  while (head.size() + body.size() > 0 && !failed) {
    const std::array pieces = {asio::buffer(head.data(), head.size()),
                               asio::buffer(body.data(), std::min(body.size(), piece_bytes))};
    start_deadline(shared_.limits.write_time);
    auto writing = asio::async_write(stream_, pieces, token);
    const std::size_t written = co_await std::move(writing);
    const std::size_t of_head = std::min(written, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(written - of_head);
  }
  deadline_.stop();
  co_return !failed;
}

asio::awaitable<void> Connection::tell_events(Reader& reader) {
  error_code woken;
  auto token = asio::redirect_error(asio::use_awaitable, woken);
  reader.when_ready(
      [self = shared_from_this()] { asio::post(self->shared_.io, [self] { self->worked_.cancel(); }); });
  telling_ = true;
  ++shared_.measures.events_read;
  bool taken = true;
  const auto until = Clock::now() + shared_.limits.events_time;
  while (taken && Clock::now() < until && !shared_.stopping && !reader.dropped()) {
    std::string text = reader.take();
    if (text.empty()) {
      worked_.expires_after(shared_.limits.heartbeat);
      auto waiting = worked_.async_wait(token);
      co_await std::move(waiting);
      // A remark now and then finds out who has gone without a word.
      text = woken ? reader.take() : ": -\n\n";
    }
    auto writing = write(text, {});
    taken = co_await std::move(writing);
  }
  --shared_.measures.events_read;
  telling_ = false;
  reader.when_ready({});
}

// A socket that is closed over bytes that nobody read takes the answer back with it: they are read first, for
// a while. A proxy sends the whole of what it has before it looks for the answer, so it is time that ends
// this rather than bytes.
asio::awaitable<void> Connection::take_leave() {
  constexpr std::size_t bytes_max = std::size_t{64} << 20;
  constexpr std::chrono::milliseconds time(2000);
  error_code failed;
  auto token = asio::redirect_error(asio::use_awaitable, failed);
  std::array<char, 4096> unread{};
  std::size_t total = 0;
  start_deadline(time);
  auto parting = stream_.say_farewell();
  co_await std::move(parting);
  while (!deadline_.late() && !failed && total < bytes_max) {
    const auto into = asio::buffer(unread);
    auto reading = stream_.socket().async_read_some(into, token);
    total += co_await std::move(reading);
  }
  deadline_.stop();
}

}  // namespace nucong::http::detail

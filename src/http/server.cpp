#include "http/server.hpp"

#include <charconv>
#include <csignal>
#include <ctime>
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "http/detail/connection.hpp"

namespace nucong::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

Result<Address> Address::parse(std::string_view text) {
  const auto malformed = [&] {
    return fail(ErrorCode::server_address_malformed, {{"text", std::string(text)}});
  };
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return malformed();
  auto host = text.substr(0, colon);
  if (host == "localhost") host = "127.0.0.1";
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const auto digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (status != std::errc{} || end != digits.data() + digits.size()) return malformed();
  error_code failed;
  const auto address = asio::ip::make_address(std::string(host), failed);
  if (failed || address.is_v6() != bracketed) return malformed();
  return Address{address.to_string(), port};
}

bool Address::is_loopback() const {
  error_code failed;
  const auto address = asio::ip::make_address(host, failed);
  return !failed && address.is_loopback();
}

std::string Address::str() const {
  const bool v6 = host.find(':') != std::string::npos;
  return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

struct Server::Inside {
  Inside(const Limits& limits, Answerer& answerer, Measures& measures, Log& log)
      : shared(limits, answerer, measures, log), acceptor(shared.io), renewal(shared.io) {}

  [[nodiscard]] error_code open(const tcp::endpoint& at);
  [[nodiscard]] asio::awaitable<void> accept();
  void admit(tcp::socket socket);
  [[nodiscard]] std::optional<Error> refused(const std::string& address) const;
  void closed(const std::shared_ptr<detail::Connection>& connection, const std::exception_ptr& defect);
  void begin_to_stop();
  void renew_tls_when_told(const TlsFiles& files);

  detail::Shared shared;
  tcp::acceptor acceptor;
  asio::signal_set renewal;
  tcp::endpoint at;
  std::thread thread;
};

error_code Server::Inside::open(const tcp::endpoint& wanted) {
  error_code failed;
  acceptor.open(wanted.protocol(), failed);
  if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed) acceptor.bind(wanted, failed);
  if (!failed) acceptor.listen(tcp::acceptor::max_listen_connections, failed);
  if (!failed) at = acceptor.local_endpoint(failed);
  return failed;
}

asio::awaitable<void> Server::Inside::accept() {
  constexpr std::chrono::milliseconds breath(100);
  asio::steady_timer pause(shared.io);
  error_code failed;
  auto token = asio::redirect_error(asio::use_awaitable, failed);
  while (acceptor.is_open()) {
    auto accepting = acceptor.async_accept(token);
    auto socket = co_await std::move(accepting);
    if (!failed) {
      admit(std::move(socket));
    } else if (failed != asio::error::operation_aborted) {
      // Out of descriptors, most likely: others close in a while.
      shared.log.note("cannot accept", failed.message());
      pause.expires_after(breath);
      auto pausing = pause.async_wait(token);
      co_await std::move(pausing);
    }
  }
}

std::optional<Error> Server::Inside::refused(const std::string& address) const {
  const auto mine = shared.open_by_address.find(address);
  if (shared.open.size() >= shared.limits.connections_max)
    return fail(ErrorCode::server_busy, {{"seconds", "1"}});
  if (mine != shared.open_by_address.end() && mine->second >= shared.limits.connections_per_address_max)
    return fail(ErrorCode::request_too_many,
                {{"limit", std::to_string(shared.limits.connections_per_address_max)}});
  return std::nullopt;
}

void Server::Inside::admit(tcp::socket socket) {
  constexpr std::size_t refusals_max = 64;  // as many are told why; the rest is closed without a word
  error_code gone;
  const auto remote = socket.remote_endpoint(gone);
  if (gone || shared.stopping) return;
  const std::string address = remote.address().to_string();
  auto refusal = refused(address);
  if (refusal) ++shared.measures.connections_refused;
  if (shared.open.size() >= shared.limits.connections_max + refusals_max) return;
  error_code ignored;  // a socket without these serves as well
  socket.set_option(tcp::no_delay(true), ignored);
  socket.set_option(asio::socket_base::keep_alive(true), ignored);
  auto connection =
      std::make_shared<detail::Connection>(shared, std::move(socket), address, std::move(refusal));
  shared.open.insert(connection);
  ++shared.open_by_address[address];
  ++shared.measures.connections_open;
  auto serving = connection->serve();
  auto ended = [this, connection](const std::exception_ptr& defect) { closed(connection, defect); };
  asio::co_spawn(shared.io, std::move(serving), std::move(ended));
}

void Server::Inside::closed(const std::shared_ptr<detail::Connection>& connection,
                            const std::exception_ptr& defect) {
  try {
    if (defect) std::rethrow_exception(defect);
  } catch (const std::exception& what) {
    shared.log.note("a connection ended by a defect", what.what());
  }
  connection->cut();
  shared.open.erase(connection);
  --shared.measures.connections_open;
  if (--shared.open_by_address[connection->address()] == 0)
    shared.open_by_address.erase(connection->address());
  if (shared.stopping && shared.open.empty()) shared.farewell.cancel();
}

void Server::Inside::begin_to_stop() {
  shared.stopping = true;
  error_code ignored;
  acceptor.close(ignored);
  renewal.cancel(ignored);
  if (shared.open.empty()) return;
  shared.farewell.expires_after(shared.limits.farewell_time);
  shared.farewell.async_wait([this](const error_code& cancelled) {
    if (cancelled) return;
    shared.log.note("cut off", std::to_string(shared.open.size()) + " connections");
    for (const auto& connection : shared.open) connection->cut();
  });
  for (const auto& connection : shared.open) connection->finish();
}

// What connections are open keep what they began with.
void Server::Inside::renew_tls_when_told(const TlsFiles& files) {
  renewal.async_wait([this, files](const error_code& cancelled, int) {
    if (cancelled) return;
    auto renewed = detail::load_tls(files);
    if (renewed) shared.tls = renewed.value();
    shared.log.note(renewed ? "TLS renewed" : "TLS not renewed",
                    renewed ? std::string_view{} : dotted(renewed.error().code()));
    renew_tls_when_told(files);
  });
}

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Server::~Server() {
  stop();
}

Result<std::unique_ptr<Server>> Server::start(const Address& address, const Limits& limits,
                                              Answerer& answerer, Measures& measures, Log& log,
                                              const TlsFiles& tls) {
  auto inside = std::make_unique<Inside>(limits, answerer, measures, log);
  TRY(inside->shared.tls, detail::load_tls(tls));
  error_code failed;
  const auto host = asio::ip::make_address(address.host, failed);
  if (!failed) failed = inside->open(tcp::endpoint(host, address.port));
  if (failed)
    return fail(ErrorCode::server_address_taken, {{"address", address.str()}, {"detail", failed.message()}});
  if (inside->shared.tls) {
    inside->renewal.add(SIGHUP);
    inside->renew_tls_when_told(tls);
  }
  inside->shared.began = fmt::format("{:x}", std::time(nullptr));
  auto accepting = inside->accept();
  auto ended = [&log](const std::exception_ptr& defect) {
    if (defect) log.note("accepting ended by a defect", {});
  };
  asio::co_spawn(inside->shared.io, std::move(accepting), std::move(ended));
  inside->thread = std::thread([own = inside.get()] { own->shared.io.run(); });
  return std::unique_ptr<Server>(new Server(std::move(inside)));
}

Address Server::address() const {
  return {inside_->at.address().to_string(), inside_->at.port()};
}

void Server::stop() {
  if (!inside_->thread.joinable()) return;
  asio::post(inside_->shared.io, [own = inside_.get()] { own->begin_to_stop(); });
  inside_->thread.join();
  for (const auto pool : {ThreadPool::answers, ThreadPool::acts, ThreadPool::hashes})
    inside_->shared.threads(pool).join();
}

}  // namespace nucong::http

// A server on a loopback port over an answerer that says back what it is asked, and a client of bare bytes.
#pragma once

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "catalogue/words.hpp"
#include "http/feed.hpp"
#include "http/problem.hpp"
#include "http/server.hpp"

namespace nucong::http {

/// A client that writes and reads bytes.
class Client {
 public:
  explicit Client(const Address& to) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(to.port);
    ::inet_pton(AF_INET, to.host.c_str(), &address.sin_addr);
    connected = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  void send(const std::string& bytes) const {
    (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  void half_close() const { ::shutdown(socket_, SHUT_WR); }
  /// Until the server closes.
  [[nodiscard]] std::string rest() const {
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::recv(socket_, buffer.data(), buffer.size(), 0)) > 0;)
      all.append(buffer.data(), static_cast<std::size_t>(got));
    return all;
  }
  /// Until the bytes end so.
  [[nodiscard]] std::string until(const std::string& end) const {
    std::string all;
    char one = 0;
    while (!all.ends_with(end) && ::recv(socket_, &one, 1, 0) == 1) all += one;
    return all;
  }
  [[nodiscard]] std::string ask(const std::string& bytes) const {
    send(bytes);
    return rest();
  }

  [[nodiscard]] int descriptor() const { return socket_; }

  bool connected = false;

 private:
  int socket_;
};

/// Says back the path; "/work" is work, "/wait" and "/act" are work that waits for the test.
class Echo final : public Answerer {
 public:
  [[nodiscard]] std::size_t body_bytes_max(const Request& head) override {
    return head.target.path.front() == "file" ? 200'000 : 0;
  }
  [[nodiscard]] Begun begin(const Request& request) override {
    const std::string path = request.target.path.front();
    Response response{200, {{"Content-Type", "text/plain"}}, path + "\n"};
    response.route = "/echo";
    if (path == "file") response.body = std::to_string(request.body.size()) + "\n";
    if (path == "large") response.body = std::string(std::size_t{8} << 20, 'x');
    if (path == "wait" || path == "act")
      return {{},
              [this, response] {
                ++working;
                opened.wait();
                return response;
              },
              path == "act" ? ThreadPool::acts : ThreadPool::answers};
    if (path == "events") response.events = reader = std::make_shared<Reader>(std::nullopt);
    if (path == "work") return {{}, [response] { return response; }};
    return {response, {}};
  }
  [[nodiscard]] Response refusal(const Error& error, const Request& request) override {
    return problem(error, words, request.id);
  }

  const app::Words words{catalogue::load_wording().value(), app::Language::vi};
  std::atomic<int> working = 0;
  std::promise<void> gate;
  std::shared_future<void> opened = gate.get_future().share();
  std::shared_ptr<Reader> reader;  ///< of the last who asked for events
};

class Silent final : public Log {
 public:
  void served(const Served& served) override {
    const std::lock_guard lock(mutex);
    lines.push_back(std::string(served.route) + " " + std::to_string(served.status));
  }
  void note(std::string_view what, std::string_view detail) override {
    const std::lock_guard lock(mutex);
    notes.push_back(std::string(what) + (detail.empty() ? "" : ": ") + std::string(detail));
  }
  /// Whether it was told so by now.
  [[nodiscard]] bool noted(const std::string& note) {
    const std::lock_guard lock(mutex);
    return std::ranges::find(notes, note) != notes.end();
  }

  std::mutex mutex;
  std::vector<std::string> lines;
  std::vector<std::string> notes;
};

class TheServer : public testing::Test {
 protected:
  void start() { server = Server::start({"127.0.0.1", 0}, limits, echo, measures, log, tls).value(); }
  [[nodiscard]] std::string ask(const std::string& bytes) const {
    return Client(server->address()).ask(bytes);
  }

  Limits limits;
  TlsFiles tls;
  Echo echo;
  Measures measures;
  Silent log;
  std::unique_ptr<Server> server;
};

inline constexpr const char* last = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

}  // namespace nucong::http

// The server on a loopback port, spoken to with bare bytes: what it does with what is slow, large, broken or
// many.
#include "http/server_test.hpp"

#include <thread>

#include <gmock/gmock.h>

namespace nucong::http {
namespace {

using std::chrono::milliseconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(TheServer, answers_and_says_what_a_browser_may_not_do) {
  start();
  const auto answer = ask(std::string("GET /one") + last);
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Length: 4\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'"));
  EXPECT_THAT(answer, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\none\n"));
}

TEST_F(TheServer, answers_one_after_the_other_on_one_connection) {
  start();
  const auto answers =
      ask(std::string("GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /work HTTP/1.1\r\nHost: a\r\n\r\n") +
          "GET /three" + last);
  EXPECT_THAT(answers, HasSubstr("\r\n\r\none\n"));
  EXPECT_THAT(answers, HasSubstr("\r\n\r\nwork\n"));
  EXPECT_THAT(answers, EndsWith("\r\n\r\nthree\n"));
}

TEST_F(TheServer, takes_as_much_of_a_body_as_its_route_takes) {
  start();
  const std::string body(100'000, 'x');
  const auto post = [&](const std::string& path, std::size_t announced) {
    return "POST /" + path +
           " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + std::to_string(announced) +
           "\r\n\r\n";
  };
  EXPECT_THAT(ask(post("file", body.size()) + body), EndsWith("\r\n100000\n"));
  EXPECT_THAT(ask(post("other", body.size())), StartsWith("HTTP/1.1 413 ")) << "refused before it is sent";
  EXPECT_THAT(ask(post("file", 200'001)), StartsWith("HTTP/1.1 413 "));
  std::string chunked = "POST /file HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 3; ++i) chunked += "186a0\r\n" + body + "\r\n";
  EXPECT_THAT(ask(chunked + "0\r\n\r\n"), StartsWith("HTTP/1.1 413 ")) << "nobody said how much would come";
}

TEST_F(TheServer, tells_whoever_asks_first_that_the_body_may_come) {
  start();
  Client client(server->address());
  client.send("POST /file HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
  EXPECT_THAT(client.until("\r\n\r\n"), StartsWith("HTTP/1.1 100 "));
  client.send("four");
  EXPECT_THAT(client.until("\n4\n"), HasSubstr("200 OK"));
}

TEST_F(TheServer, answers_head_without_a_body) {
  start();
  const auto answer = ask(std::string("HEAD /one") + last);
  EXPECT_THAT(answer, HasSubstr("Content-Length: 4\r\n"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST_F(TheServer, answers_a_client_that_has_said_all) {
  start();
  const Client client(server->address());
  client.send("GET /work HTTP/1.1\r\nHost: a\r\n\r\n");
  client.half_close();
  EXPECT_THAT(client.rest(), EndsWith("work\n"));
}

TEST_F(TheServer, refuses_what_is_no_request) {
  start();
  EXPECT_THAT(ask("hello\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(ask("GET / HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 400 ")) << "no host";
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(ask("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(
      ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
      StartsWith("HTTP/1.1 400 "));
}

TEST_F(TheServer, refuses_what_is_too_large) {
  start();
  const std::string long_path(limits.target_bytes_max + 1, 'a');
  EXPECT_THAT(ask("GET /" + long_path + last), StartsWith("HTTP/1.1 414 "));
  EXPECT_THAT(ask("GET /" + long_path + long_path + long_path + last), StartsWith("HTTP/1.1 414 "));
  EXPECT_THAT(
      ask("GET / HTTP/1.1\r\nHost: a\r\nCookie: " + std::string(limits.head_bytes_max, 'a') + "\r\n\r\n"),
      StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
}

TEST_F(TheServer, does_not_wait_for_who_is_slow) {
  limits.head_time = limits.body_time = milliseconds(50);
  limits.idle_time = milliseconds(100);
  start();
  EXPECT_THAT(ask("GET / HT"), StartsWith("HTTP/1.1 408 "));
  EXPECT_THAT(ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nfour"),
              StartsWith("HTTP/1.1 408 "));
  EXPECT_EQ(Client(server->address()).rest(), "") << "who says nothing is told nothing";
}

TEST_F(TheServer, drops_who_does_not_take_the_answer) {
  limits.write_time = milliseconds(50);
  start();
  const Client client(server->address());
  client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  while (measures.connections_open == 0) std::this_thread::yield();
  while (measures.connections_open > 0) std::this_thread::yield();
  EXPECT_LT(client.rest().size(), std::size_t{8} << 20);
}

TEST_F(TheServer, refuses_more_questions_than_can_wait) {
  limits.threads = 1;
  limits.waiting_max = 0;
  start();
  EXPECT_THAT(ask(std::string("GET /work") + last), StartsWith("HTTP/1.1 503 "));
  EXPECT_THAT(ask(std::string("GET /work") + last), HasSubstr("Retry-After: 1\r\n"));
  EXPECT_THAT(ask(std::string("GET /one") + last), StartsWith("HTTP/1.1 200 ")) << "what needs no thread";
}

TEST_F(TheServer, refuses_more_connections_than_it_holds) {
  limits.connections_max = 2;
  start();
  const Client one(server->address());
  const Client two(server->address());
  while (measures.connections_open < 2) std::this_thread::yield();
  EXPECT_THAT(ask(std::string("GET /one") + last), StartsWith("HTTP/1.1 503 "));
  EXPECT_EQ(measures.connections_refused, 1);
}

TEST_F(TheServer, refuses_more_connections_than_one_machine_needs) {
  limits.connections_per_address_max = 1;
  start();
  const Client one(server->address());
  while (measures.connections_open < 1) std::this_thread::yield();
  EXPECT_THAT(ask(std::string("GET /one") + last), StartsWith("HTTP/1.1 429 "));
}

TEST_F(TheServer, finishes_what_it_accepted_when_it_is_stopped) {
  start();
  const Address at = server->address();
  const Client idle(at);
  const Client client(at);
  client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  while (echo.working == 0) std::this_thread::yield();
  auto stopping = std::async(std::launch::async, [&] { server->stop(); });
  EXPECT_EQ(idle.rest(), "");
  EXPECT_FALSE(Client(at).connected && !Client(at).ask(std::string("GET /one") + last).empty());
  echo.gate.set_value();
  const auto answer = client.rest();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
  stopping.get();
}

TEST_F(TheServer, lets_many_acts_wait_at_once_and_answers_meanwhile) {
  limits.threads = 1;
  limits.act_threads = 8;
  start();
  std::vector<std::unique_ptr<Client>> clients;
  for (unsigned i = 0; i < limits.act_threads; ++i) {
    clients.push_back(std::make_unique<Client>(server->address()));
    clients.back()->send(std::string("POST /act") + last);
  }
  while (echo.working < static_cast<int>(limits.act_threads)) std::this_thread::yield();
  EXPECT_THAT(ask(std::string("GET /work") + last), EndsWith("work\n"));
  echo.gate.set_value();
  for (const auto& client : clients) EXPECT_THAT(client->rest(), EndsWith("act\n"));
}

TEST_F(TheServer, tells_events_as_they_happen_until_it_is_stopped) {
  limits.heartbeat = milliseconds(20);
  start();
  const Client client(server->address());
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.until("\r\n\r\nevents\n"), Not(HasSubstr("Content-Length")));
  EXPECT_EQ(client.until("\n\n"), ": -\n\n") << "so that who has gone is found out";
  EXPECT_TRUE(echo.reader->give("data: 1\n\n"));
  EXPECT_THAT(client.until("data: 1\n\n"), EndsWith("data: 1\n\n"));
  server->stop();
  EXPECT_THAT(client.rest(), Not(HasSubstr("data")));
}

TEST_F(TheServer, drops_a_reader_of_events_who_does_not_take_them) {
  limits.write_time = milliseconds(200);
  start();
  const Client client(server->address());
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.until("\r\n\r\nevents\n"), EndsWith("events\n"));
  const std::string event = "data: " + std::string(16000, 'x') + "\n\n";
  while (echo.reader->give(event)) std::this_thread::yield();
  while (measures.connections_open > 0) std::this_thread::yield();
}

TEST_F(TheServer, logs_routes_and_never_what_was_asked) {
  start();
  (void)ask(std::string("GET /secret?unit=PTH") + last);
  server->stop();
  EXPECT_EQ(log.lines, std::vector<std::string>{"/echo 200"});
  EXPECT_THAT(measures.text(), HasSubstr("nucong_http_requests_total{route=\"/echo\",status=\"200\"} 1\n"));
}

TEST_F(TheServer, says_when_its_port_is_taken) {
  start();
  const auto second = Server::start(server->address(), limits, echo, measures, log);
  ASSERT_TRUE(second.has_error());
  EXPECT_EQ(second.error().code(), ErrorCode::server_address_taken);
}

TEST(AnAddress, is_a_number_with_a_port) {
  EXPECT_EQ(Address::parse("127.0.0.1:8080").value().str(), "127.0.0.1:8080");
  EXPECT_EQ(Address::parse("[::1]:0").value().str(), "[::1]:0");
  EXPECT_EQ(Address::parse("localhost:80").value().str(), "127.0.0.1:80");
  EXPECT_TRUE(Address::parse("127.3.2.1:80").value().is_loopback());
  EXPECT_FALSE(Address::parse("0.0.0.0:80").value().is_loopback());
  for (const char* bad : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "::1:80",
                          "[127.0.0.1]:80", "example.org:80", "127.0.0.1:80x"})
    EXPECT_TRUE(Address::parse(bad).has_error()) << bad;
}

}  // namespace
}  // namespace nucong::http

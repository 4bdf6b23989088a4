// Clients that go without a word, or say what they have to say a byte at a time.
#include <thread>

#include <gmock/gmock.h>

#include "http/server_test.hpp"

namespace nucong::http {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::StartsWith;

/// A client that is cut off: its machine answers what still comes with a reset, as one does that was started
/// anew.
void vanish(const Client& client) {
  const linger at_once{1, 0};
  ::setsockopt(client.descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

/// What the server answers to somebody who says `text` a byte at a time, one every few milliseconds.
std::string answer_to_who_drips(const Client& client, const std::string& text) {
  const timeval between{0, 5'000};
  ::setsockopt(client.descriptor(), SOL_SOCKET, SO_RCVTIMEO, &between, sizeof between);
  for (const char c : text) {
    client.send(std::string(1, c));
    if (auto answer = client.rest(); !answer.empty()) return answer;
  }
  return {};
}

TEST_F(TheServer, gives_who_drips_no_more_time_than_others) {
  limits.head_time = limits.body_time = milliseconds(100);
  start();
  const std::string field = "X-Slow: " + std::string(2'000, 'a');
  EXPECT_THAT(answer_to_who_drips(Client(server->address()), "GET /one HTTP/1.1\r\nHost: a\r\n" + field),
              StartsWith("HTTP/1.1 408 "));
  const Client client(server->address());
  client.send("POST /file HTTP/1.1\r\nHost: a\r\nContent-Length: 3000\r\n\r\n");
  EXPECT_THAT(answer_to_who_drips(client, std::string(2'000, 'a')), StartsWith("HTTP/1.1 408 "));
  EXPECT_THAT(ask(std::string("GET /one") + last), StartsWith("HTTP/1.1 200 ")) << "others are served";
}

// As a proxy does: it passes on the whole of what it has before it looks for the answer.
TEST_F(TheServer, hears_out_who_sends_all_of_what_was_refused) {
  start();
  const Client client(server->address());
  const std::string body(std::size_t{8} << 20, 'x');
  client.send("POST /file HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\n\r\n");
  EXPECT_EQ(::send(client.descriptor(), body.data(), body.size(), MSG_NOSIGNAL),
            static_cast<ssize_t>(body.size()));
  EXPECT_THAT(client.rest(), StartsWith("HTTP/1.1 413 "));
}

TEST_F(TheServer, does_its_work_for_who_has_gone_and_forgets_them) {
  start();
  {
    const Client client(server->address());
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    while (echo.working == 0) std::this_thread::yield();
    vanish(client);
  }
  echo.gate.set_value();
  while (measures.connections_open > 0) std::this_thread::yield();
  EXPECT_EQ(measures.questions_waiting, 0);
  EXPECT_THAT(ask(std::string("GET /one") + last), StartsWith("HTTP/1.1 200 "));
}

TEST_F(TheServer, forgets_who_goes_in_the_middle_of_a_request) {
  start();
  for (const char* begun :
       {"G", "GET /one HTTP/1.1\r\nHo", "POST /file HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nfour"}) {
    const Client client(server->address());
    client.send(begun);
    while (measures.connections_open == 0) std::this_thread::yield();
    vanish(client);
  }
  while (measures.connections_open > 0) std::this_thread::yield();
  EXPECT_THAT(ask(std::string("GET /one") + last), StartsWith("HTTP/1.1 200 "));
}

TEST_F(TheServer, finds_out_by_a_remark_that_a_reader_of_events_has_gone) {
  limits.heartbeat = milliseconds(20);
  start();
  {
    const Client client(server->address());
    client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(client.until("\r\n\r\nevents\n"), HasSubstr("200"));
    EXPECT_EQ(measures.connections_open, 1);
    vanish(client);
  }
  while (measures.connections_open > 0) std::this_thread::yield();
  EXPECT_EQ(measures.events_read, 0);
}

TEST_F(TheServer, closes_on_who_stays_without_asking_anything) {
  limits.idle_time = milliseconds(50);
  start();
  const Client silent(server->address());
  const Client asked_once(server->address());
  asked_once.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(asked_once.rest(), StartsWith("HTTP/1.1 200 "));
  EXPECT_EQ(silent.rest(), "");
  while (measures.connections_open > 0) std::this_thread::yield();
}

}  // namespace
}  // namespace nucong::http

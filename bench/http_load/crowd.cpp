#include "bench/http_load/crowd.hpp"

#include <stdexcept>

#include <boost/asio/co_spawn.hpp>

namespace nucong::bench {

namespace asio = boost::asio;

asio::awaitable<void> Crowd::add(std::string request) {
  auto talker = std::make_shared<Talker>(io_);
  auto connecting = talker->connect(server_);
  co_await std::move(connecting);
  auto sending = talker->send(request);
  co_await std::move(sending);
  auto answering = talker->answer();
  const Answer answer = co_await std::move(answering);
  if (answer.status != 200)
    throw std::runtime_error("one of the crowd was answered " + std::to_string(answer.status));
  talkers_.push_back(std::move(talker));
}

asio::awaitable<void> Crowd::gather(const CrowdSize& size, const Question& events) {
  Question lives;
  lives.host = events.host;
  talkers_.reserve(size.all());
  for (std::size_t i = 0; i < size.all(); ++i) {
    auto adding = add(i < size.idle ? lives.request(i) : events.request(i));
    co_await std::move(adding);
    if (i < size.idle || i >= size.idle + size.readers) continue;
    // The stream ends, for whatever reason, as an exception of the reading.
    asio::co_spawn(io_, talkers_.back()->listen(),
                   [this, talker = talkers_.back()](const std::exception_ptr&) { ++readers_gone_; });
  }
}

void Crowd::leave() {
  for (const auto& talker : talkers_) talker->close();
}

}  // namespace nucong::bench

#include "bench/http_load/busy.hpp"

#include <algorithm>
#include <cmath>

#include <boost/asio/co_spawn.hpp>

namespace nucong::bench {

namespace asio = boost::asio;

double Outcome::percentile(double share) {
  if (ms.empty()) return 0;
  std::ranges::sort(ms);
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(ms.size())));
  return ms[std::clamp<std::size_t>(rank, 1, ms.size()) - 1];
}

void Busy::start(std::size_t connections, std::chrono::duration<double> length) {
  const auto begun = Clock::now();
  const auto end = begun + std::chrono::duration_cast<Clock::duration>(length);
  running_ = connections;
  for (std::size_t i = 0; i < connections; ++i)
    asio::co_spawn(io_, ask_until(end), [this, begun](const std::exception_ptr& broken) {
      if (broken) ++outcome_.broken;
      --running_;
      outcome_.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    });
}

asio::awaitable<void> Busy::ask_until(Clock::time_point end) {
  Talker talker(io_);
  auto connecting = talker.connect(server_);
  co_await std::move(connecting);
  while (Clock::now() < end) {
    const std::string request = question_.request(asked_++);
    const auto begun = Clock::now();
    auto sending = talker.send(request);
    co_await std::move(sending);
    auto answering = talker.answer();
    const Answer answer = co_await std::move(answering);
    outcome_.ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
    ++outcome_.statuses[answer.status];
    outcome_.bytes += answer.bytes;
  }
}

}  // namespace nucong::bench

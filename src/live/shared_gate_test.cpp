#include "live/shared_gate.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace nucong::live {
namespace {

TEST(SharedGate, many_attempts_at_once_are_no_way_round) {
  SharedGate gate;
  const account::Instant now{std::chrono::seconds{1'800'000'000}};
  std::atomic<int> let = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread)
      threads.emplace_back([&] {
        for (int i = 0; i < 1000; ++i)
          if (gate.attempt("lan", "bad", now).count() == 0) ++let;
      });
  }
  EXPECT_EQ(let, account::ThrottleRule{}.free_failures);
}

}  // namespace
}  // namespace nucong::live

#include "workers/threads.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace nucong::workers {
namespace {

TEST(Threads, each_piece_is_worked_once_and_taken_in_order) {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    constexpr std::size_t pieces = 1000;
    std::vector<std::size_t> made(pieces);
    std::vector<std::size_t> taken;
    Threads(threads).in_order(
        pieces, [&](std::size_t i) { made[i] += i + 1; },
        [&](std::size_t i) {
          taken.push_back(made[i] - 1);
          return true;
        });
    std::vector<std::size_t> all(pieces);
    std::iota(all.begin(), all.end(), 0U);
    EXPECT_EQ(taken, all);
  }
}

TEST(Threads, nothing_to_do_is_done_at_once) {
  Threads().in_order(
      0, [](std::size_t) { FAIL(); }, [](std::size_t) { return false; });
}

TEST(Threads, work_runs_only_a_little_ahead_and_ends_when_the_taker_has_had_enough) {
  std::atomic<std::size_t> worked = 0;
  std::size_t taken = 0;
  Threads(2).in_order(
      1'000'000, [&](std::size_t) { ++worked; }, [&](std::size_t) { return ++taken < 100; });
  EXPECT_EQ(taken, 100U);
  EXPECT_LE(worked, 100U + 2 * 4);
}

TEST(Threads, what_work_throws_reaches_the_caller_in_its_turn) {
  std::size_t taken = 0;
  const auto work = [](std::size_t i) {
    if (i == 5) throw std::runtime_error("five");
  };
  const auto take = [&](std::size_t) {
    ++taken;
    return true;
  };
  EXPECT_THROW(Threads(3).in_order(20, work, take), std::runtime_error);
  EXPECT_EQ(taken, 5U);
}

}  // namespace
}  // namespace nucong::workers

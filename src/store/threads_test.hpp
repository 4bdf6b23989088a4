// Several threads that call one database.
#pragma once

#include <atomic>
#include <barrier>
#include <exception>
#include <functional>
#include <future>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "app/database.hpp"

namespace nucong::store {

/// As somebody else calls meanwhile: on a thread of its own, waited for.
template <class Body>
auto on_another_thread(Body&& body) {
  return std::async(std::launch::async, std::forward<Body>(body)).get();
}

/// Calls `body(0)`, `body(1)`, ..., each on a thread of its own, all from the same moment on; waits for all.
inline void at_once(std::size_t count, const std::function<void(std::size_t)>& body) {
  std::barrier begin(static_cast<std::ptrdiff_t>(count));
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      begin.arrive_and_wait();
      try {
        body(i);
      } catch (const std::exception& thrown) {
        ADD_FAILURE() << "thread " << i << " threw " << thrown.what();
      }
    });
  }
}

/// The same while an act, which changes nothing, is under way until all have called: they find it committing,
/// and share the next commit.
inline void at_once_behind_another(app::Database& database, std::size_t count,
                                   const std::function<void(std::size_t)>& body) {
  std::atomic<bool> inside = false;
  std::atomic<std::size_t> about_to_call = 0;
  std::jthread first([&] {
    const auto done = database.commit([&](app::Writer&) -> Result<> {
      inside = true;
      inside.notify_all();
      while (about_to_call < count) std::this_thread::yield();
      // From there to the call it is not far.
      for (int turn = 0; turn < 1000; ++turn) std::this_thread::yield();
      return ok();
    });
    EXPECT_TRUE(done.has_value());
    inside = true;
    inside.notify_all();
  });
  at_once(count, [&](std::size_t i) {
    inside.wait(false);
    ++about_to_call;
    body(i);
  });
}

}  // namespace nucong::store

#include "workers/threads.hpp"

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace nucong::workers {
namespace {

// Pieces that are given out in order, no further ahead of the taker than `ahead`.
class Line {
 public:
  Line(std::size_t pieces, std::size_t ahead) : pieces_(pieces), ahead_(ahead) {}

  /// None when nothing is left to do.
  std::optional<std::size_t> next() {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return next_ >= pieces_ || next_ < taken_ + ahead_; });
    if (next_ >= pieces_) return std::nullopt;
    return next_++;
  }

  void take_one() {
    const std::scoped_lock lock(mutex_);
    ++taken_;
    moved_.notify_all();
  }

  void stop() {
    const std::scoped_lock lock(mutex_);
    pieces_ = 0;
    moved_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable moved_;
  std::size_t pieces_;
  std::size_t ahead_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
};

// However the taking ends, nobody goes on working for it.
class Stopping {
 public:
  explicit Stopping(Line& line) : line_(line) {}
  Stopping(const Stopping&) = delete;
  Stopping& operator=(const Stopping&) = delete;
  ~Stopping() { line_.stop(); }

 private:
  Line& line_;
};

}  // namespace

Threads::Threads() : Threads(std::max(1U, std::thread::hardware_concurrency())) {}
Threads::Threads(std::size_t threads) : threads_(threads) {}

void Threads::in_order(std::size_t pieces, const Work& work, const Take& take) {
  constexpr std::size_t ahead_of_each = 4;
  std::vector<std::packaged_task<void()>> tasks;
  std::vector<std::future<void>> done;
  for (std::size_t i = 0; i < pieces; ++i) {
    tasks.emplace_back([&work, i] { work(i); });
    done.push_back(tasks.back().get_future());
  }
  Line line(pieces, threads_ * ahead_of_each);
  std::vector<std::jthread> threads;
  const Stopping stopping(line);  // before the threads are waited for
  for (std::size_t i = 0; i < std::min(threads_, pieces); ++i)
    threads.emplace_back([&] {
      while (const auto piece = line.next()) tasks[*piece]();
    });
  for (std::size_t i = 0; i < pieces; ++i) {
    done[i].get();
    if (!take(i)) return;
    line.take_one();
  }
}

}  // namespace nucong::workers

#include "store/detail/read_ahead.hpp"

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace nucong::store {
namespace {

// Batches go round between the two threads, so that their texts are allocated once and written over after.
class Round {
 public:
  struct Batch {
    std::vector<app::StoredReport> reports;
    std::size_t size = 0;  // of which so many are filled
    bool last = false;
  };

  Batch& empty_one() { return wait_for(next_to_fill_, State::empty); }
  void filled() { pass(next_to_fill_, State::full); }
  Batch& full_one() { return wait_for(next_to_visit_, State::full); }
  void visited() { pass(next_to_visit_, State::empty); }

  // The visitor wants no more.
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  [[nodiscard]] bool stopped() {
    const std::lock_guard lock(mutex_);
    return stopped_;
  }

 private:
  enum class State : std::uint8_t { empty, full };
  static constexpr std::size_t batches = 4;

  Batch& wait_for(std::size_t index, State state) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return states_[index] == state || stopped_; });
    return batches_[index];
  }

  void pass(std::size_t& index, State state) {
    const std::lock_guard lock(mutex_);
    states_[index] = state;
    index = (index + 1) % batches;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::array<Batch, batches> batches_;
  std::array<State, batches> states_{};
  bool stopped_ = false;
  std::size_t next_to_fill_ = 0;   // the reader's
  std::size_t next_to_visit_ = 0;  // the visitor's
};

struct Farewell {
  explicit Farewell(Round& from) : round(from) {}
  Farewell(const Farewell&) = delete;
  Farewell& operator=(const Farewell&) = delete;
  ~Farewell() { round.stop(); }
  Round& round;
};

constexpr std::size_t batch_reports = 1024;

// Fills batches until there is nothing to read or the visitor has stopped.
Result<> fill(Round& round, const ReportSource& read) {
  Round::Batch* batch = &round.empty_one();
  const auto read_all = read([&](app::StoredReport& report) {
    if (batch->reports.size() < batch_reports)
      batch->reports.push_back(std::move(report));
    else
      std::swap(batch->reports[batch->size], report);  // the old texts' memory goes back for the next row
    if (++batch->size < batch_reports) return true;
    round.filled();
    batch = &round.empty_one();
    batch->size = 0;
    return !round.stopped();
  });
  batch->last = true;
  round.filled();
  return read_all;
}

Result<> empty(Round& round, const ReportVisit& visit) {
  for (;;) {
    const Round::Batch& batch = round.full_one();
    for (std::size_t i = 0; i < batch.size; ++i) {
      TRY(visit(batch.reports[i]));
    }
    if (batch.last) return ok();
    round.visited();
  }
}

}  // namespace

Result<> visit_while_reading(const ReportSource& read, const ReportVisit& visit) {
  Round round;
  Result<> read_all = ok();
  std::exception_ptr thrown;
  Result<> visited = ok();
  {
    const std::jthread reader([&] {
      try {
        read_all = fill(round, read);
      } catch (const std::exception&) {
        thrown = std::current_exception();
        round.empty_one().last = true;
        round.filled();
      }
    });
    // Told also when `visit` throws, before the reader is waited for.
    const Farewell farewell(round);
    visited = empty(round, visit);
  }
  if (thrown) std::rethrow_exception(thrown);
  return visited.has_error() ? visited : read_all;
}

}  // namespace nucong::store

// Things that one thread uses at a time, lent to many.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace nucong::live {

/// Opens what it lends when it is first wanted, up to a number; then whoever comes waits until one is given
/// back. From any thread.
template <class T>
class Pool {
 public:
  using Open = std::function<Result<std::unique_ptr<T>>()>;

  Pool(Open open, std::size_t most) : open_(std::move(open)), most_(most) {}
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() = default;

  /// Given back when it ends.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<T> thing) : pool_(&pool), thing_(std::move(thing)) {}
    Lease(Lease&&) noexcept = default;
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (thing_) pool_->take_back(std::move(thing_));
    }

    [[nodiscard]] T& operator*() const { return *thing_; }
    [[nodiscard]] T* operator->() const { return thing_.get(); }

   private:
    Pool* pool_;
    std::unique_ptr<T> thing_;
  };

  /// Errors: those of opening one.
  [[nodiscard]] Result<Lease> lend() {
    {
      std::unique_lock lock(mutex_);
      returned_.wait(lock, [&] { return !free_.empty() || opened_ < most_; });
      if (!free_.empty()) {
        auto thing = std::move(free_.back());
        free_.pop_back();
        return Lease(*this, std::move(thing));
      }
      ++opened_;
    }
    auto opened = open_();
    if (opened) return Lease(*this, std::move(opened).value());
    const std::lock_guard lock(mutex_);
    --opened_;
    returned_.notify_one();
    return std::move(opened).error();
  }

 private:
  void take_back(std::unique_ptr<T> thing) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(thing));
    returned_.notify_one();
  }

  const Open open_;
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<T>> free_;
  std::size_t opened_ = 0;
};

}  // namespace nucong::live

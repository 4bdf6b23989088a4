// Requests with an `Idempotency-Key` that are being answered: a second of the same is told to come back.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace nucong::http {

/// From any thread.
class UnderWay {
 public:
  /// As long as it lives, the key is taken.
  class Turn {
   public:
    Turn(UnderWay& all, std::string key) : all_(&all), key_(std::move(key)) {}
    Turn(Turn&& other) noexcept : all_(std::exchange(other.all_, nullptr)), key_(std::move(other.key_)) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (all_ != nullptr) all_->end(key_);
    }

   private:
    UnderWay* all_;
    std::string key_;
  };

  /// None if somebody has the key.
  [[nodiscard]] std::optional<Turn> begin(const std::string& key) {
    const std::lock_guard lock(mutex_);
    if (!keys_.insert(key).second) return std::nullopt;
    return std::optional<Turn>(std::in_place, *this, key);
  }

 private:
  void end(const std::string& key) {
    const std::lock_guard lock(mutex_);
    keys_.erase(key);
  }

  std::mutex mutex_;
  std::set<std::string> keys_;
};

}  // namespace nucong::http

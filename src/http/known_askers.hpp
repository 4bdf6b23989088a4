// Who asked a moment ago: so that not every question looks into the database first.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/asker.hpp"

namespace nucong::http {

/// By the digest of what they hold. What changes accounts in this process forgets all of them at once; what
/// others change is seen when the time is over. From any thread.
class KnownAskers {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit KnownAskers(std::chrono::milliseconds life = std::chrono::seconds(2), std::size_t most = 100'000)
      : life_(life), most_(most) {}

  /// None if they have to be looked up.
  [[nodiscard]] std::shared_ptr<const app::Credentials> find(const std::string& digest, Time now);
  /// `seen`: `epoch` from before they were looked up. Nothing is kept if everybody was forgotten since.
  void keep(std::shared_ptr<const app::Credentials> credentials, std::uint64_t seen, Time now);
  [[nodiscard]] std::uint64_t epoch();
  void forget_all();

 private:
  struct Known {
    std::shared_ptr<const app::Credentials> credentials;
    Time until;
  };

  const std::chrono::milliseconds life_;
  const std::size_t most_;
  std::mutex mutex_;
  std::uint64_t epoch_ = 0;
  std::unordered_map<std::string, Known> known_;
};

}  // namespace nucong::http

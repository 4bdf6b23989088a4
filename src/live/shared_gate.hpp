// A gate that several threads share.
#pragma once

#include <mutex>

#include "app/gate.hpp"

namespace nucong::live {

/// Locks each call; hashes are made between calls, without a lock.
class SharedGate final : public app::Gate {
 public:
  SharedGate() = default;
  explicit SharedGate(const account::ThrottleRule& rule) : gate_(rule) {}

  [[nodiscard]] std::chrono::seconds attempt(const std::string& name, const std::string& address,
                                             account::Instant now) override;
  void undecided(const std::string& address) override;
  void succeeded(const std::string& name, const std::string& address) override;

 private:
  std::mutex mutex_;
  app::LooseGate gate_;
};

}  // namespace nucong::live

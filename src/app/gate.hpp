// The port that holds sign-ins back: a Throttle that may be shared.
#pragma once

#include "account/throttle.hpp"

namespace nucong::app {

/// As account::Throttle says. This is the seam for sharing: one that several threads use locks these calls
/// (live::SharedGate); the slow work between them is done without a lock.
class Gate {
 public:
  Gate() = default;
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;
  virtual ~Gate() = default;

  [[nodiscard]] virtual std::chrono::seconds attempt(const std::string& name, const std::string& address,
                                                     account::Instant now) = 0;
  virtual void undecided(const std::string& address) = 0;
  virtual void succeeded(const std::string& name, const std::string& address) = 0;
};

/// For one thread at a time.
class LooseGate final : public Gate {
 public:
  LooseGate() = default;
  explicit LooseGate(const account::ThrottleRule& rule) : throttle_(rule) {}

  [[nodiscard]] std::chrono::seconds attempt(const std::string& name, const std::string& address,
                                             account::Instant now) override {
    return throttle_.attempt(name, address, now);
  }
  void undecided(const std::string& address) override { throttle_.undecided(address); }
  void succeeded(const std::string& name, const std::string& address) override {
    throttle_.succeeded(name, address);
  }

 private:
  account::Throttle throttle_;
};

}  // namespace nucong::app

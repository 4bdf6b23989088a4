#include "live/shared_gate.hpp"

namespace nucong::live {

std::chrono::seconds SharedGate::attempt(const std::string& name, const std::string& address,
                                         account::Instant now) {
  const std::lock_guard lock(mutex_);
  return gate_.attempt(name, address, now);
}

void SharedGate::undecided(const std::string& address) {
  const std::lock_guard lock(mutex_);
  gate_.undecided(address);
}

void SharedGate::succeeded(const std::string& name, const std::string& address) {
  const std::lock_guard lock(mutex_);
  gate_.succeeded(name, address);
}

}  // namespace nucong::live

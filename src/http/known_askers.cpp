#include "http/known_askers.hpp"

namespace nucong::http {

std::shared_ptr<const app::Credentials> KnownAskers::find(const std::string& digest, Time now) {
  const std::lock_guard lock(mutex_);
  const auto at = known_.find(digest);
  if (at == known_.end() || at->second.until <= now) return nullptr;
  return at->second.credentials;
}

void KnownAskers::keep(std::shared_ptr<const app::Credentials> credentials, std::uint64_t seen, Time now) {
  const std::lock_guard lock(mutex_);
  if (seen != epoch_) return;
  if (known_.size() >= most_) known_.clear();
  const auto& digest = credentials->asker.digest;
  known_.insert_or_assign(digest, Known{credentials, now + life_});
}

std::uint64_t KnownAskers::epoch() {
  const std::lock_guard lock(mutex_);
  return epoch_;
}

void KnownAskers::forget_all() {
  const std::lock_guard lock(mutex_);
  ++epoch_;
  known_.clear();
}

}  // namespace nucong::http

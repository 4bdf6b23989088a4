#include "http/kept_answers.hpp"

namespace nucong::http {

std::shared_ptr<const Response> KeptAnswers::find(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto at = by_key_.find(key);
  if (at == by_key_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, at->second);
  return at->second->response;
}

void KeptAnswers::keep(const std::string& key, const Response& response) {
  const std::size_t bytes = response.body.size() + 2 * key.size() + 512;
  if (bytes > bytes_max_ / 4) return;
  auto shared = std::make_shared<const Response>(response);
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  kept_.push_front({key, std::move(shared), bytes});
  by_key_.emplace(kept_.front().key, kept_.begin());
  bytes_ += bytes;
  while (bytes_ > bytes_max_) {
    bytes_ -= kept_.back().bytes;
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
}

}  // namespace nucong::http

#include "http/trees.hpp"

#include <algorithm>

namespace nucong::http {

std::shared_ptr<const app::UnitIndex> Trees::find(const void* history, Date epoch) {
  const std::lock_guard lock(mutex_);
  const auto at = std::ranges::find_if(
      kept_, [&](const Kept& kept) { return kept.history == history && kept.epoch == epoch; });
  if (at == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, at);
  return at->index;
}

std::shared_ptr<const app::UnitIndex> Trees::on(const unit::History& history, Date day) {
  constexpr std::size_t kept_max = 4;
  const Date epoch = history.epoch_of(day);
  if (auto kept = find(history.identity(), epoch)) return kept;
  auto made = std::make_shared<const app::UnitIndex>(std::make_shared<const unit::Tree>(history, day));
  const std::lock_guard lock(mutex_);
  kept_.push_front({history.identity(), epoch, made});
  if (kept_.size() > kept_max) kept_.pop_back();
  return made;
}

}  // namespace nucong::http

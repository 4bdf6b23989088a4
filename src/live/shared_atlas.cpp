#include "live/shared_atlas.hpp"

namespace nucong::live {

std::optional<rollup::Atlas::Page> SharedAtlas::find(const rollup::PageKey& key) {
  const std::lock_guard lock(mutex_);
  return atlas_.find(key);
}

void SharedAtlas::keep(const rollup::PageKey& key, Page page, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  atlas_.keep(key, std::move(page), bytes);
}

}  // namespace nucong::live

#include "rollup/atlas.hpp"

namespace nucong::rollup {

std::optional<Atlas::Page> LooseAtlas::find(const PageKey& key) {
  const auto at = pages_.find(key);
  if (at == pages_.end()) return std::nullopt;
  uses_.splice(uses_.begin(), uses_, at->second.use);
  return at->second.page;
}

void LooseAtlas::drop(std::map<PageKey, Entry>::iterator at) {
  bytes_ -= at->second.bytes;
  uses_.erase(at->second.use);
  pages_.erase(at);
}

void LooseAtlas::keep(const PageKey& key, Page page, std::size_t bytes) {
  if (const auto known = pages_.find(key); known != pages_.end()) drop(known);
  const auto at = pages_.emplace(key, Entry{std::move(page), bytes, {}}).first;
  uses_.push_front(&at->first);
  at->second.use = uses_.begin();
  bytes_ += bytes;
  while (bytes_ > bytes_max_ && uses_.size() > 1) drop(pages_.find(*uses_.back()));
}

}  // namespace nucong::rollup

// An atlas that several threads share.
#pragma once

#include <mutex>

#include "rollup/atlas.hpp"

namespace nucong::live {

/// Locks each look and each keeping; what is made between them is made without a lock, at worst twice.
class SharedAtlas final : public rollup::Atlas {
 public:
  explicit SharedAtlas(std::size_t bytes_max = rollup::LooseAtlas::bytes_usual) : atlas_(bytes_max) {}

  [[nodiscard]] std::optional<Page> find(const rollup::PageKey& key) override;
  void keep(const rollup::PageKey& key, Page page, std::size_t bytes) override;

 private:
  std::mutex mutex_;
  rollup::LooseAtlas atlas_;
};

}  // namespace nucong::live

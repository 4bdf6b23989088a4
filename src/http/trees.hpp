// Trees and what finds units in them, kept from one question to the next.
#pragma once

#include <list>
#include <memory>
#include <mutex>

#include "app/find_units.hpp"

namespace nucong::http {

/// The last few that were asked for. From any thread; what is missing is made without a lock, at worst twice.
class Trees {
 public:
  [[nodiscard]] std::shared_ptr<const app::UnitIndex> on(const unit::History& history, Date day);

 private:
  struct Kept {
    const void* history = nullptr;  // lives as long as the tree, which holds it
    Date epoch{};
    std::shared_ptr<const app::UnitIndex> index;
  };
  [[nodiscard]] std::shared_ptr<const app::UnitIndex> find(const void* history, Date epoch);

  std::mutex mutex_;
  std::list<Kept> kept_;  // the latest used first
};

}  // namespace nucong::http

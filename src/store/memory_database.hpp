// The three stores as models that know of each other, as three ports of one database do.
#pragma once

#include <memory>

#include "app/account_store.hpp"
#include "app/work_store.hpp"

namespace nucong::store {

struct MemoryDatabase {
  std::unique_ptr<app::Store> store;
  std::unique_ptr<app::AccountStore> accounts;
  std::unique_ptr<app::WorkStore> work;
};

/// Empty; gone with the objects. The founding of a unit at which somebody holds or held an office is not
/// taken back. For one thread at a time.
[[nodiscard]] MemoryDatabase make_memory_database(app::Digest digest);

}  // namespace nucong::store

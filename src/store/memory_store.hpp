// The store as a model: what every other one must answer like.
#pragma once

#include <memory>

#include "app/store.hpp"

namespace nucong::store {

/// Empty; gone with the object. For one thread at a time.
[[nodiscard]] std::unique_ptr<app::Store> make_memory_store();

}  // namespace nucong::store

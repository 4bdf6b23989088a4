// PostgreSQL behind the Engine.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "store/detail/engine.hpp"

namespace nucong::store {

/// Connects to `address`; whose the database is and what is in it is for the caller to find out.
/// Errors: as `open`.
[[nodiscard]] Result<std::unique_ptr<Engine>> open_postgresql(const std::string& address,
                                                              const std::string& url);

}  // namespace nucong::store

// From an address to an engine whose schema is up to date.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "store/detail/engine.hpp"
#include "store/open.hpp"

namespace nucong::store {

/// Errors: as `open`.
[[nodiscard]] Result<std::unique_ptr<Engine>> connect(std::string_view url, OpenMode mode);

}  // namespace nucong::store

// From an address to a connection whose schema is up to date.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "store/detail/connection.hpp"
#include "store/open.hpp"

namespace nucong::store {

[[nodiscard]] bool is_postgresql(std::string_view url);
/// Whether the database is gone with its connection.
[[nodiscard]] bool is_in_memory(std::string_view url);

/// Errors: as `open`.
[[nodiscard]] Result<std::unique_ptr<Connection>> connect(std::string_view url, OpenMode mode);

}  // namespace nucong::store

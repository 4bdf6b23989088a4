// SQLite behind the Engine.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "store/detail/engine.hpp"
#include "store/open.hpp"

namespace nucong::store {

/// Opens the file at `path`; whose it is and what is in it is for the caller to find out. Errors: as `open`.
[[nodiscard]] Result<std::unique_ptr<Engine>> open_sqlite(const std::string& path, const std::string& url,
                                                          OpenMode mode);

}  // namespace nucong::store

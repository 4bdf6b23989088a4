// One program run once on bytes, within limits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/converter.hpp"

namespace nucong::document::detail {

/// Runs `program` (a path) with `arguments` and the bytes as its standard input, which it may also seek in.
/// When the call returns the process is gone. Errors: `file.unreadable` with param `detail` where the system
/// refuses.
[[nodiscard]] Result<Converted> run_process(const std::string& program,
                                            const std::vector<std::string>& arguments, std::string_view bytes,
                                            const ConverterLimits& limits);

}  // namespace nucong::document::detail

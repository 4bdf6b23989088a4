// Target frameworks, one document each.
#pragma once

#include <span>
#include <vector>

#include "catalogue/detail/table.hpp"
#include "indicator/indicator.hpp"
#include "target/framework.hpp"

namespace nucong::catalogue::detail {

[[nodiscard]] Result<std::vector<target::Framework>> read_frameworks(std::span<const Document> documents,
                                                                     const indicator::Catalogue& catalogue);

}  // namespace nucong::catalogue::detail

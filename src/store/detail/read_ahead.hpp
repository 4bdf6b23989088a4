// Reading rows and working on them at the same time, on two cores.
#pragma once

#include <functional>

#include "app/store.hpp"

namespace nucong::store {

using ReportVisit = std::function<Result<>(const app::StoredReport&)>;

/// Runs `read` on a thread of its own and hands what it gives, in its order, to `visit` on the caller's.
/// `read` is given a function that takes a report's contents and says whether to go on. Ends at the first
/// error of either and returns it; what `read` throws is thrown here. At most some thousand reports are on
/// the way.
[[nodiscard]] Result<> visit_while_reading(
    const std::function<Result<>(const std::function<bool(app::StoredReport&)>& take)>& read,
    const ReportVisit& visit);

}  // namespace nucong::store

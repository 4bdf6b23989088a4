// Reading rows and working on them at the same time, on two cores.
#pragma once

#include <functional>

#include "app/stored.hpp"

namespace nucong::store {

using ReportVisit = std::function<Result<>(const app::StoredReport&)>;
/// Takes a report's contents, which it may move out, and says whether to go on.
using ReportTake = std::function<bool(app::StoredReport&)>;
using ReportSource = std::function<Result<>(const ReportTake&)>;

/// Runs `read` on a thread of its own and hands what it gives, in its order, to `visit` on the caller's. Ends
/// at the first error of either and returns it; what `read` throws is thrown here. At most some thousand
/// reports are on the way.
[[nodiscard]] Result<> visit_while_reading(const ReportSource& read, const ReportVisit& visit);

}  // namespace nucong::store

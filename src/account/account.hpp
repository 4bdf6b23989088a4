// Who signs in: the number of an account, and the instants that accounts are about.
#pragma once

#include <chrono>

#include "base/id.hpp"

namespace nucong::account {

using nucong::AccountId;

/// Seconds since 1970 in UTC. Sessions, links and audit speak of instants, offices of days.
using Instant = std::chrono::sys_seconds;

}  // namespace nucong::account

// Every route on one page: routes.cpp.
#pragma once

#include <span>

#include "http/route.hpp"

namespace nucong::http {

/// In the order in which they are tried. They live as long as the program.
[[nodiscard]] std::span<const Route> routes();

}  // namespace nucong::http

// The application in the browser, as the program carries it.
#pragma once

#include <span>

#include "http/pages.hpp"

namespace nucong {

/// Every file of web/, built; none if the program was built without it (NUCONG_WEB=OFF).
[[nodiscard]] std::span<const http::PageFile> pages();

}  // namespace nucong

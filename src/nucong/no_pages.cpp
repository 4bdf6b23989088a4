#include "nucong/pages.hpp"

namespace nucong {

std::span<const http::PageFile> pages() {
  return {};
}

}  // namespace nucong

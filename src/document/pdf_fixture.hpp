// PDF files written by hand: pages of one font, one line of ASCII text under the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nucong::document {

/// A page for each text; its lines are parted by line ends. An empty one is an empty page.
[[nodiscard]] std::string pdf_of(const std::vector<std::string>& pages);

/// The same behind a password that nobody knows.
[[nodiscard]] std::string locked_pdf();

}  // namespace nucong::document

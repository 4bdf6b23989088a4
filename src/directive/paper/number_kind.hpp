// The kind of a paper by the letters in its number.
#pragma once

#include <optional>
#include <string_view>

#include "directive/reading.hpp"

namespace nucong::directive {

/// The kind that a number's code tells ("41/HD-CĐ": guidance), or `said` where the code leaves it open: QĐ is
/// a decision or a regulation. None if neither tells.
[[nodiscard]] std::optional<CitationType> kind_of_number(std::string_view number,
                                                         std::optional<CitationType> said);

}  // namespace nucong::directive

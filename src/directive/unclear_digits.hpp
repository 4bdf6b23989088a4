// Numbers that a scanner has spoilt: "9O%", "l00%". They are pointed out, never guessed.
#pragma once

#include <string_view>
#include <vector>

#include "directive/reading.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

/// The places where letters that look like digits (O, o, l, I) stand among digits. Their tokens are set
/// aside, so that no stage reads what is left of the number. In the order of the text.
[[nodiscard]] std::vector<Span> set_unclear_digits_aside(Tokens& tokens, std::string_view text);

}  // namespace nucong::directive

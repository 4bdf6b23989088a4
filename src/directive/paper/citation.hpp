// The papers a text names: "Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ", "Luật Công đoàn".
#pragma once

#include <string_view>
#include <vector>

#include "directive/reading.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

/// Every mention, in the order of the text; tokens of a mention become `cited`, so that no number of theirs
/// is taken for a quantity. `tokens` before they are joined to phrases.
[[nodiscard]] std::vector<Citation> find_citations(Tokens& tokens, std::string_view text);

/// One citation per paper, the fullest mention of each.
[[nodiscard]] std::vector<Citation> without_repeats(std::vector<Citation> mentions);

}  // namespace nucong::directive

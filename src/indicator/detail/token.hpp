// The words and signs of a formula, each with its column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nucong::indicator::detail {

struct Token {
  enum class Kind : std::uint8_t { name, number, sign, end };
  Kind kind = Kind::end;
  std::string_view text;     // of the formula; empty at the end
  std::size_t position = 1;  // column of its first character, from 1
};

/// Always closed by an end token. Errors: `formula.malformed`.
[[nodiscard]] Result<std::vector<Token>> tokens_of(std::string_view formula);

/// Params `text`, `position`, `expected`.
[[nodiscard]] Error formula_error(ErrorCode code, std::string_view formula, std::size_t position,
                                  std::string_view expected);

}  // namespace nucong::indicator::detail

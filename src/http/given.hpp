// The body of a request: JSON of strangers, before anybody knows what it should say.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace nucong::http {

/// One value as it was written.
struct Given {
  enum class Kind : std::uint8_t { nothing, truth, number, text, list, object };

  Kind kind = Kind::nothing;
  std::string text;  ///< of text its letters; of a number its digits; of a truth "true" or "false"
  std::vector<Given> list;
  std::vector<std::pair<std::string, Given>> members;  ///< in the order written

  bool operator==(const Given&) const = default;
};

/// Reads a body of at most eight floors. An empty one is an object without members. Numbers keep every digit.
/// Errors: `request.body_malformed` (param `at`, the byte where it went wrong).
[[nodiscard]] Result<Given> read_given(std::string_view body);

}  // namespace nucong::http

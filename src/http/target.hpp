// The target of a request, decoded: where it goes and what it asks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nucong::http {

struct QueryParam {
  std::string name;
  std::string value;  ///< empty where there was no "="

  bool operator==(const QueryParam&) const = default;
};

/// Text is NFC and without control characters.
struct Target {
  std::vector<std::string> path;  ///< between the slashes; "/" is one empty part
  std::vector<QueryParam> query;  ///< in the order in which they came

  bool operator==(const Target&) const = default;
};

/// Reads "/api/units?q=n%E1%BB%AF+c%C3%B4ng", also with "http://host" before it. In the query "+" is a blank.
/// A part behind "#" is not sent by anybody and is refused. Errors: `request.target_malformed` (param
/// `text`).
[[nodiscard]] Result<Target> parse_target(std::string_view text);

/// A text as it may stand in a query: everything but letters, digits and -._~ as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace nucong::http

// A request as the routes see it.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "http/target.hpp"

namespace nucong::http {

struct Field {
  std::string name;
  std::string value;

  bool operator==(const Field&) const = default;
};

/// The only header fields that anything here looks at, as they are written in Request::fields.
constexpr std::array<std::string_view, 7> fields_read = {
    "host", "accept", "accept-language", "authorization", "cookie", "if-none-match", "last-event-id"};

struct Request {
  std::string id;      ///< of this request in the log and in problems
  std::string method;  ///< as it was sent: "GET"
  Target target;
  std::vector<Field> fields;  ///< of `fields_read`, each at most once
  std::string address;        ///< of the machine that asks

  /// Empty if it did not come.
  [[nodiscard]] std::string_view field(std::string_view name) const {
    const auto at = std::ranges::find(fields, name, &Field::name);
    return at == fields.end() ? std::string_view{} : at->value;
  }
  [[nodiscard]] bool is_head() const { return method == "HEAD"; }
};

}  // namespace nucong::http

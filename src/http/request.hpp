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
inline constexpr std::array fields_read = {std::string_view("host"),
                                           std::string_view("accept"),
                                           std::string_view("accept-language"),
                                           std::string_view("authorization"),
                                           std::string_view("cookie"),
                                           std::string_view("if-none-match"),
                                           std::string_view("last-event-id"),
                                           std::string_view("content-type"),
                                           std::string_view("idempotency-key"),
                                           std::string_view("nucong-sequence"),
                                           std::string_view("origin"),
                                           std::string_view("sec-fetch-site"),
                                           std::string_view("user-agent"),
                                           std::string_view("x-forwarded-for"),
                                           std::string_view("accept-encoding")};

struct Request {
  std::string id;      ///< of this request in the log and in problems
  std::string method;  ///< as it was sent: "GET"
  Target target;
  std::vector<Field> fields;  ///< of `fields_read`, each at most once
  std::string address;        ///< of the machine that asks
  std::string body;

  /// Empty if it did not come.
  [[nodiscard]] std::string_view field(std::string_view name) const {
    const auto at = std::ranges::find(fields, name, &Field::name);
    return at == fields.end() ? std::string_view{} : at->value;
  }
  [[nodiscard]] bool is_head() const { return method == "HEAD"; }
};

}  // namespace nucong::http

// A response as the routes make it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace nucong::http {

class Reader;

struct Response {
  unsigned status = 200;
  std::vector<Field> fields;  ///< without those that the server adds to every response
  std::string body;
  /// If set, the body is what happens from now on, as events, until either side ends it.
  std::shared_ptr<Reader> events;

  bool is_page = false;    ///< a file of ours that a browser runs, not data
  std::string_view route;  ///< the pattern that was asked, for log and measures; empty if there was none
  std::string fault;       ///< what went wrong inside: for the log, never sent

  [[nodiscard]] std::string_view field(std::string_view name) const {
    const auto at = std::ranges::find(fields, name, &Field::name);
    return at == fields.end() ? std::string_view{} : at->value;
  }
};

}  // namespace nucong::http

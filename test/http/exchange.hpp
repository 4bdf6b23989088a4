// A request as a case writes it, and an answer as people compare it.
#pragma once

#include <map>
#include <string>

namespace nucong::http_cases {

using Known = std::map<std::string, std::string>;

struct Written {
  std::string as;  ///< whose session
  std::string head;
  std::string body;
  std::size_t lines = 60;  ///< of the answer, at most
  std::size_t events = 0;  ///< to be heard of a stream
};

/// The request with `{name}` replaced by what is known under that name.
[[nodiscard]] Written read_request(const std::string& request, const Known& known);

/// As it goes over the line, with the cookie if there is one.
[[nodiscard]] std::string bytes_of(const Written& written, const std::string& cookie);

/// What stands in a header under the name; empty if nothing does.
[[nodiscard]] std::string field_of(const std::string& head, const std::string& name);
/// What stands in JSON under the name: text without its quotes, or a number.
[[nodiscard]] std::string member_of(const std::string& body, const std::string& name);
/// An object of an array a line, and "*" for all that is another one in every run.
[[nodiscard]] std::string laid_out(std::string body, std::size_t lines_max);

}  // namespace nucong::http_cases

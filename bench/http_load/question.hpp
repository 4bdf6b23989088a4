// What the driver asks again and again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nucong::bench {

struct Question {
  std::string host;  ///< "127.0.0.1:8080"
  std::string method = "GET";
  std::string target = "/healthz";
  std::string body;
  std::vector<std::string> fields;  ///< "Authorization: Bearer …"
  std::vector<std::string> lines;   ///< what "{line}" stands for, one after the other, over and over

  /// The bytes of request `number`. "{n}" in target, body and fields becomes the number, "{line}" its line.
  [[nodiscard]] std::string request(std::uint64_t number) const;
};

}  // namespace nucong::bench

// The requests of one case, put to a server one after the other.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "http/exchange.hpp"
#include "http/served.hpp"

namespace nucong::http_cases {

class Replay {
 public:
  explicit Replay(const Served& served);

  /// The case with what was answered now.
  [[nodiscard]] std::string of(const std::filesystem::path& path);

 private:
  void add_exchange(const std::string& request);
  void learn(const Written& written, const std::string& head, const std::string& body);

  const Served& served_;
  Known known_;
  std::map<std::string, std::string> sessions_;  // a cookie by whose it is
  std::string text_;
};

}  // namespace nucong::http_cases

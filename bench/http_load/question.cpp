#include "bench/http_load/question.hpp"

namespace nucong::bench {
namespace {

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

std::string Question::request(std::uint64_t number) const {
  const auto filled = [&](std::string text) {
    replace_all(text, "{n}", std::to_string(number));
    if (!lines.empty()) replace_all(text, "{line}", lines[number % lines.size()]);
    return text;
  };
  const std::string sent = filled(body);
  std::string request = method + " " + filled(target) + " HTTP/1.1\r\nHost: " + host + "\r\n";
  for (const auto& field : fields) request += filled(field) + "\r\n";
  if (!sent.empty())
    request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(sent.size()) + "\r\n";
  return request + "\r\n" + sent;
}

}  // namespace nucong::bench

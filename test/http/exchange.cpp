#include "http/exchange.hpp"

#include <sstream>
#include <string_view>

namespace nucong::http_cases {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

// Everything from behind `before` up to `end` as "*".
std::string masked(std::string body, const std::string& before, std::string_view end) {
  for (auto at = body.find(before); at != std::string::npos; at = body.find(before, at + before.size())) {
    const auto from = at + before.size();
    body.replace(from, body.find_first_of(end, from) - from, "*");
  }
  return body;
}

// "23:24 22/11/2026", as people are told when something was, as "*".
std::string without_clock(std::string body) {
  constexpr std::string_view shape = "00:00 00/00/0000";
  const auto fits = [&](std::size_t at) {
    for (std::size_t i = 0; i < shape.size(); ++i) {
      const bool is_digit = '0' <= body[at + i] && body[at + i] <= '9';
      if (shape[i] == '0' ? !is_digit : body[at + i] != shape[i]) return false;
    }
    return true;
  };
  for (std::size_t at = 0; at + shape.size() <= body.size(); ++at)
    if (fits(at)) body.replace(at, shape.size(), "*");
  return body;
}

// A line about the request rather than of it. False if it is neither.
bool is_remark(const std::string& line, Written& written) {
  if (!line.starts_with("//")) return false;
  std::istringstream words(line);
  std::string slashes, verb;
  words >> slashes >> verb;
  if (verb == "as") words >> written.as;
  if (verb == "lines") words >> written.lines;
  if (verb == "events") words >> written.events;
  return true;
}

}  // namespace

Written read_request(const std::string& request, const Known& known) {
  std::istringstream lines(request);
  Written written;
  bool in_body = false;
  for (std::string line; std::getline(lines, line);) {
    for (const auto& [name, value] : known) line = replaced(std::move(line), "{" + name + "}", value);
    if (in_body)
      written.body += line + "\n";
    else if (line.empty() && !written.head.empty())
      in_body = true;
    else if (!is_remark(line, written) && !line.empty())
      written.head += line + (written.head.empty() ? " HTTP/1.1\r\n" : "\r\n");
  }
  return written;
}

std::string bytes_of(const Written& written, const std::string& cookie) {
  std::string head = written.head;
  const auto says = [&](const std::string& name) {
    return head.find("\r\n" + name + ":") != std::string::npos;
  };
  if (!says("Host")) head += "Host: localhost\r\n";
  if (!cookie.empty()) head += "Cookie: " + cookie + "\r\n";
  if (!written.body.empty()) {
    if (!says("Content-Type")) head += "Content-Type: application/json\r\n";
    head += "Content-Length: " + std::to_string(written.body.size()) + "\r\n";
  }
  return head + "Connection: close\r\n\r\n" + written.body;
}

std::string field_of(const std::string& head, const std::string& name) {
  const auto at = head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

std::string member_of(const std::string& body, const std::string& name) {
  const auto at = body.find("\"" + name + "\": ");
  if (at == std::string::npos) return {};
  auto from = at + name.size() + 4;
  const bool text = body[from] == '"';
  if (text) ++from;
  return body.substr(from, body.find_first_of(text ? "\"" : ",}", from) - from);
}

std::string laid_out(std::string body, std::size_t lines_max) {
  body = replaced(std::move(body), "}, {", "},\n {");
  for (const char* name : {"version", "link", "token", "at", "closed", "made", "expires", "hash", "digest",
                           "secret", "uri", "reminded"})
    body = masked(std::move(body), "\"" + std::string(name) + "\": \"", "\"");
  body = masked(std::move(body), "\"recovery_codes\": [", "]");
  body = without_clock(std::move(body));
  std::istringstream lines(body);
  std::string shown;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count)
    if (count < lines_max) shown += line + "\n";
  if (count > lines_max) shown += "… " + std::to_string(count - lines_max) + " lines more\n";
  return shown;
}

}  // namespace nucong::http_cases

// Whether the cases ask every route for a good answer, and are refused with every code that can be reached.
//
// usage: http_cases_cover UNREACHED CASE...
// UNREACHED names the codes that no case can be refused with, and the routes (by the key of their words) that
// none can be answered by, a line each: what, and the reason.
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "golden/golden.hpp"
#include "http/routes.hpp"

namespace {

using nucong::golden::contents;

struct Seen {
  std::set<const nucong::http::Route*> answered;
  std::set<std::string, std::less<>> codes;
};

// The line of an exchange that says what is asked; empty if it is none.
std::string request_line(const std::string& exchange) {
  std::istringstream lines(exchange);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && !line.starts_with("//")) return line;
  return {};
}

// What a case writes for something known only when it runs stands for one part of a path.
std::string filled_in(std::string target) {
  for (auto at = target.find('{'); at != std::string::npos; at = target.find('{'))
    target.replace(at, target.find('}', at) - at + 1, "1");
  return target;
}

const nucong::http::Route* route_of(const std::string& line) {
  const auto blank = line.find(' ');
  if (blank == std::string::npos) return nullptr;
  auto target = nucong::http::parse_target(filled_in(line.substr(blank + 1)));
  if (target.has_error()) return nullptr;
  const nucong::http::Request request{"", line.substr(0, blank), std::move(target).value(), {}, {}, {}};
  const auto found = nucong::http::match(nucong::http::routes(), request);
  return found.has_error() ? nullptr : found.value().route;
}

void read_exchange(const std::string& exchange, Seen& seen) {
  const auto head = exchange.find("\n---\n");
  if (head == std::string::npos) return;
  const std::string answer = exchange.substr(head + 5);
  if (answer.starts_with("2"))
    if (const auto* route = route_of(request_line(exchange))) seen.answered.insert(route);
  const std::string key = "\"code\": \"";
  for (auto at = answer.find(key); at != std::string::npos; at = answer.find(key, at + 1)) {
    const auto from = at + key.size();
    seen.codes.insert(answer.substr(from, answer.find('"', from) - from));
  }
}

void read_case(const std::filesystem::path& path, Seen& seen) {
  const std::string text = contents(path);
  const std::string end = "\n===\n";
  for (std::size_t from = 0; from < text.size();) {
    const auto to = text.find(end, from);
    read_exchange(text.substr(from, to == std::string::npos ? to : to - from + 1), seen);
    from = to == std::string::npos ? text.size() : to + end.size();
  }
}

std::map<std::string, std::string, std::less<>> reasons_in(const std::filesystem::path& path) {
  std::map<std::string, std::string, std::less<>> reasons;
  std::istringstream lines(contents(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    const auto blank = line.find(' ');
    reasons[line.substr(0, blank)] = blank == std::string::npos ? "" : line.substr(blank + 1);
  }
  return reasons;
}

constexpr std::array all_codes = {
#define X(id, dotted, kind) std::string_view(dotted),
    NUCONG_ERROR_CODES(X)
#undef X
};

int faults_of(const Seen& seen, const std::map<std::string, std::string, std::less<>>& unreached) {
  int faults = 0;
  const auto tell = [&](const std::string& fault) {
    ++faults;
    std::cout << fault << "\n";
  };
  std::set<std::string_view> known(all_codes.begin(), all_codes.end());
  for (const auto& route : nucong::http::routes()) {
    known.insert(route.words);
    const bool is_answered = seen.answered.contains(&route);
    const auto what = std::string(name_of(route.method)) + " " + std::string(route.pattern);
    if (!is_answered && !unreached.contains(route.words)) tell(what + ": no case has a good answer of it");
    if (is_answered && unreached.contains(route.words)) tell(what + ": a case has a good answer after all");
  }
  for (const auto code : all_codes) {
    const bool is_excused = unreached.contains(code);
    if (!seen.codes.contains(code) && !is_excused) tell(std::string(code) + ": no case is refused with it");
    if (seen.codes.contains(code) && is_excused) tell(std::string(code) + ": a case reaches it after all");
  }
  for (const auto& [code, reason] : unreached) {
    if (!known.contains(code)) tell(code + ": there is no such code or route");
    if (reason.empty()) tell(code + ": no reason is given");
  }
  return faults;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  Seen seen;
  for (int i = 2; i < argc; ++i) read_case(argv[i], seen);
  const int faults = faults_of(seen, reasons_in(argv[1]));
  std::cout << seen.answered.size() << " routes answered, " << seen.codes.size() << " codes refused, "
            << faults << " faults\n";
  return faults == 0 ? 0 : 1;
}

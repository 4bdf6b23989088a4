// Asks the real server what plain-text cases ask, over the small demo, and compares every answer. A case file
// holds exchanges, one below the other:
//   // words about it
//   GET /api/kinds            the request line, without version
//   Accept: text/csv          its fields; Host is added if it is not there
//   ---
//   200                       the status, and the fields that a client goes by
//   Content-Type: text/csv
//   ---
//   the body, an object of an array a line; a version reads "*"
//   ===
// "{etag}" in a request is the ETag of the exchange before it.
//
// usage: run_http_cases PROGRAM DIRECTIVE [--rebaseline] CASE...
// DIRECTIVE is the text that the confederation of the demo is given to work on.
// --rebaseline writes what was answered into the case files, to be read before it is committed.
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "golden/golden.hpp"

namespace fs = std::filesystem;
using nucong::golden::contents;
using nucong::golden::show_difference;

namespace {

constexpr std::array fields_shown = {"Content-Type",        "Allow",       "Retry-After", "Link",
                                     "Content-Disposition", "Nucong-Tree", "Nucong-Next", "Cache-Control"};
constexpr std::size_t body_lines_max = 60;

/// The program while it serves, on a port of its own.
class Served {
 public:
  explicit Served(const std::string& program) {
    std::array<int, 2> out{};
    if (::pipe(out.data()) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(out[1], STDOUT_FILENO);
      ::dup2(::open("serve.log", O_CREAT | O_WRONLY | O_TRUNC, 0644), STDERR_FILENO);
      ::execl(program.c_str(), "nucong", "--today", "2026-11-01", "serve", "--listen", "127.0.0.1:0",
              "--without-sign-in", nullptr);
      ::_exit(127);
    }
    ::close(out[1]);
    std::string line;
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(out[0]);
    const auto at = line.find("127.0.0.1:");
    if (at == std::string::npos) throw std::runtime_error("the server said: " + line);
    port_ = static_cast<std::uint16_t>(std::stoi(line.substr(at + 10)));
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  ~Served() { (void)ended(); }

  /// Its exit status once it was told to end.
  int ended() {
    if (child_ <= 0) return status_;
    ::kill(child_, SIGTERM);
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  [[nodiscard]] std::string ask(const std::string& bytes) const {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port_);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 &&
        ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size())) {
      std::array<char, 4096> buffer{};
      for (ssize_t got = 0; (got = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0;)
        answer.append(buffer.data(), static_cast<std::size_t>(got));
    }
    ::close(socket);
    return answer;
  }

 private:
  pid_t child_ = 0;
  int status_ = 0;
  std::uint16_t port_ = 0;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string field_of(const std::string& head, const std::string& name) {
  const auto at = head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

// The body as people compare it.
std::string laid_out(std::string body) {
  body = replaced(std::move(body), "}, {", "},\n {");
  const std::string version = "\"version\": \"";
  if (const auto at = body.find(version); at != std::string::npos) {
    const auto from = at + version.size();
    body.replace(from, body.find('"', from) - from, "*");
  }
  std::istringstream lines(body);
  std::string shown;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count)
    if (count < body_lines_max) shown += line + "\n";
  if (count > body_lines_max) shown += "… " + std::to_string(count - body_lines_max) + " lines more\n";
  return shown;
}

/// The requests of a case, sent one after the other.
class Replay {
 public:
  explicit Replay(const Served& served) : served_(served) {}

  [[nodiscard]] std::string of(const fs::path& path) {
    std::ifstream in(path);
    std::string request;
    bool asking = true;
    for (std::string line; std::getline(in, line);) {
      if (asking && line == "---") {
        add_exchange(request);
        request.clear();
        asking = false;
      } else if (line == "===") {
        asking = true;
      } else if (asking) {
        request += line + "\n";
      }
    }
    return std::move(text_);
  }

 private:
  void add_exchange(const std::string& request) {
    std::istringstream lines(request);
    std::string sent;
    bool names_host = false;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("//") || line.empty()) continue;
      names_host |= line.starts_with("Host:");
      line = replaced(std::move(line), "{etag}", etag_);
      sent += line + (sent.empty() ? " HTTP/1.1\r\n" : "\r\n");
    }
    if (!names_host) sent += "Host: localhost\r\n";
    const std::string answer = served_.ask(sent + "Connection: close\r\n\r\n");
    const auto blank = answer.find("\r\n\r\n");
    const std::string head = answer.substr(0, blank == std::string::npos ? blank : blank + 2);
    if (!text_.empty()) text_ += "===\n";
    text_ += request + "---\n" + (head.size() > 12 ? head.substr(9, 3) : "no answer") + "\n";
    for (const char* name : fields_shown)
      if (const auto value = field_of(head, name); !value.empty()) text_ += name + (": " + value) + "\n";
    text_ += "---\n";
    if (blank != std::string::npos) text_ += laid_out(answer.substr(blank + 4));
    etag_ = field_of(head, "ETag");
  }

  const Served& served_;
  std::string etag_;
  std::string text_;
};

bool nucong(const std::string& program, const std::string& words) {
  const std::string command = "'" + program + "' --today 2026-11-01 " + words + " > before.log 2>&1";
  if (std::system(command.c_str()) == 0) return true;
  std::cout << "nucong " << words << "\n" << contents("before.log");
  return false;
}

int run(const std::string& program, const fs::path& directive, const std::vector<fs::path>& cases,
        bool rebaseline) {
  const std::string adopt = "directive adopt '" + directive.string() + "' --issuer TLD --period 2025";
  if (!nucong(program, "demo") || !nucong(program, adopt)) return 1;
  Served served(program);
  int failed = 0;
  for (const auto& path : cases) {
    const std::string expected = contents(path);
    const std::string answered = Replay(served).of(path);
    if (answered == expected) continue;
    if (rebaseline) {
      std::ofstream(path) << answered;
      std::cout << "rewritten: " << path.filename().string() << "\n";
    } else {
      ++failed;
      std::cout << "FAILED " << path.filename().string() << "\n";
      show_difference(expected, answered);
    }
  }
  if (const int status = served.ended(); status != 0) {
    std::cout << "the server ended with status " << status << ":\n" << contents("serve.log");
    ++failed;
  }
  std::cout << cases.size() << " cases, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) return 2;
  const std::string program = fs::absolute(arguments[0]);
  const fs::path directive = fs::absolute(arguments[1]);
  const bool rebaseline = arguments[2] == "--rebaseline";
  std::vector<fs::path> cases;
  for (std::size_t i = rebaseline ? 3 : 2; i < arguments.size(); ++i)
    cases.push_back(fs::absolute(arguments[i]));
  const fs::path before = fs::current_path();
  const fs::path folder = fs::temp_directory_path() / ("nucong-http-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  fs::current_path(folder);
  const int status = run(program, directive, cases, rebaseline);
  fs::current_path(before);
  fs::remove_all(folder);
  return status;
}

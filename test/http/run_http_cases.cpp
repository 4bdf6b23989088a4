// Asks the real server what plain-text cases ask, over the small demo, and compares every answer. A case file
// holds exchanges, one below the other:
//   // words about it
//   // as hoa                 with the session of that name: kept from the exchange in which it began
//   GET /api/kinds            the request line, without version
//   Accept: text/csv          its fields; Host is added if it is not there, and Content-Type where a body
//   follows
//                             an empty line, then the body
//   ---
//   200                       the status, and the fields that a client goes by
//   Content-Type: text/csv
//   ---
//   the body, an object of an array a line; a version reads "*"
//   ===
// "{etag}" in a request is the ETag of the exchange before it; "{link}", "{token}" and "{revision}" are what
// an answer held last under that name. Instants, and what is another one in every run, read "*".
//
// usage: run_http_cases PROGRAM DIRECTIVE [--signed] [--rebaseline] CASE...
// DIRECTIVE is the text that the confederation of the demo is given to work on.
// --signed: people sign in; without it nobody does.
// --rebaseline writes what was answered into the case files, to be read before it is committed.
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
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
  Served(const std::string& program, bool is_signed) {
    std::array<int, 2> out{};
    if (::pipe(out.data()) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(out[1], STDOUT_FILENO);
      ::dup2(::open("serve.log", O_CREAT | O_WRONLY | O_TRUNC, 0644), STDERR_FILENO);
      ::execl(program.c_str(), "nucong", "--today", "2026-11-01", "serve", "--listen", "127.0.0.1:0",
              is_signed ? nullptr : "--without-sign-in", nullptr);
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

// What stands under the name, as JSON has it: text without its quotes, or a number.
std::string member_of(const std::string& body, const std::string& name) {
  const auto at = body.find("\"" + name + "\": ");
  if (at == std::string::npos) return {};
  auto from = at + name.size() + 4;
  const bool text = body[from] == '"';
  if (text) ++from;
  return body.substr(from, body.find_first_of(text ? "\"" : ",}", from) - from);
}

// The same with everything under the name as "*".
std::string masked(std::string body, const std::string& name) {
  const std::string key = "\"" + name + "\": \"";
  for (auto at = body.find(key); at != std::string::npos; at = body.find(key, at + key.size())) {
    const auto from = at + key.size();
    body.replace(from, body.find('"', from) - from, "*");
  }
  return body;
}

// The body as people compare it.
std::string laid_out(std::string body) {
  body = replaced(std::move(body), "}, {", "},\n {");
  for (const char* name :
       {"version", "link", "token", "at", "closed", "made", "expires", "hash", "secret", "uri"})
    body = masked(std::move(body), name);
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
  /// A request as it is written in a case.
  struct Written {
    std::string as;  // whose session
    std::string head;
    std::string body;
  };

  [[nodiscard]] Written read(const std::string& request) const {
    constexpr std::string_view as = "// as ";
    std::istringstream lines(request);
    Written written;
    bool in_body = false;
    for (std::string line; std::getline(lines, line);) {
      for (const auto& [name, value] : known_) line = replaced(std::move(line), "{" + name + "}", value);
      if (in_body) {
        written.body += line + "\n";
      } else if (line.starts_with(as)) {
        written.as = line.substr(as.size());
      } else if (line.empty() && !written.head.empty()) {
        in_body = true;
      } else if (!line.starts_with("//") && !line.empty()) {
        written.head += line + (written.head.empty() ? " HTTP/1.1\r\n" : "\r\n");
      }
    }
    return written;
  }

  [[nodiscard]] std::string bytes_of(const Written& written) const {
    std::string head = written.head;
    const auto says = [&](const std::string& name) {
      return head.find("\r\n" + name + ":") != std::string::npos;
    };
    if (!says("Host")) head += "Host: localhost\r\n";
    if (const auto session = sessions_.find(written.as); session != sessions_.end())
      head += "Cookie: " + session->second + "\r\n";
    if (!written.body.empty()) {
      if (!says("Content-Type")) head += "Content-Type: application/json\r\n";
      head += "Content-Length: " + std::to_string(written.body.size()) + "\r\n";
    }
    return head + "Connection: close\r\n\r\n" + written.body;
  }

  void learn(const Written& written, const std::string& head, const std::string& body) {
    known_["etag"] = field_of(head, "ETag");
    for (const char* name : {"link", "token", "revision", "account"})
      if (auto value = member_of(body, name); !value.empty()) known_[name] = value;
    if (const auto cookie = field_of(head, "Set-Cookie"); !cookie.empty())
      sessions_[written.as] = cookie.substr(0, cookie.find(';'));
  }

  void add_exchange(const std::string& request) {
    const Written written = read(request);
    const std::string answer = served_.ask(bytes_of(written));
    const auto blank = answer.find("\r\n\r\n");
    const std::string head = answer.substr(0, blank == std::string::npos ? blank : blank + 2);
    if (!text_.empty()) text_ += "===\n";
    text_ += request + "---\n" + (head.size() > 12 ? head.substr(9, 3) : "no answer") + "\n";
    for (const char* name : fields_shown)
      if (const auto value = field_of(head, name); !value.empty()) text_ += name + (": " + value) + "\n";
    text_ += "---\n";
    if (blank == std::string::npos) return;
    text_ += laid_out(answer.substr(blank + 4));
    learn(written, head, answer.substr(blank + 4));
  }

  const Served& served_;
  std::map<std::string, std::string> known_;
  std::map<std::string, std::string> sessions_;
  std::string text_;
};

bool nucong(const std::string& program, const std::string& words) {
  const std::string command = "'" + program + "' --today 2026-11-01 " + words + " > before.log 2>&1";
  if (std::system(command.c_str()) == 0) return true;
  std::cout << "nucong " << words << "\n" << contents("before.log");
  return false;
}

struct Order {
  std::string program;
  fs::path directive;
  std::vector<fs::path> cases;
  bool is_signed = false;
  bool rebaseline = false;
};

int run(const Order& order) {
  const auto& [program, directive, cases, is_signed, rebaseline] = order;
  const std::string adopt = "directive adopt '" + directive.string() + "' --issuer TLD --period 2025";
  if (!nucong(program, "demo") || !nucong(program, adopt)) return 1;
  Served served(program, is_signed);
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
  Order order{fs::absolute(arguments[0]), fs::absolute(arguments[1]), {}};
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--signed")
      order.is_signed = true;
    else if (arguments[i] == "--rebaseline")
      order.rebaseline = true;
    else
      order.cases.push_back(fs::absolute(arguments[i]));
  }
  const fs::path before = fs::current_path();
  const fs::path folder = fs::temp_directory_path() / ("nucong-http-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  fs::current_path(folder);
  const int status = run(order);
  fs::current_path(before);
  fs::remove_all(folder);
  return status;
}

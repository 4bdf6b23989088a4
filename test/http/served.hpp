// The program while it serves on a port of its own, and one question after another put to it.
#pragma once

#include <array>
#include <csignal>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nucong::http_cases {

class Served {
 public:
  /// `words`: what stands behind `serve`. Its log is `serve.log` in the working directory.
  Served(const std::string& program, const std::vector<std::string>& words) {
    std::array<int, 2> out{};
    if (::pipe(out.data()) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(out[1], STDOUT_FILENO);
      ::dup2(::open("serve.log", O_CREAT | O_WRONLY | O_TRUNC, 0644), STDERR_FILENO);
      std::vector<std::string> said = {"nucong", "--today", "2026-11-01", "serve", "--listen", "127.0.0.1:0"};
      said.insert(said.end(), words.begin(), words.end());
      std::vector<char*> arguments;
      for (auto& word : said) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      ::execv(program.c_str(), arguments.data());
      ::_exit(127);
    }
    ::close(out[1]);
    find_port(out[0]);
    ::close(out[0]);
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  ~Served() { (void)ended(); }

  /// What it printed until it served.
  [[nodiscard]] const std::string& printed() const { return printed_; }

  /// Its exit status once it was told to end.
  int ended() {
    if (child_ <= 0) return status_;
    ::kill(child_, SIGTERM);
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  /// What it answers, to its end; of a stream of events, which has none, as many as `events`.
  [[nodiscard]] std::string ask(const std::string& bytes, std::size_t events) const {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port_);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // What does not come is missing in the case; nobody waits for it for good.
    const timeval patience{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string answer;
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 &&
        ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size())) {
      std::array<char, 4096> buffer{};
      for (ssize_t got = 0;
           !has_heard(answer, events) && (got = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0;)
        answer.append(buffer.data(), static_cast<std::size_t>(got));
    }
    ::close(socket);
    return answer;
  }

 private:
  static bool has_heard(const std::string& answer, std::size_t events) {
    std::size_t heard = 0;
    for (auto at = answer.find("\nevent: "); at != std::string::npos; at = answer.find("\nevent: ", at + 1))
      if (answer.find("\n\n", at) != std::string::npos) ++heard;
    return events > 0 && heard >= events;
  }

  // The line with a link that is good once comes before the one that says where it listens.
  void find_port(int out) {
    const std::string address = "127.0.0.1:";
    std::string line;
    auto at = std::string::npos;
    while (at == std::string::npos) {
      line.clear();
      for (char c = 0; c != '\n'; line += c)
        if (::read(out, &c, 1) != 1) throw std::runtime_error("the server said: " + printed_);
      printed_ += line;
      if (line.find('#') == std::string::npos) at = line.find(address);
    }
    port_ = static_cast<std::uint16_t>(std::stoi(line.substr(at + address.size())));
  }

  pid_t child_ = 0;
  int status_ = 0;
  std::uint16_t port_ = 0;
  std::string printed_;
};

}  // namespace nucong::http_cases

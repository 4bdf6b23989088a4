#include "document/detail/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nucong::document::detail {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t complaints_bytes_max = std::size_t{64} << 10;
constexpr int not_started = 127;

Error refused() {
  return fail(ErrorCode::file_unreadable, {{"detail", std::strerror(errno)}});
}

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// A file without a name: nothing is left behind, whatever ends us.
Result<Descriptor> in_memory(std::string_view bytes) {
  Descriptor file(::memfd_create("nucong-document", MFD_CLOEXEC));
  if (!file.is_open()) return refused();
  while (!bytes.empty()) {
    const auto written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return refused();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::lseek(file.get(), 0, SEEK_SET) != 0) return refused();
  return file;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return refused();
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

void limit(int resource, std::size_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

struct Start {
  const char* program;
  char* const* arguments;
  char* const* environment;
  int in;
  int out;
  int err;
};

// Between fork and exec: only calls that are safe there, no memory is taken.
[[noreturn]] void become(const Start& start, const ConverterLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::signal(SIGXFSZ, SIG_DFL);
  limit(RLIMIT_CPU, static_cast<std::size_t>(limits.processor_time.count()));
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  if (::dup2(start.in, STDIN_FILENO) >= 0 && ::dup2(start.out, STDOUT_FILENO) >= 0 &&
      ::dup2(start.err, STDERR_FILENO) >= 0)
    ::execve(start.program, start.arguments, start.environment);
  ::_exit(not_started);
}

class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ <= 0) return;
    kill();
    static_cast<void>(wait());
  }

  void kill() const { ::kill(id_, SIGKILL); }
  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return status;
  }

 private:
  pid_t id_;
};

/// Takes in both channels until they close or a limit is passed.
class Intake {
 public:
  Intake(Descriptor out, Descriptor err, const ConverterLimits& limits)
      : out_(std::move(out)),
        err_(std::move(err)),
        limits_(limits),
        deadline_(Clock::now() + limits.wall_time) {}

  /// Nothing if both closed by themselves.
  std::optional<Ending> take(Converted& into) {
    while (out_.is_open() || err_.is_open()) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
      if (left <= 0) return Ending::too_long;
      std::array<pollfd, 2> waits{{{out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}}};
      if (::poll(waits.data(), waits.size(), static_cast<int>(std::min<long long>(left, 1'000))) < 0)
        continue;
      if (waits[0].revents != 0) read_some(out_, into.output, limits_.output_bytes + 1);
      if (waits[1].revents != 0) read_some(err_, into.complaints, complaints_bytes_max);
      if (into.output.size() > limits_.output_bytes) return Ending::too_large;
    }
    return std::nullopt;
  }

 private:
  // Beyond `bytes_max` it is read and forgotten, so that the writer does not wait for us.
  static void read_some(Descriptor& from, std::string& into, std::size_t bytes_max) {
    std::array<char, std::size_t{1} << 16> buffer;  // NOLINT: filled before it is read
    const auto got = ::read(from.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) {
      from.close();
      return;
    }
    into.append(buffer.data(), std::min(static_cast<std::size_t>(got), bytes_max - into.size()));
  }

  Descriptor out_;
  Descriptor err_;
  const ConverterLimits& limits_;
  Clock::time_point deadline_;
};

Ending ending_of(int status) {
  if (WIFEXITED(status)) return Ending::exited;
  const bool out_of_time = WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL;
  return out_of_time ? Ending::too_long : Ending::crashed;
}

}  // namespace

Result<Converted> run_process(const std::string& program, const std::vector<std::string>& arguments,
                              std::string_view bytes, const ConverterLimits& limits) {
  TRY(const auto in, in_memory(bytes));
  TRY(auto out, make_pipe());
  TRY(auto err, make_pipe());
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string locale = "LC_ALL=C.UTF-8";
  const std::array<char*, 2> environment{locale.data(), nullptr};
  const Start start{program.c_str(), argv.data(),     environment.data(),
                    in.get(),        out.write.get(), err.write.get()};

  const pid_t id = ::fork();
  if (id < 0) return refused();
  if (id == 0) become(start, limits);
  Child child(id);
  out.write.close();
  err.write.close();
  Converted converted;
  Intake intake(std::move(out.read), std::move(err.read), limits);
  const auto stopped = intake.take(converted);
  if (stopped) child.kill();
  const int status = child.wait();
  converted.ending = stopped.value_or(ending_of(status));
  converted.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return converted;
}

}  // namespace nucong::document::detail

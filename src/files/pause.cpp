#include "files/pause.hpp"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/error.hpp"

namespace nucong::files {
namespace {

constexpr std::array ending = {SIGINT, SIGTERM};

// A signal that comes between two pauses must not be missed: its handler leaves a byte in this pipe.
std::array<int, 2> asked_to_end = {-1, -1};

extern "C" void leave_a_byte(int) {
  const int before = errno;
  // A full pipe says the same already.
  [[maybe_unused]] const auto written = ::write(asked_to_end[1], "", 1);
  errno = before;
}

bool is_ignored(int signal) {
  struct sigaction now {};
  return ::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

}  // namespace

SystemPause::SystemPause(std::chrono::milliseconds length) : length_(length) {
  ENSURE(asked_to_end[0] < 0);  // one at a time
  ENSURE(::pipe2(asked_to_end.data(), O_CLOEXEC | O_NONBLOCK) == 0);
  struct sigaction first {};
  first.sa_handler = leave_a_byte;
  // What is being written or asked goes on; the second signal finds the system's own way.
  first.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  for (const int signal : ending)
    if (!is_ignored(signal)) ::sigaction(signal, &first, nullptr);
}

SystemPause::~SystemPause() {
  for (const int signal : ending)
    if (!is_ignored(signal)) std::signal(signal, SIG_DFL);
  for (int& end : asked_to_end) {
    ::close(end);
    end = -1;
  }
}

bool SystemPause::wait() {
  pollfd asked{asked_to_end[0], POLLIN, 0};
  const int ready = ::poll(&asked, 1, static_cast<int>(length_.count()));
  // Interrupted by a signal: by ours, whose byte is seen at the next look, or by one that is no concern here.
  return ready == 0 || (ready < 0 && errno == EINTR && ::poll(&asked, 1, 0) == 0);
}

}  // namespace nucong::files

#include "files/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nucong::files {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

Error failed(ErrorCode code, const std::string& name) {
  if (errno == ENOSPC || errno == EDQUOT) code = ErrorCode::store_full;
  return fail(code, {{"file", name}, {"detail", std::strerror(errno)}}).at({name, 0, {}});
}

Result<> write_all(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(ErrorCode::file_unwritable, name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ok();
}

}  // namespace

Date SystemClock::today() {
  constexpr std::chrono::hours vietnam{7};
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + vietnam);
}

std::chrono::sys_seconds SystemClock::now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Result<std::string> SystemFiles::read(const std::string& name, std::size_t bytes_max) {
  const Descriptor file(name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0)
    return failed(errno == ENOENT ? ErrorCode::file_missing : ErrorCode::file_unreadable, name);
  std::string bytes;
  if (struct stat known{}; ::fstat(file.get(), &known) == 0 && S_ISREG(known.st_mode))
    bytes.reserve(std::min(static_cast<std::size_t>(known.st_size), bytes_max) + 1);
  std::array<char, std::size_t{1} << 16> buffer;  // NOLINT: filled before it is read
  for (;;) {
    const auto got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed(ErrorCode::file_unreadable, name);
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > bytes_max)
      return fail(ErrorCode::file_too_large,
                  {{"file", name}, {"limit", std::to_string(bytes_max >> 20) + " MB"}})
          .at({name, 0, {}});
  }
}

Result<> SystemFiles::write(const std::string& name, std::string_view bytes) {
  if (name == "-") return write_all(STDOUT_FILENO, bytes, name);
  struct stat known {};
  if (::stat(name.c_str(), &known) == 0)
    return fail(ErrorCode::file_exists, {{"file", name}}).at({name, 0, {}});
  const std::string beside = name + ".part";
  {
    const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.get() < 0) return failed(ErrorCode::file_unwritable, name);
    auto written = write_all(file.get(), bytes, name);
    if (written.has_value() && ::fsync(file.get()) != 0) written = failed(ErrorCode::file_unwritable, name);
    if (written.has_error()) {
      ::unlink(beside.c_str());
      return written.error();
    }
  }
  if (std::rename(beside.c_str(), name.c_str()) != 0) return failed(ErrorCode::file_unwritable, name);
  return ok();
}

}  // namespace nucong::files

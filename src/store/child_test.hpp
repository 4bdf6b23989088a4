// Runs part of a test in a process of its own, to be limited, stripped of rights or killed.
#pragma once

#include <functional>

#include <sys/wait.h>
#include <unistd.h>

#include "base/error_codes.hpp"

namespace nucong::store {

/// The child, which ends with what `body` returns.
inline pid_t start_child(const std::function<int()>& body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  return child;
}

/// What the child ended with; -1 if it was killed.
inline int end_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// 0 for success, else the error's code, which fits a process's status.
template <class T>
int status_of(const T& result) {
  return result ? 0 : 1 + static_cast<int>(result.error().code());
}
inline int status_of_code(ErrorCode code) {
  return 1 + static_cast<int>(code);
}

}  // namespace nucong::store

// What the system says this process holds.
#pragma once

#include <fstream>
#include <stdexcept>

#include <sys/resource.h>
#include <unistd.h>

namespace nucong::bench {

/// The most that was ever resident.
[[nodiscard]] inline std::size_t peak_kib() {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) throw std::runtime_error("the peak of memory is not told");
  return static_cast<std::size_t>(usage.ru_maxrss);
}

/// What is resident now, memory that was given back to the allocator and not to the system included.
[[nodiscard]] inline std::size_t resident_kib() {
  std::ifstream file("/proc/self/statm");
  std::size_t all_pages = 0;
  std::size_t resident_pages = 0;
  if (!(file >> all_pages >> resident_pages)) throw std::runtime_error("cannot read /proc/self/statm");
  return resident_pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

}  // namespace nucong::bench

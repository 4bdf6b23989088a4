// Files that hold what a program must print, and the first line where it prints something else.
#pragma once

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace nucong::golden {

inline std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline void show_difference(const std::string& expected, const std::string& printed) {
  std::istringstream a(expected), b(printed);
  std::string left, right;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(a, left));
    const bool more_b = static_cast<bool>(std::getline(b, right));
    if (!more_a && !more_b) return;
    if (more_a && more_b && left == right) continue;
    std::cout << "  line " << line << "\n    expected: " << (more_a ? left : "(end)")
              << "\n    printed:  " << (more_b ? right : "(end)") << "\n";
    return;
  }
}

}  // namespace nucong::golden

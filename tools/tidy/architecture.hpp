// The table of modules and their allowed edges, read from cmake/Architecture.cmake, and what a module's own
// CMakeLists.txt says. Only the plain forms that those files use are understood.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tidy/tree.hpp"

namespace nucong::tidy {

struct Architecture {
  std::vector<std::string> modules;                    ///< NUCONG_MODULES
  std::map<std::string, std::set<std::string>> edges;  ///< ARCH_x

  [[nodiscard]] bool knows(std::string_view module) const;
  /// Whether the code of `from` may name headers of `to`; its own always.
  [[nodiscard]] bool allows(const std::string& from, const std::string& to) const;
  /// The modules of one cycle in order, first one repeated at the end; empty if there is none.
  [[nodiscard]] std::vector<std::string> cycle() const;
};

/// Empty if the tree has no table.
[[nodiscard]] Architecture architecture_of(const Tree& tree);

/// The words of a CMake file without comments; parentheses are words of their own.
[[nodiscard]] std::vector<std::string> cmake_words(std::string_view text);

/// What follows `keyword` in the file's `nucong_module(...)` up to the next keyword.
[[nodiscard]] std::set<std::string> module_list(std::string_view cmake_text, std::string_view keyword);

/// "src/unit/detail/x.cpp" → "unit"; empty outside src/ and for files directly in it.
[[nodiscard]] std::string module_of(std::string_view path);

/// Code that is built only into a test: x_test.cpp, x_test.hpp.
[[nodiscard]] bool is_test(std::string_view path);

}  // namespace nucong::tidy

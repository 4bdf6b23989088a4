#include "tidy/architecture.hpp"

#include <algorithm>
#include <array>

#include "tidy/source.hpp"

namespace nucong::tidy {
namespace {

constexpr std::array<std::string_view, 6> module_keywords = {"SOURCES",     "DEPS",  "LIBS",
                                                             "PUBLIC_LIBS", "TESTS", "TEST_DEPS"};

/// Depth first; `path` holds the modules from the start to here.
bool finds_cycle(const Architecture& table, const std::string& module, std::set<std::string>& done,
                 std::vector<std::string>& path) {
  const auto seen = std::ranges::find(path, module);
  if (seen != path.end()) {
    path.erase(path.begin(), seen);
    path.push_back(module);
    return true;
  }
  if (done.contains(module)) return false;
  path.push_back(module);
  if (const auto edges = table.edges.find(module); edges != table.edges.end()) {
    for (const std::string& next : edges->second) {
      if (finds_cycle(table, next, done, path)) return true;
    }
  }
  path.pop_back();
  done.insert(module);
  return false;
}

}  // namespace

bool Architecture::knows(std::string_view module) const {
  return std::ranges::find(modules, module) != modules.end();
}

bool Architecture::allows(const std::string& from, const std::string& to) const {
  if (from == to) return true;
  const auto line = edges.find(from);
  return line != edges.end() && line->second.contains(to);
}

std::vector<std::string> Architecture::cycle() const {
  std::set<std::string> done;
  for (const auto& [module, to] : edges) {
    std::vector<std::string> path;
    if (finds_cycle(*this, module, done, path)) return path;
  }
  return {};
}

Architecture architecture_of(const Tree& tree) {
  Architecture table;
  const File* file = tree.find("cmake/Architecture.cmake");
  if (file == nullptr) return table;
  const std::vector<std::string> words = cmake_words(file->text);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (words[i] != "set" || words[i + 1] != "(") continue;
    const std::string& name = words[i + 2];
    const auto end = std::find(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(), ")");
    const auto begin = std::min(words.begin() + static_cast<std::ptrdiff_t>(i) + 3, end);
    if (name == "NUCONG_MODULES") table.modules.assign(begin, end);
    if (name.starts_with("ARCH_")) table.edges[name.substr(5)] = {begin, end};
  }
  return table;
}

std::vector<std::string> cmake_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& raw : lines_of(text)) {
    const std::string_view line = std::string_view(raw).substr(0, raw.find('#'));
    std::string word;
    const auto finish = [&] {
      if (!word.empty()) words.push_back(word);
      word.clear();
    };
    for (const char c : line) {
      if (c == '(' || c == ')') {
        finish();
        words.emplace_back(1, c);
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '"') {
        finish();
      } else {
        word += c;
      }
    }
    finish();
  }
  return words;
}

std::set<std::string> module_list(std::string_view cmake_text, std::string_view keyword) {
  const std::vector<std::string> words = cmake_words(cmake_text);
  std::set<std::string> listed;
  bool in_module = false;
  bool in_list = false;
  for (const std::string& word : words) {
    if (word == "nucong_module") {
      in_module = true;
    } else if (word == ")") {
      in_module = in_list = false;
    } else if (in_module && std::ranges::find(module_keywords, word) != module_keywords.end()) {
      in_list = word == keyword;
    } else if (in_list) {
      listed.insert(word);
    }
  }
  return listed;
}

std::string module_of(std::string_view path) {
  if (!path.starts_with("src/")) return {};
  path.remove_prefix(4);
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string{} : std::string(path.substr(0, slash));
}

bool is_test(std::string_view path) {
  return path.ends_with("_test.cpp") || path.ends_with("_test.hpp");
}

}  // namespace nucong::tidy

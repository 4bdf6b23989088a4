// The size of files and lines, the top of headers, and the names of files.
#include <algorithm>
#include <array>
#include <string_view>

#include "tidy/checks.hpp"
#include "tidy/source.hpp"

namespace nucong::tidy {
namespace {

constexpr std::size_t file_lines_max = 800;
constexpr std::size_t line_columns_max = 120;

bool ends_with_one_of(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

/// "unit/UserManager_list.hpp" → user, manager, list, ...: split where a writer would read a new word.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words(1);
  bool after_lower = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!upper && !lower) {
      words.emplace_back();
    } else {
      if (upper && after_lower) words.emplace_back();
      words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    after_lower = lower;
  }
  return words;
}

constexpr std::array<std::string_view, 11> empty_names = {"util",     "utils",  "utility",      "utilities",
                                                          "common",   "helper", "helpers",      "manager",
                                                          "managers", "misc",   "miscellaneous"};

}  // namespace

void check_lengths(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    if (!ends_with_one_of(file.path, {".cpp", ".hpp", ".ts", ".svelte"})) continue;
    const std::vector<SourceLine> lines = source_lines(file.text);
    if (lines.size() > file_lines_max) {
      findings.push_back({file.path, file_lines_max + 1,
                          "has " + std::to_string(lines.size()) + " lines, more than " +
                              std::to_string(file_lines_max) + ": split it by what it knows"});
    }
    const bool is_cpp = ends_with_one_of(file.path, {".cpp", ".hpp"});
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t columns = code_points(lines[i].raw);
      if (columns > line_columns_max && !(is_cpp && lines[i].in_literal)) {
        findings.push_back({file.path, i + 1,
                            "the line has " + std::to_string(columns) + " columns, more than " +
                                std::to_string(line_columns_max) + ": break it"});
      }
    }
  }
}

void check_headers(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    if (!file.path.ends_with(".hpp")) continue;
    if (!file.text.starts_with("//")) {
      findings.push_back(
          {file.path, 1, "does not say what it is for: begin the header with a // comment of its role"});
    }
    const std::vector<SourceLine> lines = source_lines(file.text);
    if (std::ranges::none_of(lines,
                             [](const SourceLine& line) { return trimmed(line.code) == "#pragma once"; })) {
      findings.push_back({file.path, 1, "has no #pragma once: add it below the role comment"});
    }
  }
}

void check_names(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    const std::string folder = file.path.substr(0, file.path.find('/'));
    constexpr std::array<std::string_view, 6> code_folders = {"src",   "web",   "test",
                                                              "tools", "bench", "cmake"};
    if (std::ranges::find(code_folders, folder) == code_folders.end()) continue;
    for (const std::string& word : words_of_name(file.path)) {
      if (std::ranges::find(empty_names, word) != empty_names.end()) {
        findings.push_back({file.path, 1, "\"" + word + "\" names nothing: name the thing or the act"});
      }
    }
  }
}

}  // namespace nucong::tidy

#include "tidy/tree.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

namespace nucong::tidy {
namespace {

namespace fs = std::filesystem;

/// What a shell command prints, or nothing if it fails.
std::optional<std::string> output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return std::nullopt;
  std::string out;
  std::array<char, 4096> buffer;
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe))
    out.append(buffer.data(), n);
  if (pclose(pipe) != 0) return std::nullopt;
  return out;
}

std::string quoted_for_shell(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::optional<std::vector<std::string>> paths_by_git(const fs::path& root) {
  const std::string git = "git -C " + quoted_for_shell(root.string());
  auto top = output_of(git + " rev-parse --show-toplevel 2>/dev/null");
  if (!top) return std::nullopt;
  while (top->ends_with('\n')) top->pop_back();
  // An archive unpacked inside another repository is not that repository.
  std::error_code different;
  if (!fs::equivalent(*top, root, different)) return std::nullopt;

  const auto listed = output_of(git + " ls-files -z -co --exclude-standard 2>/dev/null");
  if (!listed) return std::nullopt;
  std::vector<std::string> paths;
  for (std::size_t begin = 0; begin < listed->size();) {
    const std::size_t end = std::min(listed->find('\0', begin), listed->size());
    paths.push_back(listed->substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

std::vector<std::string> paths_by_walk(const fs::path& root) {
  constexpr std::array<std::string_view, 3> skipped = {".git", "build", "node_modules"};
  std::vector<std::string> paths;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator();
       ++entry) {
    if (std::ranges::find(skipped, entry->path().filename().string()) != skipped.end()) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      paths.push_back(entry->path().lexically_relative(root).generic_string());
    }
  }
  return paths;
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (text.find('\0') != std::string::npos) text.clear();  // no text file holds a NUL
  return text;
}

}  // namespace

Tree::Tree(std::vector<File> files) : files_(std::move(files)) {
  std::ranges::sort(files_, {}, &File::path);
  const auto twice = std::ranges::unique(files_, {}, &File::path);
  files_.erase(twice.begin(), twice.end());
}

const File* Tree::find(std::string_view path) const {
  const auto at = std::ranges::lower_bound(files_, path, {}, &File::path);
  return at != files_.end() && at->path == path ? &*at : nullptr;
}

bool Tree::exists(std::string_view path) const {
  if (path.empty() || find(path) != nullptr) return true;
  const std::string folder = std::string(path) + (path.ends_with('/') ? "" : "/");
  const auto at = std::ranges::lower_bound(files_, folder, {}, &File::path);
  return at != files_.end() && at->path.starts_with(folder);
}

Tree read_tree(const fs::path& root) {
  if (!fs::is_directory(root)) throw std::runtime_error(root.string() + ": is no folder");
  const auto tracked = paths_by_git(root);
  std::vector<File> files;
  for (const std::string& path : tracked ? *tracked : paths_by_walk(root)) {
    // Git also lists what was deleted but not yet committed so.
    if (fs::is_regular_file(root / path)) files.push_back({path, text_of(root / path)});
  }
  return Tree(std::move(files));
}

}  // namespace nucong::tidy

// The repository as the checks see it: the paths and texts of its files, in memory.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nucong::tidy {

struct File {
  std::string path;  ///< from the root, with '/'
  std::string text;  ///< empty for a binary file
};

class Tree {
 public:
  explicit Tree(std::vector<File> files);

  /// By path.
  [[nodiscard]] const std::vector<File>& files() const { return files_; }
  /// Null if there is no such file.
  [[nodiscard]] const File* find(std::string_view path) const;
  /// A file, or a folder that holds a file; "" is the root.
  [[nodiscard]] bool exists(std::string_view path) const;

 private:
  std::vector<File> files_;
};

/// The files that git tracks or would add; where git does not answer for this very folder (an unpacked
/// archive), every file except those in .git, build and node_modules. Throws std::runtime_error.
[[nodiscard]] Tree read_tree(const std::filesystem::path& root);

}  // namespace nucong::tidy

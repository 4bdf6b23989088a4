// A place on disk for a library that can write only to files.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace nucong::sheet::detail {

/// An empty file of a fresh name, readable by this user only; gone when the object is.
class TemporaryFile {
 public:
  /// Errors: `file.unwritable`.
  [[nodiscard]] static Result<TemporaryFile> make();

  TemporaryFile(TemporaryFile&& other) noexcept;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Errors: `file.unreadable`.
  [[nodiscard]] Result<std::string> content() const;

 private:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

}  // namespace nucong::sheet::detail

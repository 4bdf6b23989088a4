// The application in the browser: files that the program carries.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/response.hpp"

namespace nucong::http {

/// One file under its path ("assets/main.js"), also as gzip made it where that is shorter.
struct PageFile {
  std::string_view path;
  std::string_view bytes;
  std::string_view gzip = {};
};

/// Immutable; for many threads. Files below assets/ have the hash of their bytes in their name and never
/// change; all others are asked for again each time.
class Pages {
 public:
  Pages() = default;
  /// The bytes must outlive it.
  explicit Pages(std::span<const PageFile> files);

  /// The file of that path. An address within the application that is no file is answered with its first
  /// page, which knows what to show there; what lies below api/ or assets/ or names a file with an ending is
  /// not. None if there is nothing, or the request is no question.
  [[nodiscard]] std::optional<Response> answer(const Request& request) const;

 private:
  struct Page {
    PageFile file;
    std::string etag;
  };
  std::map<std::string_view, Page> pages_;
};

}  // namespace nucong::http

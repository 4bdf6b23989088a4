// Zip files made in memory, so that tests show on one page what they read. Not part of the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nucong::ooxml {

struct ZipEntry {
  std::string name;
  std::string content;
};

[[nodiscard]] std::string zip_of(const std::vector<ZipEntry>& entries);

/// Replaces the content of the entry of that name, or adds one.
void set_entry(std::vector<ZipEntry>& entries, std::string_view name, std::string content);

}  // namespace nucong::ooxml

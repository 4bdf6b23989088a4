// Zip files and workbooks made in memory, so that tests show on one page what they read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nucong::sheet {

struct ZipEntry {
  std::string name;
  std::string content;
};

[[nodiscard]] std::string zip_of(const std::vector<ZipEntry>& entries);

/// What workbook_of puts together, for tests that bend one part of it.
[[nodiscard]] std::vector<ZipEntry> workbook_entries(std::string_view rows, std::string_view shared_items);

/// A workbook of one sheet "Sheet1" with these `<row>` elements and these `<si>` elements.
[[nodiscard]] std::string workbook_of(std::string_view rows, std::string_view shared_items = {});

/// Replaces the content of the entry of that name, or adds one.
void set_entry(std::vector<ZipEntry>& entries, std::string_view name, std::string content);

}  // namespace nucong::sheet

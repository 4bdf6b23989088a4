// Workbooks made in memory, so that tests show on one page what they read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/zip_fixture.hpp"

namespace nucong::sheet {

using ooxml::set_entry;
using ooxml::zip_of;
using ooxml::ZipEntry;

/// What workbook_of puts together, for tests that bend one part of it.
[[nodiscard]] std::vector<ZipEntry> workbook_entries(std::string_view rows, std::string_view shared_items);

/// A workbook of one sheet "Sheet1" with these `<row>` elements and these `<si>` elements.
[[nodiscard]] std::string workbook_of(std::string_view rows, std::string_view shared_items = {});

}  // namespace nucong::sheet

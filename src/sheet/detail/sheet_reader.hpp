// The cells of one worksheet.
#pragma once

#include <cstdint>

#include "base/table.hpp"
#include "ooxml/xml.hpp"
#include "sheet/detail/shared_strings.hpp"

namespace nucong::sheet::detail {

/// What the sheets of one workbook may still take in memory. Cells are counted up to the last filled one of
/// their row; texts wherever they are used, as a shared string of 32 KB can stand in a million cells.
struct CellAllowance {
  std::uint64_t cells = 20'000'000;
  /// Empty places; each filled cell adds a few. One cell in the last column costs thousands of them, and
  /// takes thirty bytes of a file to ask for.
  std::uint64_t blanks = 1'000'000;
  std::uint64_t text_bytes = 256ULL << 20;
};

/// Fills `table.rows` from the worksheet; `table.file` and `table.sheet` are given.
/// Errors: as read_xlsx, with the cell where one is to blame.
[[nodiscard]] Result<> read_rows(const ooxml::XmlPart& part, const SharedStrings& shared,
                                 CellAllowance& allowance, Table& table);

}  // namespace nucong::sheet::detail

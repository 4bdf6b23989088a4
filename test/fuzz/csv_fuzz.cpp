// read_csv must answer to any bytes; what it read must survive being written and read again, and read in
// pieces.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/csv.hpp"
#include "sheet/csv_rows.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong;
  const auto table = sheet::read_csv({reinterpret_cast<const char*>(data), size}, "fuzz.csv");
  const auto cut = sheet::read_csv_rows({reinterpret_cast<const char*>(data), size}, "fuzz.csv", 8);
  const auto joined = cut ? cut.value()->table() : Result<Table>(cut.error());
  ENSURE(joined.has_value() == table.has_value());
  ENSURE(!table || joined.value() == table.value());
  if (!table) return 0;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.value().rows) {
    rows.emplace_back();
    for (const auto& cell : row.cells) rows.back().push_back(cell.text);
  }
  const auto again = sheet::read_csv(sheet::write_csv(rows), "fuzz.csv");
  ENSURE(again.has_value() && again.value().rows.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    ENSURE(again.value().rows[i].cells == table.value().rows[i].cells);
  return 0;
}

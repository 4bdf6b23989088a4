#include "sheet/table_file.hpp"

#include <utility>

#include "ooxml/zip_archive.hpp"
#include "sheet/csv.hpp"
#include "sheet/csv_rows.hpp"
#include "sheet/xlsx.hpp"

namespace nucong::sheet {

Result<Table> read_table(std::string_view bytes, std::string file) {
  if (ooxml::container_of(bytes) == ooxml::Container::none) return read_csv(bytes, std::move(file));
  TRY(auto table, read_xlsx_first_sheet(bytes, std::move(file)));
  if (table.rows.empty()) return fail(ErrorCode::table_empty).at({table.file, 0, {}});
  return table;
}

Result<std::unique_ptr<RowSource>> read_rows(std::string bytes, std::string file) {
  if (ooxml::container_of(bytes) == ooxml::Container::none)
    return read_csv_rows(std::move(bytes), std::move(file));
  TRY(auto table, read_table(bytes, std::move(file)));
  return std::make_unique<TableRows>(std::move(table));
}

}  // namespace nucong::sheet

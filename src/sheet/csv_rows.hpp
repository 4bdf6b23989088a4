// A CSV file of any size, row by row.
#pragma once

#include <memory>
#include <string>

#include "base/row_source.hpp"

namespace nucong::sheet {

/// The rows of a CSV file by the rules of read_csv; of `bytes` nothing is copied but what must be changed. A
/// file without a quotation mark comes in many stretches; with one, where a row ends cannot be told from the
/// middle, and it comes as one.
/// Errors: `table.empty`, and those of read_csv in the heading; in other rows they are met on visiting them.
/// A stretch is a little longer than `stretch_bytes`: handing it out costs nothing beside reading it, and
/// there are enough of them to keep all hands busy.
[[nodiscard]] Result<std::unique_ptr<RowSource>> read_csv_rows(std::string bytes, std::string file,
                                                               std::size_t stretch_bytes = std::size_t{1}
                                                                                           << 20);

}  // namespace nucong::sheet

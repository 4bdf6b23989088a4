// What the totals of a form add up, as formulas and as the values these show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/form_sheet.hpp"

namespace nucong::sheet::detail {

/// What the box of each line shows when the form is opened; a total of totals is worked out through them, and
/// a line without a value counts 0. Defect if an addend does not exist or a total adds itself.
[[nodiscard]] std::vector<Decimal> shown_values(const report::FormSheet& form);

/// "=SUM(E7:E8,E11)" for addends {0, 1, 4} in column "E" where line 0 stands in row 7. Neighbours become a
/// range, so that a long form stays within what a formula may hold.
[[nodiscard]] std::string sum_formula(std::vector<std::size_t> addends, std::string_view column,
                                      std::size_t first_row);

}  // namespace nucong::sheet::detail

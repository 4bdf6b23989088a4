// What may be typed into a box of a form.
#pragma once

#include <xlsxwriter.h>

namespace nucong::sheet::detail {

/// Refuses anything but a number from 0 on, whole where `decimals` is 0, and says in Vietnamese what to do. A
/// pasted value is not checked by spreadsheet programs, so the reader of the form has to check again.
void guard_box(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, int decimals);

}  // namespace nucong::sheet::detail

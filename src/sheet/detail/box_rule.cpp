#include "sheet/detail/box_rule.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/error.hpp"

namespace nucong::sheet::detail {
namespace {

// A spreadsheet takes titles of up to 32 and messages of up to 255 characters.
constexpr std::string_view refused = "Số liệu chưa hợp lệ";
constexpr std::string_view whole_only =
    "Hãy nhập một số nguyên từ 0 trở lên, không kèm chữ hay dấu cách (ví dụ: 1250). Không phát sinh thì nhập "
    "0; chưa có số liệu thì để trống.";
constexpr std::string_view fraction_allowed =
    "Hãy nhập một số từ 0 trở lên, tối đa {} chữ số thập phân, không kèm chữ (ví dụ: 1250,5). Không phát "
    "sinh thì nhập 0; chưa có số liệu thì để trống.";

}  // namespace

void guard_box(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, int decimals) {
  const bool whole = decimals == 0;
  std::string title(refused);
  std::string message = whole ? std::string(whole_only) : fmt::format(fraction_allowed, decimals);
  lxw_data_validation rule{};
  rule.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
  rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  rule.value_number = 0;
  rule.error_title = title.data();
  rule.error_message = message.data();
  const lxw_error refusal = worksheet_data_validation_cell(sheet, row, column, &rule);
  ENSURE(refusal == LXW_NO_ERROR);
}

}  // namespace nucong::sheet::detail

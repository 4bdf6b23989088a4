#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include <xlsxwriter.h>

#include "base/text.hpp"
#include "sheet/detail/box_rule.hpp"
#include "sheet/detail/form_formats.hpp"
#include "sheet/detail/form_totals.hpp"
#include "sheet/detail/form_words.hpp"
#include "sheet/detail/temporary_file.hpp"
#include "sheet/form.hpp"

namespace nucong::sheet {
namespace {

using detail::Look;
using report::FormLine;
using report::FormSheet;

// Rows and columns count from 0 here, as libxlsxwriter does.
constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t form_row = 1;
constexpr lxw_row_t unit_row = 2;
constexpr lxw_row_t period_row = 3;
constexpr lxw_row_t note_row = 4;
constexpr lxw_row_t heading_row = 5;
constexpr lxw_row_t first_line_row = 6;

enum Column : lxw_col_t {
  code_column,
  title_column,
  measure_column,
  last_column,
  value_column,
  reason_column
};
// In digits of the default font.
constexpr std::array<double, 6> column_widths = {10, 46, 11, 13, 13, 22};
// Letters of Times New Roman 12 to one digit of the default font; 1.3 would fill a line to its end.
constexpr double letters_a_digit = 1.2;
constexpr double bold_size = 1.08;
constexpr double title_size = 1.5;  // 14 points, bold, often in capitals
constexpr double line_height = 16;
constexpr double title_line_height = 20;

constexpr std::string_view note =
    "Chỉ nhập vào các ô màu vàng: số liệu ở cột “Kỳ này”, giải thích ở cột “Ghi chú / lý do” khi số tăng "
    "hoặc giảm nhiều so với kỳ trước. Dòng cộng tự tính. Chưa có số liệu thì để trống; không phát sinh thì "
    "nhập 0.";

struct FreeWorkbook {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};

class FormWriter {
 public:
  FormWriter(lxw_workbook* book, const FormSheet& form)
      : form_(form),
        formats_(book),
        sheet_(workbook_add_worksheet(book, "Biểu mẫu")),
        shown_(detail::shown_values(form)) {}

  void write() {
    lay_out_page();
    write_top();
    for (std::size_t i = 0; i < form_.lines.size(); ++i) write_line(i);
    select_first_box();
  }

 private:
  // In two lines: a column as wide as both would make all print smaller.
  static std::string with_period(std::string_view heading, const std::string& period) {
    return period.empty() ? std::string(heading) : std::string(heading) + "\n(" + period + ")";
  }

  void text(lxw_row_t row, lxw_col_t column, std::string_view value, Look look) {
    worksheet_write_string(sheet_, row, column, std::string(value).c_str(), formats_.of(look));
  }

  void merged(lxw_row_t row, lxw_col_t first, std::string_view value, Look look) {
    worksheet_merge_range(sheet_, row, first, row, reason_column, std::string(value).c_str(),
                          formats_.of(look));
  }

  void number(lxw_row_t row, lxw_col_t column, std::optional<Decimal> value, Look look, int decimals) {
    lxw_format* format = formats_.of(look, decimals);
    if (value) {
      worksheet_write_number(sheet_, row, column, value->approximate(), format);
    } else {
      worksheet_write_blank(sheet_, row, column, format);
    }
  }

  // LibreOffice does not fit the height of a row when it opens a file, and no program does for merged cells.
  // A row of one line is left alone, so that it still grows with the reason that somebody types into it.
  void fit_height(lxw_row_t row, std::string_view value, lxw_col_t first, lxw_col_t last,
                  double letter_size) {
    double width = 0;
    for (lxw_col_t column = first; column <= last; ++column) width += column_widths.at(column);
    const double lines =
        std::ceil(static_cast<double>(display_width(value)) * letter_size / (width * letters_a_digit));
    const double height = row == title_row ? title_line_height : line_height;
    const double margin = row == title_row ? 10 : 4;
    if (lines > 1 || row == title_row) worksheet_set_row(sheet_, row, lines * height + margin, nullptr);
  }

  void lay_out_page() {
    for (lxw_col_t column = 0; column < column_widths.size(); ++column)
      worksheet_set_column(sheet_, column, column, column_widths.at(column), formats_.of(Look::page));
    worksheet_set_portrait(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_set_margins(sheet_, 0.6, 0.4, 0.6, 0.6);
    worksheet_center_horizontally(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, heading_row, heading_row);
    worksheet_print_area(sheet_, title_row, code_column, last_row(), reason_column);
    worksheet_set_footer(sheet_, "&R&\"Times New Roman,Regular\"&10Trang &P/&N");
    worksheet_freeze_panes(sheet_, first_line_row, 0);
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    lxw_protection allowed{};
    allowed.format_columns = 1;
    allowed.format_rows = 1;
    worksheet_protect(sheet_, nullptr, &allowed);
  }

  [[nodiscard]] lxw_row_t row_of(std::size_t line) const {
    return first_line_row + static_cast<lxw_row_t>(line);
  }
  [[nodiscard]] lxw_row_t last_row() const {
    return heading_row + static_cast<lxw_row_t>(form_.lines.size());
  }

  void write_top() {
    merged(title_row, code_column, form_.form_title, Look::title);
    fit_height(title_row, form_.form_title, code_column, reason_column, title_size);
    text(form_row, code_column, detail::label_form, Look::label);
    merged(form_row, title_column, form_.form_code, Look::field);
    text(unit_row, code_column, detail::label_unit, Look::label);
    text(unit_row, title_column, form_.unit_code, Look::field);
    merged(unit_row, measure_column, form_.unit_name, Look::field);
    fit_height(unit_row, form_.unit_name, measure_column, reason_column, 1);
    text(period_row, code_column, detail::label_period, Look::label);
    merged(period_row, title_column, form_.period, Look::field);
    merged(note_row, code_column, note, Look::note);
    fit_height(note_row, note, code_column, reason_column, 1);
    worksheet_set_row(sheet_, heading_row, 2 * line_height + 4, nullptr);
    text(heading_row, code_column, detail::heading_code, Look::column_head);
    text(heading_row, title_column, detail::heading_title, Look::column_head);
    text(heading_row, measure_column, detail::heading_measure, Look::column_head);
    text(heading_row, last_column, with_period(detail::heading_last, form_.period_before), Look::column_head);
    text(heading_row, value_column, with_period(detail::heading_value, form_.period), Look::column_head);
    text(heading_row, reason_column, detail::heading_reason, Look::column_head);
  }

  void write_line(std::size_t index) {
    const FormLine& line = form_.lines[index];
    const lxw_row_t row = row_of(index);
    if (line.role == FormLine::Role::heading) {
      // The code stays empty: it is how the reader knows a heading.
      text(row, code_column, {}, Look::group);
      merged(row, title_column, line.title, Look::group);
      return fit_height(row, line.title, title_column, reason_column, bold_size);
    }
    const bool total = line.role == FormLine::Role::total;
    fit_height(row, line.title, title_column, title_column, total ? bold_size : 1);
    text(row, code_column, line.code, total ? Look::total_centred : Look::centred);
    text(row, title_column, line.title, total ? Look::total_text : Look::text);
    text(row, measure_column, line.unit_of_measure, total ? Look::total_centred : Look::centred);
    number(row, last_column, line.last, total ? Look::total_number : Look::number, line.decimals);
    if (total) {
      write_total(index);
    } else {
      number(row, value_column, line.current, Look::box, line.decimals);
      detail::guard_box(sheet_, row, value_column, line.decimals);
    }
    text(row, reason_column, {}, total ? Look::total_text : Look::reason);
  }

  void write_total(std::size_t index) {
    const FormLine& line = form_.lines[index];
    if (line.addends.empty())
      return number(row_of(index), value_column, line.current, Look::total_number, line.decimals);
    const std::string formula =
        detail::sum_formula(line.addends, column_letters(value_column), first_line_row + 1);
    worksheet_write_formula_num(sheet_, row_of(index), value_column, formula.c_str(),
                                formats_.of(Look::total_number, line.decimals), shown_[index].approximate());
  }

  // Where the cursor waits when the form is opened.
  void select_first_box() {
    for (std::size_t i = 0; i < form_.lines.size(); ++i) {
      if (form_.lines[i].role != FormLine::Role::entry) continue;
      worksheet_set_selection(sheet_, row_of(i), value_column, row_of(i), value_column);
      return;
    }
  }

  const FormSheet& form_;
  detail::FormFormats formats_;
  lxw_worksheet* sheet_;
  std::vector<Decimal> shown_;
};

}  // namespace

Result<std::string> write_form(const FormSheet& form) {
  TRY(auto file, detail::TemporaryFile::make());
  std::unique_ptr<lxw_workbook, FreeWorkbook> book(workbook_new(file.path().c_str()));
  ENSURE(book != nullptr);
  FormWriter(book.get(), form).write();
  if (workbook_close(book.release()) != LXW_NO_ERROR)  // closing frees it, whatever comes of it
    return fail(ErrorCode::file_unwritable).at({file.path().string(), 0, {}});
  return file.content();
}

}  // namespace nucong::sheet

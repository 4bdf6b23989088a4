#include "sheet/detail/form_formats.hpp"

#include <string>

namespace nucong::sheet::detail {
namespace {

constexpr lxw_color_t light_yellow = 0xFFF9CC;
constexpr lxw_color_t light_grey = 0xE3E3E3;
constexpr lxw_color_t pale_grey = 0xF4F4F4;
constexpr lxw_color_t dark_grey = 0x595959;
constexpr lxw_color_t line_grey = 0x8C8C8C;

bool in_table(Look look) {
  return look >= Look::column_head;
}
bool is_figure(Look look) {
  return look == Look::number || look == Look::box || look == Look::total_number;
}
bool is_total(Look look) {
  return look >= Look::total_text;
}

bool is_bold(Look look) {
  return look == Look::title || look == Look::label || look == Look::column_head || look == Look::group ||
         is_total(look);
}

bool is_centred(Look look) {
  return look == Look::title || look == Look::column_head || look == Look::centred ||
         look == Look::total_centred;
}

void colour(lxw_format* format, Look look) {
  if (look == Look::box || look == Look::reason) {
    format_set_bg_color(format, light_yellow);
    format_set_unlocked(format);
  }
  if (look == Look::column_head || look == Look::group) format_set_bg_color(format, light_grey);
  if (is_total(look)) format_set_bg_color(format, pale_grey);
  if (look == Look::number || look == Look::note) format_set_font_color(format, dark_grey);
}

}  // namespace

lxw_format* FormFormats::of(Look look, int decimals) {
  auto& format = made_[{look, decimals}];
  if (format == nullptr) format = make(look, decimals);
  return format;
}

lxw_format* FormFormats::make(Look look, int decimals) const {
  lxw_format* format = workbook_add_format(book_);
  format_set_font_name(format, "Times New Roman");
  format_set_font_size(format, look == Look::title ? 14 : 12);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (is_bold(look)) format_set_bold(format);
  if (look == Look::note) format_set_italic(format);
  if (is_centred(look)) format_set_align(format, LXW_ALIGN_CENTER);
  if (!is_figure(look) && look != Look::label) format_set_text_wrap(format);
  if (is_figure(look)) {
    format_set_align(format, LXW_ALIGN_RIGHT);
    const std::string pattern =
        decimals == 0 ? "#,##0" : "#,##0." + std::string(static_cast<std::size_t>(decimals), '0');
    format_set_num_format(format, pattern.c_str());
  }
  if (in_table(look) && !is_centred(look)) format_set_indent(format, 1);
  if (in_table(look)) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, line_grey);
  }
  colour(format, look);
  return format;
}

}  // namespace nucong::sheet::detail

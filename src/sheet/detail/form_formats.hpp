// How the cells of a form look.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include <xlsxwriter.h>

namespace nucong::sheet::detail {

enum class Look : std::uint8_t {
  page,         ///< outside the table
  title,        ///< the form's title
  label,        ///< "Đơn vị"
  field,        ///< what stands beside a label
  note,         ///< how to fill the form
  column_head,  ///< the heading row
  group,        ///< a heading line
  text,
  centred,
  number,  ///< a figure that is only shown
  box,     ///< a figure to be filled
  reason,  ///< a text to be filled
  total_text,
  total_centred,
  total_number
};

/// The formats of one workbook, made when first asked for.
class FormFormats {
 public:
  explicit FormFormats(lxw_workbook* book) : book_(book) {}

  /// `decimals` matters to figures only.
  [[nodiscard]] lxw_format* of(Look look, int decimals = 0);

 private:
  [[nodiscard]] lxw_format* make(Look look, int decimals) const;

  lxw_workbook* book_;
  std::map<std::pair<Look, int>, lxw_format*> made_;
};

}  // namespace nucong::sheet::detail

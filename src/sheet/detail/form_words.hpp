// The words by which a form is recognised when it comes back: the writer and the reader share them. Forms
// stay with the units for months, so a word that changes here leaves forms behind that nobody can read.
#pragma once

#include <string_view>

namespace nucong::sheet::detail {

inline constexpr std::string_view label_form = "Biểu mẫu";
inline constexpr std::string_view label_unit = "Đơn vị";
inline constexpr std::string_view label_period = "Kỳ";

inline constexpr std::string_view heading_code = "Mã";
inline constexpr std::string_view heading_title = "Nội dung";
inline constexpr std::string_view heading_measure = "ĐVT";
inline constexpr std::string_view heading_last = "Kỳ trước";  ///< followed by the period in brackets
inline constexpr std::string_view heading_value = "Kỳ này";   ///< followed by the period in brackets
inline constexpr std::string_view heading_reason = "Ghi chú / lý do";

}  // namespace nucong::sheet::detail

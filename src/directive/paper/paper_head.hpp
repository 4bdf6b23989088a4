// The head of a directive: the number, date and title that it gives itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "directive/reading.hpp"

namespace nucong::directive {

/// Parts that the head does not show are empty.
struct PaperHead {
  std::string number;                ///< "41/HD-CĐ", without blanks
  std::optional<CitationType> kind;  ///< by the line of the kind, else by the number's code
  std::string title;                 ///< never empty unless the text is: see `head_of`
  std::optional<Date> date;          ///< of the dateline "Hà Nội, ngày 21 tháng 2 năm 2024"

  bool operator==(const PaperHead&) const = default;
};

/// Reads the first lines of a directive. The title is the line of the kind in capitals (KẾ HOẠCH, HƯỚNG DẪN,
/// NĐ 30/2020/NĐ-CP, Phụ lục I) joined with the lines below it up to a blank one or to the preamble ("Căn
/// cứ", "Thực hiện"); of a letter its "V/v"; else the first line that is not blank. Pure; the cost does not
/// grow with the text.
[[nodiscard]] PaperHead head_of(std::string_view text);

}  // namespace nucong::directive

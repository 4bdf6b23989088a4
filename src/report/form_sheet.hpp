// A form for one unit and one period, as rows to be laid out on a spreadsheet and read back from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"

namespace nucong::report {

/// Stands in the code column of a total, so that a line whose code was wiped out is not taken for one.
inline constexpr std::string_view total_code = "Σ";

/// One row of the form.
struct FormLine {
  enum class Role : std::uint8_t {
    heading,  ///< a title over the lines that follow; no boxes
    entry,    ///< one box to fill
    total     ///< computed in the sheet from `addends`; protected
  };
  Role role = Role::entry;
  std::string code;   ///< the element's code; `total_code` for a total; empty for a heading
  std::string title;  ///< in the language of the sheet
  std::string unit_of_measure;
  int decimals = 0;
  std::optional<Decimal> last;       ///< the value of the period before
  std::optional<Decimal> current;    ///< what was already reported or counted; pre-filled
  std::vector<std::size_t> addends;  ///< for a total: indices into `lines`
};

struct FormSheet {
  std::string form_code;
  std::string form_title;
  std::string unit_code;
  std::string unit_name;
  std::string period;         ///< "2026-Q3"
  std::string period_before;  ///< heading of the column of last values: "2026-Q2"
  std::vector<FormLine> lines;
};

}  // namespace nucong::report

// A form as it came back from a unit: what stands in its boxes, not yet read as numbers nor checked.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/table.hpp"

namespace nucong::report {

struct FilledLine {
  std::string code;  ///< the element's code, as it stands in the file
  Cell value;        ///< empty text: nothing was filled in
  Cell reason;
  Place value_place;
  Place code_place;

  bool operator==(const FilledLine&) const = default;
};

/// Lines in file order, totals among them, headings not.
struct FilledForm {
  std::string form_code;
  std::string unit_code;
  std::string period;  ///< as it stands in the file: "2026-Q3"
  std::vector<FilledLine> lines;

  bool operator==(const FilledForm&) const = default;
};

}  // namespace nucong::report

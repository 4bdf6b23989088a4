// What kinds of unit there are: catalogue data, because the levels of the union change by decree.
#pragma once

#include <string>

namespace nucong::indicator {

/// One kind of unit. `code` is what unit files, forms and formulas say ("grassroots"); the titles are for
/// people. Source: catalogue/kinds.toml.
struct UnitKind {
  std::string code;
  std::string title_vi;
  std::string title_en;

  bool operator==(const UnitKind&) const = default;
};

}  // namespace nucong::indicator

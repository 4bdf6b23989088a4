// A small dictionary for the tests of this module and of those above it.
#pragma once

#include "indicator/element.hpp"

namespace nucong::indicator {

/// A01 workers, A02 women_workers, A03 members, A04 women_members [sector, age], B04a new_committees,
/// F08 care_activities, G02 title_holders, H01 women_budget (đồng, 0 decimals), E07c childcare_support (2
/// decimals).
[[nodiscard]] inline Elements sample_elements() {
  const auto element = [](std::string code, std::string name, ElementKind kind) {
    Element made;
    made.code = std::move(code);
    made.name = std::move(name);
    made.kind = kind;
    made.periods = {PeriodKind::quarter, PeriodKind::year};
    return made;
  };
  std::vector<Element> elements{element("A01", "workers", ElementKind::stock),
                                element("A02", "women_workers", ElementKind::stock),
                                element("A03", "members", ElementKind::stock),
                                element("A04", "women_members", ElementKind::stock),
                                element("B04a", "new_committees", ElementKind::flow),
                                element("F08", "care_activities", ElementKind::flow),
                                element("G02", "title_holders", ElementKind::flow),
                                element("H01", "women_budget", ElementKind::flow),
                                element("E07c", "childcare_support", ElementKind::flow)};
  elements[3].splits = {"sector", "age"};
  elements[8].decimals = 2;
  return Elements::make(
             std::move(elements),
             {{"sector", "Khu vực", "Sector", {{"state", "Nhà nước", "State"}, {"fdi", "FDI", "FDI"}}},
              {"age", "Tuổi", "Age", {{"under_30", "Dưới 30", "Under 30"}}}})
      .value();
}

}  // namespace nucong::indicator

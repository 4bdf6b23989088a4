// A quantity that was taken for an aim, on its way to a proposed target.
#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "directive/aim/aim.hpp"
#include "directive/aim/quantity.hpp"
#include "directive/text/sentence.hpp"

namespace nucong::directive {

/// By when: a year, and the day where the text names one.
struct Due {
  int year = 0;
  std::optional<Date> day;
};

struct Candidate {
  Measured quantity;
  Range sentence;
  Range segment;
  Verdict verdict;
  std::vector<Due> deadlines;  ///< one target for each; empty if the sentence names none
  bool elliptic =
      false;  ///< shares the subject of the candidate before it: "65% vào năm 2025 và 75% vào năm 2030"
  bool per_unit = false;
  bool item = false;      ///< stands in a list or a table
  bool headline = false;  ///< stands in a headline or a caption
};

}  // namespace nucong::directive

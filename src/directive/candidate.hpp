// A quantity that was taken for an aim, on its way to a proposed target.
#pragma once

#include <optional>
#include <vector>

#include "directive/quantity.hpp"
#include "directive/sentence.hpp"

namespace nucong::directive {

struct Candidate {
  Measured quantity;
  Range sentence;
  Range segment;
  std::vector<int> deadlines;  ///< one target for each; empty if the sentence names none
  bool elliptic =
      false;  ///< shares the subject of the candidate before it: "65% vào năm 2025 và 75% vào năm 2030"
  bool per_unit = false;
  bool headline = false;  ///< stands in a headline or a caption
};

}  // namespace nucong::directive

// The same aim said again, in a headline or a summary, is one aim.
#pragma once

#include <vector>

#include "directive/reading.hpp"

namespace nucong::directive {

struct Drafted {
  ProposedTarget target;
  bool headline = false;
  bool item = false;  ///< of a list or a table
};

/// Keeps the fullest statement of each aim, in the order of the text. Linear: a target is compared with a
/// bounded number of those that state the same figure.
[[nodiscard]] std::vector<ProposedTarget> without_restatements(std::vector<Drafted> drafted);

}  // namespace nucong::directive

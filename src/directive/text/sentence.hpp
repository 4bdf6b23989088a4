// Blocks cut into sentences, and sentences into segments: what stands between semicolons.
#pragma once

#include <vector>

#include "directive/text/outline.hpp"

namespace nucong::directive {

/// Tokens, half open.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] bool empty() const { return first >= last; }
};

struct Sentence {
  Range range;
  std::vector<Range> segments;  ///< at least one, in order
};

/// A row of a table is one sentence. Sentences and segments longer than any writer's are cut, so that what
/// looks around a number stays bounded.
[[nodiscard]] std::vector<Sentence> sentences_of(const Tokens& tokens, const Block& block);

}  // namespace nucong::directive

// How sure the reader is of a proposed target, and the one thing it would ask.
#pragma once

#include "directive/reading.hpp"

namespace nucong::directive {

/// Sets `sureness` and `question` of a target whose other fields are read; `weight` is that of its signs.
void judge(ProposedTarget& target, int weight);

}  // namespace nucong::directive

// A predicate over a thousand units at once.
#pragma once

#include <functional>

#include "indicator/predicate.hpp"
#include "rollup/chunk.hpp"

namespace nucong::rollup {

/// The chunk of a series at the place that is being looked at; null where no unit has a figure.
using ChunkOf = std::function<const Chunk*(indicator::Series)>;

/// The units of one chunk for which the predicate is yes, as bits. The same answer as Predicate::evaluate of
/// each of them: sums and comparisons of whole columns where these are exact in 64 bits, else unit by unit.
[[nodiscard]] Chunk::Presence units_where(const indicator::Predicate& predicate,
                                          const indicator::Elements& elements, const ChunkOf& chunk_of);

}  // namespace nucong::rollup

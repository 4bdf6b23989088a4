// The grammar of formulas: text to a tree that is well formed but not yet checked for meaning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "indicator/predicate.hpp"

namespace nucong::indicator::detail {

struct Node {
  enum class Kind : std::uint8_t {
    number,
    series,  // name, and split and part unless it is the whole
    negate,  // parts: operand
    add,     // parts: left, right; so the next three
    subtract,
    multiply,
    divide,
    previous,  // parts: expression
    units,     // kinds; parts: predicate or nothing
    each,      // kinds; parts: expression
    compare,   // comparison; parts: left, right
    reported,  // parts: series
    all_of,    // parts: two or more
    any_of,    // parts: two or more
    negation   // parts: predicate
  };
  Kind kind;
  std::size_t position;
  Decimal number;
  std::string_view name;
  std::string_view split;
  std::string_view part;
  Comparison comparison = Comparison::equal;
  std::vector<std::string> kinds;
  std::vector<Node> parts;

  Node(Kind node_kind, std::size_t at) : kind(node_kind), position(at) {}
};

/// Views point into `formula`. Errors: `formula.malformed`.
[[nodiscard]] Result<Node> syntax_of(std::string_view formula);

}  // namespace nucong::indicator::detail

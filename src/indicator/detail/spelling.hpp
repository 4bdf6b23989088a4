// The canonical spelling of arithmetic: as few brackets as keep the tree.
#pragma once

#include <string>
#include <string_view>

#include "indicator/arithmetic.hpp"

namespace nucong::indicator::detail {

/// How tightly the outermost operation binds: sums 1, products 2, negation 3, anything whole 4.
template <class Leaf>
int binding(const Arithmetic<Leaf>& expr) {
  using Op = typename Arithmetic<Leaf>::Op;
  switch (expr.op()) {
    case Op::add:
    case Op::subtract:
      return 1;
    case Op::multiply:
    case Op::divide:
      return 2;
    case Op::negate:
      return 3;
    case Op::number:
      return expr.number().is_negative() ? 3 : 4;
    case Op::leaf:
      return 4;
  }
  return 4;
}

template <class Leaf, class SpellLeaf>
std::string spelled(const Arithmetic<Leaf>& expr, const SpellLeaf& spell_leaf) {
  using Op = typename Arithmetic<Leaf>::Op;
  if (expr.op() == Op::number) return expr.number().str();
  if (expr.op() == Op::leaf) return spell_leaf(expr.leaf());
  const auto operand = [&](std::size_t index, int at_least) {
    const auto& part = expr.operands()[index];
    const auto text = spelled(part, spell_leaf);
    return binding(part) < at_least ? "(" + text + ")" : text;
  };
  const int own = binding(expr);
  if (expr.op() == Op::negate) return "-" + operand(0, own);
  const std::string_view sign = expr.op() == Op::add        ? " + "
                                : expr.op() == Op::subtract ? " - "
                                : expr.op() == Op::multiply ? " * "
                                                            : " / ";
  // Operations of one rank are read from the left, so a right operand of the same rank keeps its brackets.
  return operand(0, own).append(sign).append(operand(1, own + 1));
}

}  // namespace nucong::indicator::detail

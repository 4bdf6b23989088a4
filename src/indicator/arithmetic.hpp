// Arithmetic as a tree that anyone can walk: over the series of one unit, or over the aggregates of a branch.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indicator/exact.hpp"

namespace nucong::indicator {

/// A number, a leaf, the negation of one operand, or two operands joined. A value type; never empty.
template <class Leaf>
class Arithmetic {
 public:
  enum class Op : std::uint8_t { number, leaf, negate, add, subtract, multiply, divide };

  [[nodiscard]] static Arithmetic of(Decimal number) { return Arithmetic(Op::number, number, {}, {}); }
  [[nodiscard]] static Arithmetic of(Leaf leaf) { return Arithmetic(Op::leaf, {}, leaf, {}); }
  /// A negated number is the negative number, so that a tree has one spelling.
  [[nodiscard]] static Arithmetic negated(Arithmetic operand);
  /// `op` is one of add, subtract, multiply, divide.
  [[nodiscard]] static Arithmetic joined(Op op, Arithmetic left, Arithmetic right);

  [[nodiscard]] Op op() const { return op_; }
  [[nodiscard]] Decimal number() const { return number_; }  ///< of a number
  [[nodiscard]] const Leaf& leaf() const { return leaf_; }  ///< of a leaf
  /// None, one (negate) or two: left, right.
  [[nodiscard]] std::span<const Arithmetic> operands() const { return operands_; }
  /// Whether any leaf is read; a tree of numbers alone says nothing about a unit.
  [[nodiscard]] bool reads_leaf() const;

  /// The value with its division not carried out; denominator 1 unless the tree divides.
  /// Missing (empty) if a leaf is missing, a divisor is zero, or the exact result does not fit; but a sum
  /// leaves a missing operand out as long as the other one reads a leaf and has a value: 3 + nothing is 3.
  [[nodiscard]] std::optional<Ratio> evaluate(
      const std::function<std::optional<Decimal>(Leaf)>& value_of) const;

  /// Visits the leaves from left to right, repeated ones again.
  template <class Visit>
  void each_leaf(Visit&& visit) const {
    if (op_ == Op::leaf) visit(leaf_);
    for (const auto& operand : operands_) operand.each_leaf(visit);
  }

  bool operator==(const Arithmetic&) const = default;

 private:
  Arithmetic(Op op, Decimal number, Leaf leaf, std::vector<Arithmetic> operands)
      : op_(op), number_(number), leaf_(leaf), operands_(std::move(operands)) {}

  Op op_;
  Decimal number_;
  Leaf leaf_;
  std::vector<Arithmetic> operands_;
};

template <class Leaf>
Arithmetic<Leaf> Arithmetic<Leaf>::negated(Arithmetic operand) {
  if (operand.op_ == Op::number)
    return of(Decimal::scaled(-operand.number_.mantissa(), operand.number_.scale()));
  Arithmetic made(Op::negate, {}, {}, {});
  made.operands_.push_back(std::move(operand));
  return made;
}

template <class Leaf>
Arithmetic<Leaf> Arithmetic<Leaf>::joined(Op op, Arithmetic left, Arithmetic right) {
  ENSURE(op >= Op::add);
  Arithmetic made(op, {}, {}, {});
  made.operands_.reserve(2);
  made.operands_.push_back(std::move(left));
  made.operands_.push_back(std::move(right));
  return made;
}

template <class Leaf>
bool Arithmetic<Leaf>::reads_leaf() const {
  if (op_ == Op::leaf) return true;
  for (const auto& operand : operands_)
    if (operand.reads_leaf()) return true;
  return false;
}

template <class Leaf>
std::optional<Ratio> Arithmetic<Leaf>::evaluate(
    const std::function<std::optional<Decimal>(Leaf)>& value_of) const {
  if (op_ == Op::number) return Ratio{number_, 1};
  if (op_ == Op::leaf) {
    const auto value = value_of(leaf_);
    return value ? std::optional(Ratio{*value, 1}) : std::nullopt;
  }
  const auto left = operands_[0].evaluate(value_of);
  if (op_ == Op::negate) return left ? difference(Ratio{0, 1}, *left) : std::nullopt;
  const auto right = operands_[1].evaluate(value_of);
  if (op_ == Op::add && left.has_value() != right.has_value()) {
    const auto& present = left ? operands_[0] : operands_[1];
    return present.reads_leaf() ? (left ? left : right) : std::nullopt;
  }
  if (!left || !right) return std::nullopt;
  switch (op_) {
    case Op::add:
      return sum(*left, *right);
    case Op::subtract:
      return difference(*left, *right);
    case Op::multiply:
      return product(*left, *right);
    case Op::divide:
      return quotient(*left, *right);
    case Op::number:
    case Op::leaf:
    case Op::negate:
      break;
  }
  return std::nullopt;
}

}  // namespace nucong::indicator

#include "rollup/predicate_pass.hpp"

#include <algorithm>
#include <bit>

#include "base/result.hpp"
#include "rollup/vectorised.hpp"

namespace nucong::rollup {
namespace {

using indicator::Comparison;
using indicator::Elements;
using indicator::Predicate;
using indicator::Series;
using indicator::Truth;
using indicator::UnitExpr;
using Bits = Chunk::Presence;

constexpr Bits all_bits() {
  Bits bits{};
  for (auto& word : bits) word = ~std::uint64_t{0};
  return bits;
}

template <class Join>
Bits joined(const Bits& a, const Bits& b, Join&& join) {
  Bits bits;
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = join(a[i], b[i]);
  return bits;
}
Bits both(const Bits& a, const Bits& b) {
  return joined(a, b, std::bit_and{});
}
Bits either(const Bits& a, const Bits& b) {
  return joined(a, b, std::bit_or{});
}

// One side of a comparison for every unit, in units of 10^-scale; 0 where missing.
struct Side {
  Chunk::Amounts amount{};
  Bits has{};
};

// Kleene's truth for every unit: known is yes or no.
struct Truths {
  Bits yes{};
  Bits no{};
};

NUCONG_VECTORISED void add_all(std::int64_t* into, const std::int64_t* more, std::int64_t factor,
                               std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) into[i] += factor * more[i];
}

NUCONG_VECTORISED void compare_all(const std::int64_t* a, const std::int64_t* b, std::int8_t* order,
                                   std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    order[i] = static_cast<std::int8_t>((a[i] > b[i] ? 1 : 0) - (a[i] < b[i] ? 1 : 0));
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

int scale_of(const UnitExpr& expr, const Elements& elements) {
  if (expr.op() == UnitExpr::Op::number) return expr.number().scale();
  if (expr.op() == UnitExpr::Op::leaf) return elements.element(expr.leaf().element).decimals;
  int scale = 0;
  for (const auto& operand : expr.operands()) scale = std::max(scale, scale_of(operand, elements));
  return scale;
}

// Columns at a common scale: only what adds and subtracts, and surely stays within 64 bits.
class Pass {
 public:
  Pass(const Elements& elements, const ChunkOf& chunk_of, int scale)
      : elements_(elements), chunk_of_(chunk_of), scale_(scale) {}

  // An upper bound of the magnitude in any unit; infinite for what this pass does not do.
  [[nodiscard]] double bound(const UnitExpr& expr) const {
    switch (expr.op()) {
      case UnitExpr::Op::number:
        return std::abs(expr.number().approximate()) * static_cast<double>(power_of_ten(scale_));
      case UnitExpr::Op::leaf:
        return leaf_bound(expr.leaf());
      case UnitExpr::Op::negate:
        return bound(expr.operands()[0]);
      case UnitExpr::Op::add:
      case UnitExpr::Op::subtract:
        return bound(expr.operands()[0]) + bound(expr.operands()[1]);
      case UnitExpr::Op::multiply:
      case UnitExpr::Op::divide:
        break;
    }
    return std::numeric_limits<double>::infinity();
  }

  [[nodiscard]] Side evaluate(const UnitExpr& expr) const {
    if (expr.op() == UnitExpr::Op::number) return number(expr.number());
    if (expr.op() == UnitExpr::Op::leaf) return leaf(expr.leaf());
    if (expr.op() == UnitExpr::Op::negate) {
      Side negated;
      const Side side = evaluate(expr.operands()[0]);
      add_all(negated.amount.data(), side.amount.data(), -1, side.amount.size());
      negated.has = side.has;
      return negated;
    }
    return joined_sides(expr);
  }

 private:
  [[nodiscard]] std::int64_t factor(Series series) const {
    return power_of_ten(scale_ - elements_.element(series.element).decimals);
  }

  [[nodiscard]] double leaf_bound(Series series) const {
    const Chunk* chunk = chunk_of_(series);
    if (chunk == nullptr) return 0;
    Chunk::Amounts amounts;
    chunk->unpack(amounts);
    const auto [low, high] = std::ranges::minmax(amounts);
    return std::max(std::abs(static_cast<double>(low)), std::abs(static_cast<double>(high))) *
           static_cast<double>(factor(series));
  }

  [[nodiscard]] Side number(Decimal value) const {
    Side side;
    side.amount.fill(value.mantissa() * power_of_ten(scale_ - value.scale()));
    side.has = all_bits();
    return side;
  }

  [[nodiscard]] Side leaf(Series series) const {
    Side side;
    const Chunk* chunk = chunk_of_(series);
    if (chunk == nullptr) return side;
    Chunk::Amounts amounts;
    chunk->unpack(amounts);
    add_all(side.amount.data(), amounts.data(), factor(series), amounts.size());
    side.has = chunk->presence();
    return side;
  }

  // A sum leaves a missing operand out as long as the other one reads a leaf (Arithmetic::evaluate).
  [[nodiscard]] Side joined_sides(const UnitExpr& expr) const {
    Side left = evaluate(expr.operands()[0]);
    const Side right = evaluate(expr.operands()[1]);
    const bool adds = expr.op() == UnitExpr::Op::add;
    const Bits left_alone = adds && expr.operands()[0].reads_leaf() ? left.has : Bits{};
    const Bits right_alone = adds && expr.operands()[1].reads_leaf() ? right.has : Bits{};
    add_all(left.amount.data(), right.amount.data(), adds ? 1 : -1, right.amount.size());
    left.has = either(both(left.has, right.has), either(left_alone, right_alone));
    for (std::size_t i = 0; i < left.amount.size(); ++i)
      if (!is_set(left.has, i)) left.amount[i] = 0;
    return left;
  }

  const Elements& elements_;
  const ChunkOf& chunk_of_;
  int scale_;
};

Truths compared(const Side& left, Comparison comparison, const Side& right) {
  std::array<std::int8_t, Chunk::cells> order;
  compare_all(left.amount.data(), right.amount.data(), order.data(), order.size());
  std::array<bool, 3> wanted;  // by order + 1
  wanted[0] = holds(comparison, std::strong_ordering::less);
  wanted[1] = holds(comparison, std::strong_ordering::equal);
  wanted[2] = holds(comparison, std::strong_ordering::greater);
  Bits yes{};
  for (std::size_t i = 0; i < order.size(); ++i)
    yes[i / 64] |= std::uint64_t{wanted[static_cast<std::size_t>(order[i] + 1)]} << (i % 64);
  const Bits known = both(left.has, right.has);
  return {both(known, yes), joined(known, yes, [](auto k, auto y) { return k & ~y; })};
}

// Unit by unit, exactly: for products, divisions and numbers too large for a pass.
Truths compared_singly(const Predicate& predicate, const Elements& elements, const ChunkOf& chunk_of) {
  Truths truths;
  for (std::size_t cell = 0; cell < Chunk::cells; ++cell) {
    const auto value_of = [&](Series series) -> std::optional<Decimal> {
      const Chunk* chunk = chunk_of(series);
      if (chunk == nullptr || !chunk->present(cell)) return std::nullopt;
      return Decimal::scaled(chunk->amount(cell), elements.element(series.element).decimals);
    };
    const auto truth = predicate.evaluate(value_of);
    truths.yes[cell / 64] |= std::uint64_t{truth == Truth::yes} << (cell % 64);
    truths.no[cell / 64] |= std::uint64_t{truth == Truth::no} << (cell % 64);
  }
  return truths;
}

Truths truths_of(const Predicate& predicate, const Elements& elements, const ChunkOf& chunk_of);

Truths comparison_of(const Predicate& predicate, const Elements& elements, const ChunkOf& chunk_of) {
  const Pass pass(elements, chunk_of,
                  std::max(scale_of(predicate.left(), elements), scale_of(predicate.right(), elements)));
  constexpr double safe = 4e18;  // below 2^62: neither side nor their sum leaves 64 bits
  if (!(pass.bound(predicate.left()) + pass.bound(predicate.right()) < safe))
    return compared_singly(predicate, elements, chunk_of);
  return compared(pass.evaluate(predicate.left()), predicate.comparison(), pass.evaluate(predicate.right()));
}

Truths truths_of(const Predicate& predicate, const Elements& elements, const ChunkOf& chunk_of) {
  switch (predicate.op()) {
    case Predicate::Op::compare:
      return comparison_of(predicate, elements, chunk_of);
    case Predicate::Op::reported: {
      const Chunk* chunk = chunk_of(predicate.series());
      const Bits has = chunk == nullptr ? Bits{} : chunk->presence();
      return {has, joined(has, has, [](auto bits, auto) { return ~bits; })};
    }
    case Predicate::Op::negation: {
      const Truths part = truths_of(predicate.parts()[0], elements, chunk_of);
      return {part.no, part.yes};
    }
    case Predicate::Op::all_of:
    case Predicate::Op::any_of:
      break;
  }
  const bool all = predicate.op() == Predicate::Op::all_of;
  Truths sum = all ? Truths{all_bits(), {}} : Truths{{}, all_bits()};
  for (const auto& part : predicate.parts()) {
    const Truths one = truths_of(part, elements, chunk_of);
    sum.yes = all ? both(sum.yes, one.yes) : either(sum.yes, one.yes);
    sum.no = all ? either(sum.no, one.no) : both(sum.no, one.no);
  }
  return sum;
}

}  // namespace

Chunk::Presence units_where(const Predicate& predicate, const Elements& elements, const ChunkOf& chunk_of) {
  return truths_of(predicate, elements, chunk_of).yes;
}

}  // namespace nucong::rollup

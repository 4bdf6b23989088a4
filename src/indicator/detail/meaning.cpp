#include "indicator/detail/meaning.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indicator/detail/token.hpp"

namespace nucong::indicator::detail {
namespace {

using Kind = Node::Kind;

bool is_arithmetic(Kind kind) {
  return kind >= Kind::negate && kind <= Kind::divide;
}

template <class Leaf>
typename Arithmetic<Leaf>::Op operation_of(Kind kind) {
  using Op = typename Arithmetic<Leaf>::Op;
  return kind == Kind::add        ? Op::add
         : kind == Kind::subtract ? Op::subtract
         : kind == Kind::multiply ? Op::multiply
                                  : Op::divide;
}

// A negation or two operands joined, each operand made by `make`.
template <class Leaf, class Make>
Result<Arithmetic<Leaf>> arithmetic(const Node& node, Make make) {
  TRY(auto left, make(node.parts[0]));
  if (node.kind == Kind::negate) return Arithmetic<Leaf>::negated(std::move(left));
  TRY(auto right, make(node.parts[1]));
  return Arithmetic<Leaf>::joined(operation_of<Leaf>(node.kind), std::move(left), std::move(right));
}

AggregateId place_of(Aggregate aggregate, std::vector<Aggregate>& aggregates) {
  const auto found = std::ranges::find(aggregates, aggregate);
  const auto index = static_cast<std::size_t>(found - aggregates.begin());
  if (found == aggregates.end()) aggregates.push_back(std::move(aggregate));
  return AggregateId(index);
}

}  // namespace

Error Meaning::wrong_type(const Node& node, std::string_view expected) const {
  return formula_error(ErrorCode::formula_type, formula_, node.position, expected);
}

Result<Series> Meaning::series(const Node& node) const {
  const auto placed = [&](const Error& error) {
    auto params = error.params();
    params.push_back({"position", fmt::format("{}", node.position)});
    params.push_back({"expected", "element"});
    return fail(error.code(), std::move(params));
  };
  const auto element = elements_.id(node.name);
  if (!element) return placed(element.error());
  if (node.split.empty()) return Series{element.value(), {}};
  const auto part = elements_.part_of(element.value(), node.split, node.part);
  if (!part) return placed(part.error());
  return part.value();
}

Result<UnitExpr> Meaning::unit_expr(const Node& node) const {
  if (node.kind == Kind::number) return UnitExpr::of(node.number);
  if (node.kind == Kind::series) {
    TRY(const auto found, series(node));
    return UnitExpr::of(found);
  }
  if (is_arithmetic(node.kind))
    return arithmetic<Series>(node, [&](const Node& part) { return unit_expr(part); });
  return wrong_type(node, "expression over one unit");
}

Result<Predicate> Meaning::predicate(const Node& node) const {
  if (node.kind == Kind::compare) {
    TRY(auto left, unit_expr(node.parts[0]));
    TRY(auto right, unit_expr(node.parts[1]));
    return Predicate::compare(std::move(left), node.comparison, std::move(right));
  }
  if (node.kind == Kind::reported) {
    TRY(const auto asked, series(node.parts[0]));
    return Predicate::reported(asked);
  }
  if (node.kind != Kind::all_of && node.kind != Kind::any_of && node.kind != Kind::negation)
    return wrong_type(node, "predicate");
  std::vector<Predicate> parts;
  for (const auto& part : node.parts) {
    TRY(auto checked, predicate(part));
    parts.push_back(std::move(checked));
  }
  if (node.kind == Kind::negation) return Predicate::negation(std::move(parts.front()));
  return node.kind == Kind::all_of ? Predicate::all_of(std::move(parts))
                                   : Predicate::any_of(std::move(parts));
}

Result<Arithmetic<AggregateId>> Meaning::branch_expr(const Node& node, int years_back,
                                                     std::vector<Aggregate>& aggregates) const {
  using Expr = Arithmetic<AggregateId>;
  if (node.kind == Kind::number) return Expr::of(node.number);
  if (node.kind == Kind::previous) return branch_expr(node.parts[0], years_back + 1, aggregates);
  if (is_arithmetic(node.kind))
    return arithmetic<AggregateId>(
        node, [&](const Node& part) { return branch_expr(part, years_back, aggregates); });
  Aggregate asked{.kind = Aggregate::Kind::sum, .series = {}, .units = {}, .years_back = years_back};
  if (node.kind == Kind::series) {
    TRY(asked.series, series(node));
  } else if (node.kind == Kind::units) {
    asked.kind = Aggregate::Kind::units;
    asked.units.kinds = node.kinds;
    if (!node.parts.empty()) {
      TRY(asked.units.where, predicate(node.parts[0]));
    }
  } else {
    return wrong_type(node, "expression");
  }
  return Expr::of(place_of(std::move(asked), aggregates));
}

}  // namespace nucong::indicator::detail

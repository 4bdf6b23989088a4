#include "indicator/formula.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "indicator/detail/meaning.hpp"
#include "indicator/detail/spelling.hpp"
#include "indicator/detail/syntax.hpp"

namespace nucong::indicator {
namespace {

std::string spelled(const UnitSet& units, const Elements& elements) {
  const auto kinds = fmt::format("{}", fmt::join(units.kinds, ", "));
  if (!units.where) return fmt::format("units({})", kinds);
  return fmt::format("units({}{}where {})", kinds, kinds.empty() ? "" : " ", units.where->str(elements));
}

std::string spelled(const Aggregate& aggregate, const Elements& elements) {
  auto text = aggregate.kind == Aggregate::Kind::sum ? elements.name_of(aggregate.series)
                                                     : spelled(aggregate.units, elements);
  for (int year = 0; year < aggregate.years_back; ++year) text = fmt::format("previous({})", text);
  return text;
}

template <class T>
std::vector<T> sorted_once(std::vector<T> found) {
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// A side of a division as one number; empty if it divides itself.
std::optional<Decimal> plain(const std::optional<Ratio>& side) {
  return side && side->denominator == Decimal(1) ? std::optional(side->numerator) : std::nullopt;
}

}  // namespace

Formula::Formula(Arithmetic<AggregateId> tree, std::vector<Aggregate> aggregates,
                 std::optional<PerUnit> per_unit, const Elements& elements)
    : tree_(std::move(tree)), aggregates_(std::move(aggregates)), per_unit_(std::move(per_unit)) {
  if (per_unit_)
    text_ = fmt::format("each({}: {})", fmt::join(per_unit_->kinds, ", "),
                        indicator::str(per_unit_->expr, elements));
  else
    text_ =
        detail::spelled(tree_, [&](AggregateId id) { return spelled(aggregates_.at(id.value), elements); });
}

Result<Formula> Formula::parse(std::string_view text, const Elements& elements) {
  TRY(auto node, detail::syntax_of(text));
  const detail::Meaning meaning(text, elements);
  std::vector<Aggregate> aggregates;
  if (node.kind == detail::Node::Kind::each) {
    TRY(auto expr, meaning.unit_expr(node.parts[0]));
    return Formula(Arithmetic<AggregateId>::of(Decimal(0)), {},
                   PerUnit{std::move(node.kinds), std::move(expr)}, elements);
  }
  TRY(auto tree, meaning.branch_expr(node, 0, aggregates));
  return Formula(std::move(tree), std::move(aggregates), std::nullopt, elements);
}

Measured Formula::evaluate(std::span<const std::optional<Decimal>> values) const {
  ENSURE(values.size() == aggregates_.size());
  if (per_unit_) return {};
  const std::function<std::optional<Decimal>(AggregateId)> value_of = [&](AggregateId id) {
    return values[id.value];
  };
  Measured measured{tree_.evaluate(value_of), {}, {}};
  if (tree_.op() == Arithmetic<AggregateId>::Op::divide) {
    measured.numerator = plain(tree_.operands()[0].evaluate(value_of));
    measured.denominator = plain(tree_.operands()[1].evaluate(value_of));
    if (measured.numerator && measured.denominator) return measured;
  }
  if (measured.ratio) {
    measured.numerator = measured.ratio->numerator;
    measured.denominator = measured.ratio->denominator;
  }
  return measured;
}

Formula Formula::share_reaching(Comparison comparison, Decimal number, const Elements& elements) const {
  ENSURE(per_unit_);
  UnitSet reaching{per_unit_->kinds, Predicate::compare(per_unit_->expr, comparison, UnitExpr::of(number))};
  UnitSet all{per_unit_->kinds, std::nullopt};
  std::vector<Aggregate> aggregates{
      {.kind = Aggregate::Kind::units, .series = {}, .units = std::move(reaching), .years_back = 0},
      {.kind = Aggregate::Kind::units, .series = {}, .units = std::move(all), .years_back = 0}};
  using Expr = Arithmetic<AggregateId>;
  return Formula(Expr::joined(Expr::Op::divide, Expr::of(AggregateId(0U)), Expr::of(AggregateId(1U))),
                 std::move(aggregates), std::nullopt, elements);
}

std::vector<Series> Formula::series_used() const {
  std::vector<Series> found;
  const auto take = [&](Series series) { found.push_back(series); };
  if (per_unit_) per_unit_->expr.each_leaf(take);
  for (const auto& aggregate : aggregates_) {
    if (aggregate.kind == Aggregate::Kind::sum) take(aggregate.series);
    if (aggregate.units.where) std::ranges::for_each(aggregate.units.where->series_used(), take);
  }
  return sorted_once(std::move(found));
}

std::vector<std::string> Formula::kinds_used() const {
  std::vector<std::string> found;
  if (per_unit_) found = per_unit_->kinds;
  for (const auto& aggregate : aggregates_)
    found.insert(found.end(), aggregate.units.kinds.begin(), aggregate.units.kinds.end());
  return sorted_once(std::move(found));
}

}  // namespace nucong::indicator

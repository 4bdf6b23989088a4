// From a well-formed tree to checked expressions: names become series, and every part has its type.
#pragma once

#include <string_view>
#include <vector>

#include "indicator/detail/syntax.hpp"
#include "indicator/formula.hpp"

namespace nucong::indicator::detail {

/// Checks the nodes of one formula. Errors: `formula.type`, `element.unknown`, `element.split_unknown`.
class Meaning {
 public:
  Meaning(std::string_view formula, const Elements& elements) : formula_(formula), elements_(elements) {}

  [[nodiscard]] Result<UnitExpr> unit_expr(const Node& node) const;
  [[nodiscard]] Result<Predicate> predicate(const Node& node) const;
  /// Adds to `aggregates` what is not there yet.
  [[nodiscard]] Result<Arithmetic<AggregateId>> branch_expr(const Node& node, int years_back,
                                                            std::vector<Aggregate>& aggregates) const;

 private:
  [[nodiscard]] Result<Series> series(const Node& node) const;
  [[nodiscard]] Error wrong_type(const Node& node, std::string_view expected) const;

  std::string_view formula_;
  const Elements& elements_;
};

}  // namespace nucong::indicator::detail

// A question about the figures of one unit in one period: "care_activities >= 1", "women <= members".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/arithmetic.hpp"
#include "indicator/element.hpp"

namespace nucong::indicator {

enum class Comparison : std::uint8_t { at_least, above, at_most, below, equal, not_equal };

/// ">=", ">", "<=", "<", "=", "!=".
[[nodiscard]] std::string_view sign_of(Comparison comparison);
[[nodiscard]] std::optional<Comparison> comparison_of(std::string_view sign);
[[nodiscard]] bool holds(Comparison comparison, std::strong_ordering order);

/// Kleene's three values: what rests on a figure that nobody reported is unknown, not no.
enum class Truth : std::uint8_t { no, unknown, yes };

/// Arithmetic over the figures of one unit.
using UnitExpr = Arithmetic<Series>;
/// The unit's figure; empty where nothing was reported.
using SeriesValue = std::function<std::optional<Decimal>(Series)>;

[[nodiscard]] std::string str(const UnitExpr& expr, const Elements& elements);

/// A tree of comparisons joined by and, or, not. A value type; may be walked.
class Predicate {
 public:
  enum class Op : std::uint8_t {
    compare,   ///< left() comparison() right()
    reported,  ///< series() has a figure
    all_of,    ///< every one of parts(), two or more
    any_of,    ///< at least one of parts(), two or more
    negation   ///< not parts()[0]
  };

  /// Reads "women_members <= members and not (title_holders > women_workers)"; the language is described in
  /// docs/formats/indicator-language.md. Errors: as Formula::parse.
  [[nodiscard]] static Result<Predicate> parse(std::string_view text, const Elements& elements);
  [[nodiscard]] static Predicate compare(UnitExpr left, Comparison comparison, UnitExpr right);
  [[nodiscard]] static Predicate reported(Series series);
  [[nodiscard]] static Predicate all_of(std::vector<Predicate> parts);
  [[nodiscard]] static Predicate any_of(std::vector<Predicate> parts);
  [[nodiscard]] static Predicate negation(Predicate part);

  [[nodiscard]] Op op() const { return op_; }
  [[nodiscard]] Comparison comparison() const { return comparison_; }
  [[nodiscard]] const UnitExpr& left() const { return sides_.at(0); }
  [[nodiscard]] const UnitExpr& right() const { return sides_.at(1); }
  [[nodiscard]] Series series() const { return series_; }
  [[nodiscard]] std::span<const Predicate> parts() const { return parts_; }

  /// A comparison with a missing side is unknown; `reported` never is.
  [[nodiscard]] Truth evaluate(const SeriesValue& value_of) const;
  /// Sorted, each once.
  [[nodiscard]] std::vector<Series> series_used() const;
  /// The canonical spelling: parsing it gives this tree again (if it keeps the limits of length and depth).
  [[nodiscard]] std::string str(const Elements& elements) const;

  bool operator==(const Predicate&) const = default;

 private:
  explicit Predicate(Op op) : op_(op) {}
  void collect(std::vector<Series>& into) const;

  Op op_;
  Comparison comparison_ = Comparison::equal;
  Series series_;
  std::vector<UnitExpr> sides_;
  std::vector<Predicate> parts_;
};

}  // namespace nucong::indicator

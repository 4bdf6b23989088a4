// A formula over elements: what is added up over a branch, and what is computed from the sums.
// Described with examples in docs/formats/indicator-language.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/predicate.hpp"

namespace nucong::indicator {

/// Units of a branch: of one of these kinds (of any kind if empty) for which `where` is yes.
struct UnitSet {
  std::vector<std::string> kinds;
  std::optional<Predicate> where;

  bool operator==(const UnitSet&) const = default;
};

/// One number to be fetched for a branch and a period.
struct Aggregate {
  enum class Kind : std::uint8_t {
    sum,   ///< the figures of `series`, added over all units of the branch; missing if no unit reported
    units  ///< how many units of the branch are in `units`
  };
  Kind kind = Kind::sum;
  Series series;
  UnitSet units;
  int years_back = 0;  ///< of the period of the same kind so many years earlier

  bool operator==(const Aggregate&) const = default;
};
/// An index into Formula::aggregates().
using AggregateId = Id<struct AggregateTag>;

/// A formula's answer. Missing is no data, never zero.
struct Measured {
  /// Not divided, not rounded; denominator 1 unless the formula divides. Missing also where a divisor is
  /// zero.
  std::optional<Ratio> ratio;
  /// The two sides of a formula that is a division, each also where the other one is missing or zero; of any
  /// other formula the sides of `ratio`.
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
};

/// What `each(kinds: expr)` asks of every unit; comparator and number come from the target.
struct PerUnit {
  std::vector<std::string> kinds;
  UnitExpr expr;

  bool operator==(const PerUnit&) const = default;
};

/// A checked formula. A value type: it holds ids, not references, of the Elements it was parsed with.
class Formula {
 public:
  static constexpr std::size_t characters_max = 2000;

  /// Reads one formula. Errors, all with params `text`, `position` (1-based column in characters),
  /// `expected`: `formula.malformed` (text: the formula) where the grammar is left; `formula.type` (text: the
  /// formula) where parts do not go together, such as a comparison that is added; `element.unknown` (text:
  /// the name; also `nearest`) and `element.split_unknown`.
  [[nodiscard]] static Result<Formula> parse(std::string_view text, const Elements& elements);

  /// The canonical spelling, elements by name: parsing it gives an equal formula (if it keeps the limits of
  /// length and depth).
  [[nodiscard]] const std::string& str() const { return text_; }

  /// What to fetch, each once, in the order of first mention. Empty for a per-unit formula.
  [[nodiscard]] std::span<const Aggregate> aggregates() const { return aggregates_; }
  /// `values[i]` answers `aggregates()[i]`. Exact. A missing value makes the result missing, but a sum leaves
  /// it out as long as its other side has a figure (see Arithmetic). Always missing for a per-unit formula.
  /// Defect if the sizes differ.
  [[nodiscard]] Measured evaluate(std::span<const std::optional<Decimal>> values) const;
  /// What `evaluate` computes, over `aggregates()`. Meaningless for a per-unit formula.
  [[nodiscard]] const Arithmetic<AggregateId>& tree() const { return tree_; }

  /// Of an `each` formula; null for any other.
  [[nodiscard]] const PerUnit* per_unit() const { return per_unit_ ? &*per_unit_ : nullptr; }
  /// The share of the units of an `each` formula that reach the number: each(K: e) with >= 2 becomes
  /// units(K where e >= 2) / units(K). Defect for any other formula.
  [[nodiscard]] Formula share_reaching(Comparison comparison, Decimal number, const Elements& elements) const;

  /// Every series that is read, also inside `where` and `each`: sorted, each once.
  [[nodiscard]] std::vector<Series> series_used() const;
  /// Every kind of unit that is named: sorted, each once. Whether it exists is checked by who knows the
  /// kinds.
  [[nodiscard]] std::vector<std::string> kinds_used() const;

  bool operator==(const Formula&) const = default;

 private:
  Formula(Arithmetic<AggregateId> tree, std::vector<Aggregate> aggregates, std::optional<PerUnit> per_unit,
          const Elements& elements);

  Arithmetic<AggregateId> tree_;
  std::vector<Aggregate> aggregates_;
  std::optional<PerUnit> per_unit_;
  std::string text_;
};

}  // namespace nucong::indicator

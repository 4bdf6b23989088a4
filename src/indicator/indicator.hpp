// Indicators: named formulas with the words by which directives ask for them; and the catalogue of it all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indicator/formula.hpp"

namespace nucong::indicator {

/// In what an indicator's value is told; the spelling is the one of catalogue files and JSON.
enum class ValueUnit : std::uint8_t {
  percent,    ///< the formula's ratio × 100
  count,      ///< persons, unions, activities
  times,      ///< a multiple or a frequency
  money_vnd,  ///< đồng
  hours,
  ratio,  ///< the formula's ratio itself
  other
};

[[nodiscard]] std::string_view name_of(ValueUnit unit);
/// Errors: `catalogue.malformed`.
[[nodiscard]] Result<ValueUnit> parse_value_unit(std::string_view text);

/// A formula with a name. Source: catalogue/indicators.toml.
struct Indicator {
  std::string code;  ///< "I.GVN"
  std::string name;  ///< "title_share"
  std::string title_vi;
  std::string title_en;
  ValueUnit unit = ValueUnit::other;
  Formula formula;
  std::vector<std::string> phrases;  ///< Vietnamese wordings of directives, to bind a target by likeness
  std::string source;
};

/// Elements, splits and indicators of one version of the catalogue. Immutable.
class Catalogue {
 public:
  /// Codes and names are unique, and no indicator has the name of an element.
  /// Errors: `catalogue.malformed` with params `text` and `expected`.
  [[nodiscard]] static Result<Catalogue> make(Elements elements, std::vector<Indicator> indicators);

  [[nodiscard]] const Elements& elements() const { return elements_; }
  /// In the order of the catalogue.
  [[nodiscard]] const std::vector<Indicator>& indicators() const { return indicators_; }
  /// By code or by name; null if there is none. Valid as long as the catalogue.
  [[nodiscard]] const Indicator* find_indicator(std::string_view code_or_name) const;
  /// Errors: `indicator.unknown` with param `text`.
  [[nodiscard]] Result<const Indicator*> indicator(std::string_view code_or_name) const;

 private:
  explicit Catalogue(Elements elements) : elements_(std::move(elements)) {}

  Elements elements_;
  std::vector<Indicator> indicators_;
  std::unordered_map<std::string, std::size_t> by_code_or_name_;
};

}  // namespace nucong::indicator

#include "indicator/indicator.hpp"

#include <array>
#include <utility>

namespace nucong::indicator {
namespace {

constexpr std::array<std::string_view, 7> value_unit_names = {"percent", "count", "times", "money_vnd",
                                                              "hours",   "ratio", "other"};

Error malformed(std::string_view text, std::string_view expected) {
  return fail(ErrorCode::catalogue_malformed,
              {{"text", std::string(text)}, {"expected", std::string(expected)}});
}

}  // namespace

std::string_view name_of(ValueUnit unit) {
  return value_unit_names.at(static_cast<std::size_t>(unit));
}

Result<ValueUnit> parse_value_unit(std::string_view text) {
  for (std::size_t i = 0; i < value_unit_names.size(); ++i)
    if (value_unit_names.at(i) == text) return static_cast<ValueUnit>(i);
  return malformed(text, "percent, count, times, money_vnd, hours, ratio or other");
}

Result<Catalogue> Catalogue::make(Elements elements, std::vector<Indicator> indicators) {
  Catalogue made(std::move(elements));
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto& indicator = indicators[i];
    if (indicator.code.empty()) return malformed(indicator.name, "a code");
    if (!is_identifier(indicator.name))
      return malformed(indicator.name, "a name of small letters, digits and _");
    for (const auto& key : {indicator.code, indicator.name})
      if (made.elements_.find(key) || !made.by_code_or_name_.emplace(key, i).second)
        return malformed(key, "a code and a name only once, and no element's");
  }
  made.indicators_ = std::move(indicators);
  return made;
}

const Indicator* Catalogue::find_indicator(std::string_view code_or_name) const {
  const auto found = by_code_or_name_.find(std::string(code_or_name));
  return found == by_code_or_name_.end() ? nullptr : &indicators_[found->second];
}

Result<const Indicator*> Catalogue::indicator(std::string_view code_or_name) const {
  if (const auto* found = find_indicator(code_or_name)) return found;
  return fail(ErrorCode::indicator_unknown, {{"text", std::string(code_or_name)}});
}

}  // namespace nucong::indicator

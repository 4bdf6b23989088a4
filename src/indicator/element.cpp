#include "indicator/element.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "base/decimal.hpp"

namespace nucong::indicator {
namespace {

constexpr bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A capital, two digits and perhaps a small letter.
bool is_element_code(std::string_view text) {
  return (text.size() == 3 || (text.size() == 4 && is_small(text[3]))) && text[0] >= 'A' && text[0] <= 'Z' &&
         is_digit(text[1]) && is_digit(text[2]);
}

Error malformed(std::string_view text, std::string_view expected) {
  return fail(ErrorCode::catalogue_malformed,
              {{"text", std::string(text)}, {"expected", std::string(expected)}});
}

// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

Result<> check_split(const Split& split, const std::vector<Split>& all) {
  if (!is_identifier(split.code))
    return malformed(split.code, "a split's code of small letters, digits and _");
  if (std::ranges::count(all, split.code, &Split::code) > 1)
    return malformed(split.code, "a split only once");
  if (split.parts.empty()) return malformed(split.code, "a split with parts");
  for (const auto& part : split.parts) {
    if (!is_identifier(part.code))
      return malformed(part.code, "a part's code of small letters, digits and _");
    if (std::ranges::count(split.parts, part.code, &Split::Part::code) > 1)
      return malformed(part.code, "a part only once in its split");
  }
  return ok();
}

Result<> check_element(const Element& element, const std::vector<Split>& splits) {
  if (!is_element_code(element.code)) return malformed(element.code, "a code like A04 or C01b");
  if (!is_identifier(element.name) || is_formula_word(element.name))
    return malformed(element.name, "a name of small letters, digits and _ that is no word of formulas");
  if (element.decimals < 0 || element.decimals > Decimal::scale_max)
    return malformed(element.code, fmt::format("0 to {} decimals", Decimal::scale_max));
  if (element.periods.empty()) return malformed(element.code, "at least one kind of period");
  for (const auto& split : element.splits)
    if (std::ranges::find(splits, split, &Split::code) == splits.end() ||
        std::ranges::count(element.splits, split) > 1)
      return malformed(element.code,
                       fmt::format("a split of the catalogue, named once, instead of {}", split));
  return ok();
}

}  // namespace

std::string_view name_of(ElementKind kind) {
  return kind == ElementKind::stock ? "stock" : "flow";
}

Result<ElementKind> parse_element_kind(std::string_view text) {
  if (text == "stock") return ElementKind::stock;
  if (text == "flow") return ElementKind::flow;
  return malformed(text, "stock or flow");
}

bool is_identifier(std::string_view text) {
  return !text.empty() && is_small(text.front()) &&
         std::ranges::all_of(text, [](char c) { return is_small(c) || is_digit(c) || c == '_'; });
}

bool is_formula_word(std::string_view text) {
  constexpr std::array<std::string_view, 8> words = {"units", "each", "previous", "reported",
                                                     "where", "and",  "or",       "not"};
  return std::ranges::find(words, text) != words.end();
}

Result<Elements> Elements::make(std::vector<Element> elements, std::vector<Split> splits) {
  Elements made;
  for (const auto& split : splits) {
    TRY(check_split(split, splits));
  }
  for (std::size_t i = 0; i < splits.size(); ++i)
    for (std::size_t part = 0; part < splits[i].parts.size(); ++part) made.parts_.push_back({i, part});
  for (std::size_t i = 0; i < elements.size(); ++i) {
    TRY(check_element(elements[i], splits));
    for (const auto& key : {elements[i].code, elements[i].name})
      if (!made.by_code_or_name_.emplace(key, ElementId(i)).second)
        return malformed(key, "a code and a name only once");
  }
  made.elements_ = std::move(elements);
  made.splits_ = std::move(splits);
  return made;
}

std::optional<ElementId> Elements::find(std::string_view code_or_name) const {
  const auto found = by_code_or_name_.find(std::string(code_or_name));
  return found == by_code_or_name_.end() ? std::nullopt : std::optional(found->second);
}

Result<ElementId> Elements::id(std::string_view code_or_name) const {
  if (const auto found = find(code_or_name)) return *found;
  // A name is worth proposing only if most of it was typed.
  std::string_view nearest;
  std::size_t fewest = code_or_name.size() / 2;
  for (const auto& element : elements_) {
    const auto changes = distance(code_or_name.substr(0, 100), element.name);
    if (changes >= fewest) continue;
    fewest = changes;
    nearest = element.name;
  }
  return fail(ErrorCode::element_unknown,
              {{"text", std::string(code_or_name)}, {"nearest", std::string(nearest)}});
}

Result<Series> Elements::parse_series(std::string_view text) const {
  const auto bracket = text.find('[');
  TRY(const auto element, id(text.substr(0, bracket)));
  if (bracket == std::string_view::npos) return Series{element, {}};
  const auto inside = text.substr(bracket + 1);
  const auto equal = inside.find('=');
  if (!inside.ends_with(']') || equal == std::string_view::npos)
    return fail(ErrorCode::element_split_unknown,
                {{"text", std::string(text.substr(bracket))}, {"element", elements_.at(element.value).code}});
  return part_of(element, inside.substr(0, equal), inside.substr(equal + 1, inside.size() - equal - 2));
}

Result<Series> Elements::part_of(ElementId element, std::string_view split, std::string_view part) const {
  const auto& asked = this->element(element);
  if (std::ranges::find(asked.splits, split) != asked.splits.end())
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const auto& candidate = splits_[parts_[i].split];
      if (candidate.code == split && candidate.parts[parts_[i].part].code == part)
        return Series{element, SplitId(i + 1)};
    }
  return fail(ErrorCode::element_split_unknown,
              {{"text", fmt::format("{}={}", split, part)}, {"element", asked.code}});
}

std::string Elements::bracket(SplitId split) const {
  if (split == SplitId{}) return {};
  const auto& place = parts_.at(split.value - 1);
  return fmt::format("[{}={}]", splits_[place.split].code, splits_[place.split].parts[place.part].code);
}

std::string Elements::code_of(Series series) const {
  return element(series.element).code + bracket(series.split);
}
std::string Elements::name_of(Series series) const {
  return element(series.element).name + bracket(series.split);
}

std::vector<Series> Elements::series_of(ElementId id) const {
  std::vector<Series> found{{id, {}}};
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (std::ranges::find(element(id).splits, splits_[parts_[i].split].code) != element(id).splits.end())
      found.push_back({id, SplitId(i + 1)});
  return found;
}

}  // namespace nucong::indicator

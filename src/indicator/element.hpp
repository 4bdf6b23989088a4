// Elements: the things counted at a unit in a period, the splits some of them have, and the series both name.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "base/period.hpp"
#include "base/result.hpp"

namespace nucong::indicator {

/// How values of one unit join over time; over units both kinds add.
enum class ElementKind : std::uint8_t {
  stock,  ///< a state at a cut-off day: a longer period has the last value within it
  flow    ///< something that happened: a longer period has the sum
};

[[nodiscard]] std::string_view name_of(ElementKind kind);
/// Errors: `catalogue.malformed`.
[[nodiscard]] Result<ElementKind> parse_element_kind(std::string_view text);

/// Positions in the lists of one loaded catalogue. What is stored is the code, never the number.
using ElementId = Id<struct ElementTag>;
/// 0 is the whole; every part of every split has a number of its own.
using SplitId = Id<struct SplitTag>;

/// One thing counted. Source: catalogue/elements.toml.
struct Element {
  std::string code;  ///< "A04", "C01b": stable, for files
  std::string name;  ///< "women_members": readable, for formulas
  std::string title_vi;
  std::string title_en;
  std::string unit_vi;  ///< what one of it is: "người"
  std::string unit_en;
  ElementKind kind = ElementKind::flow;
  int decimals = 0;                 ///< a value has at most so many
  std::vector<PeriodKind> periods;  ///< how often it is asked for, fine to coarse
  std::vector<std::string> splits;  ///< codes of the splits that it may be broken down by
  bool counts_people = false;       ///< small cells of such an element are hidden when published
  std::string source;               ///< law, evidence or proposal, in a few words
};

/// A way to break an element down. Its parts need not add up to the whole ("ethnic minority" has one part).
struct Split {
  struct Part {
    std::string code;  ///< "fdi"
    std::string title_vi;
    std::string title_en;
  };
  std::string code;  ///< "sector"
  std::string title_vi;
  std::string title_en;
  std::vector<Part> parts;
};

/// One column of figures: an element, whole or one part of one split.
struct Series {
  ElementId element;
  SplitId split;

  auto operator<=>(const Series&) const = default;
};

/// The checked list of elements and splits. Immutable; safe to read from many threads.
class Elements {
 public:
  /// Codes look like "A04" or "C01b", names and split codes like "women_members"; all are unique, no name is
  /// a word of the formula language, every split that an element names is there.
  /// Errors: `catalogue.malformed` with params `text` (the code or name at fault) and `expected`.
  [[nodiscard]] static Result<Elements> make(std::vector<Element> elements, std::vector<Split> splits);

  /// In the order of the catalogue; an ElementId is an index into it.
  [[nodiscard]] const std::vector<Element>& all() const { return elements_; }
  [[nodiscard]] const std::vector<Split>& splits() const { return splits_; }
  /// How many SplitIds there are, the whole included.
  [[nodiscard]] std::size_t split_count() const { return parts_.size() + 1; }

  [[nodiscard]] const Element& element(ElementId id) const { return elements_.at(id.value); }
  /// By code or by name.
  [[nodiscard]] std::optional<ElementId> find(std::string_view code_or_name) const;
  /// Errors: `element.unknown` with params `text` and `nearest` (the most similar name; may be empty).
  [[nodiscard]] Result<ElementId> id(std::string_view code_or_name) const;

  /// Reads "A04", "women_members", "A04[sector=fdi]", without spaces.
  /// Errors: `element.unknown`; `element.split_unknown` (params `text`, `element`) for a split or part that
  /// does not exist or that the element does not have.
  [[nodiscard]] Result<Series> parse_series(std::string_view text) const;
  /// The part `part` of the split `split` of that element. Errors: `element.split_unknown`.
  [[nodiscard]] Result<Series> part_of(ElementId element, std::string_view split,
                                       std::string_view part) const;
  /// For files: "A04", "A04[sector=fdi]".
  [[nodiscard]] std::string code_of(Series series) const;
  /// For formulas: "women_members", "women_members[sector=fdi]".
  [[nodiscard]] std::string name_of(Series series) const;
  /// The series an element can have: the whole first, then its parts in the order of the catalogue.
  [[nodiscard]] std::vector<Series> series_of(ElementId element) const;

 private:
  struct PartPlace {
    std::size_t split;
    std::size_t part;
  };
  Elements() = default;
  [[nodiscard]] std::string bracket(SplitId split) const;

  std::vector<Element> elements_;
  std::vector<Split> splits_;
  std::vector<PartPlace> parts_;  // of SplitId n at n - 1
  std::unordered_map<std::string, ElementId> by_code_or_name_;
};

/// "women_members", "fdi": a small letter, then small letters, digits and low lines.
[[nodiscard]] bool is_identifier(std::string_view text);
/// The words that a formula means something else by: units, each, previous, reported, where, and, or, not.
[[nodiscard]] bool is_formula_word(std::string_view text);

}  // namespace nucong::indicator

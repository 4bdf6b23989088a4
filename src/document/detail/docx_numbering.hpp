// The numbers and bullets that Word puts before paragraphs and keeps out of their text.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "document/detail/lines.hpp"
#include "ooxml/xml.hpp"

namespace nucong::document::detail {

constexpr std::size_t list_levels = 9;

/// Where a paragraph stands in which list.
struct ListPlace {
  std::string list;
  std::size_t level = 0;
};

class DocxNumbering {
 public:
  /// `numbering.xml`; lists that it does not explain are bulleted. Errors: those of ooxml::parse.
  [[nodiscard]] Result<> read_lists(const ooxml::XmlPart& part);
  /// `styles.xml`: the lists of paragraphs that are in one by their style. Same errors.
  [[nodiscard]] Result<> read_styles(const ooxml::XmlPart& part);

  /// The list that a paragraph with this style and these own properties (`w:pPr`, may be null) is in.
  [[nodiscard]] std::optional<ListPlace> place_of(pugi::xml_node properties) const;

  /// What stands before the next paragraph at that place, with a space behind: "2.1. ", "- "; may be empty.
  [[nodiscard]] std::string next(const ListPlace& place);

 private:
  struct Level {
    NumberFormat format = NumberFormat::bullet;
    std::string pattern;  ///< "%1.%2."
    std::size_t start = 1;
  };
  using Levels = std::array<Level, list_levels>;
  struct List {
    std::string definition;  ///< lists of one definition go on counting
    std::map<std::size_t, std::size_t> starts;
  };
  struct Style {
    std::string based_on;
    std::optional<ListPlace> place;
  };
  struct Counter {
    std::array<std::size_t, list_levels> reached{};  ///< 0 where nothing was counted yet
  };

  [[nodiscard]] std::optional<ListPlace> place_of_style(std::string style) const;
  [[nodiscard]] static std::string numbered(const Levels& levels, const Counter& counter, std::size_t level);

  std::map<std::string, Levels, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, Counter, std::less<>> counters_;
  std::map<std::string, bool, std::less<>> restarted_;
};

}  // namespace nucong::document::detail

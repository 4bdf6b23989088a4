#include "document/detail/docx_numbering.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

namespace nucong::document::detail {
namespace {

using ooxml::attribute;
using ooxml::child;
using ooxml::local_name;

// Styles are based on each other a few deep; the bound ends a circle.
constexpr std::size_t styles_deep_max = 16;

std::size_t whole_number(std::string_view text, std::size_t otherwise) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} ? number : otherwise;
}

std::size_t level_of(std::string_view text) {
  return std::min(whole_number(text, 0), list_levels - 1);
}

NumberFormat format_named(std::string_view name) {
  if (name == "bullet") return NumberFormat::bullet;
  if (name == "none") return NumberFormat::none;
  if (name == "decimalZero") return NumberFormat::decimal_zero;
  if (name == "lowerLetter") return NumberFormat::lower_letter;
  if (name == "upperLetter") return NumberFormat::upper_letter;
  if (name == "lowerRoman") return NumberFormat::lower_roman;
  if (name == "upperRoman") return NumberFormat::upper_roman;
  return NumberFormat::decimal;
}

std::string_view value_of(pugi::xml_node parent, std::string_view name) {
  return attribute(child(parent, name), "val");
}

std::optional<ListPlace> own_place(pugi::xml_node properties) {
  const auto numbering = child(properties, "numPr");
  if (!child(numbering, "numId")) return std::nullopt;
  return ListPlace{std::string(value_of(numbering, "numId")), level_of(value_of(numbering, "ilvl"))};
}

}  // namespace

Result<> DocxNumbering::read_lists(const ooxml::XmlPart& part) {
  TRY(const auto document, ooxml::parse(part));
  for (const auto each : document.document_element().children()) {
    if (local_name(each.name()) == "abstractNum") {
      Levels& levels = definitions_[std::string(attribute(each, "abstractNumId"))];
      for (const auto level : each.children()) {
        if (local_name(level.name()) != "lvl") continue;
        levels.at(level_of(attribute(level, "ilvl"))) = {format_named(value_of(level, "numFmt")),
                                                         std::string(value_of(level, "lvlText")),
                                                         whole_number(value_of(level, "start"), 1)};
      }
    } else if (local_name(each.name()) == "num") {
      List& list = lists_[std::string(attribute(each, "numId"))];
      list.definition = value_of(each, "abstractNumId");
      for (const auto exception : each.children()) {
        if (const auto start = child(exception, "startOverride"))
          list.starts[level_of(attribute(exception, "ilvl"))] = whole_number(attribute(start, "val"), 1);
      }
    }
  }
  return ok();
}

Result<> DocxNumbering::read_styles(const ooxml::XmlPart& part) {
  TRY(const auto document, ooxml::parse(part));
  for (const auto each : document.document_element().children()) {
    if (local_name(each.name()) != "style") continue;
    styles_[std::string(attribute(each, "styleId"))] = {std::string(value_of(each, "basedOn")),
                                                        own_place(child(each, "pPr"))};
  }
  return ok();
}

std::optional<ListPlace> DocxNumbering::place_of_style(std::string style) const {
  for (std::size_t deep = 0; deep < styles_deep_max; ++deep) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) return std::nullopt;
    if (found->second.place) return found->second.place;
    style = found->second.based_on;
  }
  return std::nullopt;
}

// "0" takes a paragraph out of the list of its style.
std::optional<ListPlace> DocxNumbering::place_of(pugi::xml_node properties) const {
  auto place = own_place(properties);
  if (!place) place = place_of_style(std::string(value_of(properties, "pStyle")));
  if (place && (place->list.empty() || place->list == "0")) return std::nullopt;
  return place;
}

std::string DocxNumbering::next(const ListPlace& place) {
  const auto list = lists_.find(place.list);
  const auto levels = list == lists_.end() ? definitions_.end() : definitions_.find(list->second.definition);
  if (levels == definitions_.end()) return "- ";
  const Level& level = levels->second[place.level];
  Counter& counter = counters_[list->second.definition];
  if (!std::exchange(restarted_[place.list], true))
    for (const auto& [at, start] : list->second.starts) counter.reached.at(at) = 0;
  const auto own_start = list->second.starts.find(place.level);
  std::size_t& reached = counter.reached[place.level];
  if (reached == 0)
    reached = own_start != list->second.starts.end() ? own_start->second : level.start;
  else
    ++reached;
  std::fill(counter.reached.begin() + static_cast<std::ptrdiff_t>(place.level) + 1, counter.reached.end(), 0);
  if (level.format == NumberFormat::bullet) return "- ";
  if (level.format == NumberFormat::none) return {};
  return numbered(levels->second, counter, place.level);
}

std::string DocxNumbering::numbered(const Levels& levels, const Counter& counter, std::size_t level) {
  std::string text;
  const std::string& pattern = levels[level].pattern;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool place =
        pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' && pattern[at + 1] <= '9';
    if (!place) {
      text += pattern[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[++at] - '1');
    // A level that was passed over counts as one that began.
    const std::size_t number = counter.reached[index] > 0 ? counter.reached[index] : levels[index].start;
    text += list_number(number, levels[index].format);
  }
  return text.empty() ? text : text + " ";
}

}  // namespace nucong::document::detail

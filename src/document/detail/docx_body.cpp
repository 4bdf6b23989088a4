#include "document/detail/docx_body.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "document/detail/table_text.hpp"
#include "document/detail/utf8.hpp"

namespace nucong::document::detail {
namespace {

using ooxml::attribute;
using ooxml::child;
using ooxml::local_name;
using Name = std::string_view;

// Real documents stay below 60; the bound keeps a hostile one off the end of the stack.
constexpr int depth_max = 200;

// What holds no text of the page: properties, what was deleted or moved away, instructions, notes of
// reviewers.
constexpr auto skipped_names = std::to_array<Name>({"pPr",
                                                    "rPr",
                                                    "tblPr",
                                                    "tblGrid",
                                                    "trPr",
                                                    "tcPr",
                                                    "sectPr",
                                                    "sdtPr",
                                                    "sdtEndPr",
                                                    "del",
                                                    "moveFrom",
                                                    "delText",
                                                    "instrText",
                                                    "delInstrText",
                                                    "fldData",
                                                    "commentReference",
                                                    "footnoteReference",
                                                    "endnoteReference",
                                                    "footnoteRef",
                                                    "endnoteRef",
                                                    "annotationRef",
                                                    "softHyphen",
                                                    "altChunk",
                                                    "rt",
                                                    "numPr"});

// "w:b" and "w:b w:val=1" are on, "w:b w:val=0" is off.
bool is_on(pugi::xml_node property) {
  const auto value = attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off";
}

std::size_t whole_number(std::string_view text, std::size_t otherwise) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} ? number : otherwise;
}

// Of a drawing in the forms of several editions of Word the first; the others say the same again.
pugi::xml_node first_form(pugi::xml_node alternatives) {
  const auto choice = child(alternatives, "Choice");
  return choice ? choice : child(alternatives, "Fallback");
}

/// The text of one paragraph, and the text boxes that hang on it.
class ParagraphText {
 public:
  explicit ParagraphText(const ooxml::XmlPart& part) : part_(part) {}

  Result<> walk(pugi::xml_node parent, int depth) {
    if (depth > depth_max) return ooxml::damaged(part_);
    for (const auto node : parent.children()) {
      TRY(take(node, depth));
    }
    return ok();
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<pugi::xml_node>& boxes() const { return boxes_; }

 private:
  Result<> take(pugi::xml_node node, int depth) {
    const Name name = local_name(node.name());
    if (name.empty() || std::ranges::find(skipped_names, name) != skipped_names.end()) return ok();
    if (name == "fldChar") {
      take_field(attribute(node, "fldCharType"));
    } else if (name == "txbxContent") {
      boxes_.push_back(node);
    } else if (name == "AlternateContent") {
      return walk(first_form(node), depth + 1);
    } else if (name == "r") {
      return is_on(child(child(node, "rPr"), "vanish")) ? Result<>(ok()) : walk(node, depth + 1);
    } else if (!take_characters(node, name)) {
      return walk(node, depth + 1);
    }
    return ok();
  }

  // Before its separator a field holds its instruction, which may hold fields with results of their own.
  void take_field(std::string_view type) {
    if (type == "begin") {
      fields_.push_back(true);
    } else if (!fields_.empty() && type == "separate") {
      fields_.back() = false;
    } else if (!fields_.empty() && type == "end") {
      fields_.pop_back();
    }
  }

  bool take_characters(pugi::xml_node node, Name name) {
    if (name == "t")
      add(ooxml::text_of(node));
    else if (name == "tab" || name == "ptab")
      add("\t");
    else if (name == "br" || name == "cr")
      add("\n");
    else if (name == "noBreakHyphen")
      add("-");
    else if (name == "sym")
      add(sign(node));
    else
      return false;
    return true;
  }

  // Symbol fonts keep their pictures in the private area; only other characters mean what they say.
  static std::string sign(pugi::xml_node node) {
    const auto number = attribute(node, "char");
    std::uint32_t code = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), code, 16);
    std::string text;
    if (read.ec == std::errc{} && code >= 0x20 && code < 0xD800) append_utf8(text, code);
    return text;
  }

  void add(std::string_view text) {
    if (std::ranges::find(fields_, true) == fields_.end()) text_ += text;
  }

  const ooxml::XmlPart& part_;
  std::string text_;
  std::vector<pugi::xml_node> boxes_;
  std::vector<bool> fields_;  ///< the open ones: whether they still tell their instruction
};

class Blocks {
 public:
  Blocks(const ooxml::XmlPart& part, DocxNumbering& numbering, Lines& lines)
      : part_(part), numbering_(numbering), lines_(lines) {}

  Result<> walk(pugi::xml_node parent, int depth) {
    if (depth > depth_max) return ooxml::damaged(part_);
    for (const auto node : parent.children()) {
      if (lines_.is_full()) return fail(ErrorCode::file_too_large);
      TRY(take(node, depth));
    }
    return ok();
  }

  /// Ends a paragraph whose mark was deleted and that no other followed.
  void finish() {
    lines_.add(open_);
    open_.clear();
  }

  [[nodiscard]] bool has_table() const { return has_table_; }

 private:
  Result<> take(pugi::xml_node node, int depth) {
    const Name name = local_name(node.name());
    if (name == "p") return take_paragraph(node, depth);
    if (name == "tbl") return take_table(node, depth);
    if (name == "AlternateContent") return walk(first_form(node), depth + 1);
    if (name.empty() || std::ranges::find(skipped_names, name) != skipped_names.end()) return ok();
    return walk(node, depth + 1);  // sdt, sdtContent, ins, moveTo, customXml: what they hold counts
  }

  Result<> take_paragraph(pugi::xml_node node, int depth) {
    const auto properties = child(node, "pPr");
    ParagraphText paragraph(part_);
    TRY(paragraph.walk(node, depth + 1));
    const bool has_words = paragraph.text().find_first_not_of(" \t\n") != std::string::npos;
    if (const auto place = numbering_.place_of(properties); place && has_words)
      open_ += numbering_.next(*place);
    open_ += paragraph.text();
    if (!child(child(properties, "rPr"), "del")) finish();
    for (const auto box : paragraph.boxes()) {
      TRY(walk(box, depth + 1));
    }
    return ok();
  }

  Result<> take_table(pugi::xml_node table, int depth) {
    finish();
    TableText rows;
    TRY(collect_rows(table, rows, depth + 1));
    rows.write(lines_);
    has_table_ = true;
    return ok();
  }

  Result<> collect_rows(pugi::xml_node parent, TableText& rows, int depth) {
    if (depth > depth_max) return ooxml::damaged(part_);
    for (const auto node : parent.children()) {
      const Name name = local_name(node.name());
      if (name == "tr") {
        const auto properties = child(node, "trPr");
        if (child(properties, "del")) continue;
        rows.begin_row();
        skip_grid(rows, child(properties, "gridBefore"));
        TRY(collect_rows(node, rows, depth + 1));
      } else if (name == "tc") {
        TRY(add_cell(node, rows, depth + 1));
      } else if (std::ranges::find(skipped_names, name) == skipped_names.end()) {
        TRY(collect_rows(node, rows, depth + 1));  // sdt, customXml
      }
    }
    return ok();
  }

  static void skip_grid(TableText& rows, pugi::xml_node before) {
    const auto columns = whole_number(attribute(before, "val"), 0);
    if (columns > 0) rows.add_cell({}, columns, 1);
  }

  Result<> add_cell(pugi::xml_node cell, TableText& rows, int depth) {
    const auto properties = child(cell, "tcPr");
    const auto columns = whole_number(attribute(child(properties, "gridSpan"), "val"), 1);
    const auto merge = child(properties, "vMerge");
    if (merge && attribute(merge, "val") != "restart") {
      rows.continue_cell(columns);
      return ok();
    }
    Lines text;
    Blocks inner(part_, numbering_, text);
    TRY(inner.walk(cell, depth));
    inner.finish();
    if (inner.has_table()) rows.mark_nested();
    rows.add_cell(text.take(), columns, 1);
    return ok();
  }

  const ooxml::XmlPart& part_;
  DocxNumbering& numbering_;
  Lines& lines_;
  std::string open_;  ///< the paragraph that goes on
  bool has_table_ = false;
};

}  // namespace

Result<> add_docx_blocks(const ooxml::XmlPart& part, pugi::xml_node parent, DocxNumbering& numbering,
                         Lines& lines) {
  Blocks blocks(part, numbering, lines);
  TRY(blocks.walk(parent, 0));
  blocks.finish();
  return ok();
}

}  // namespace nucong::document::detail

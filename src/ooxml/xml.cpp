#include "ooxml/xml.hpp"

#include <cstdint>
#include <vector>

#include <pugixml.hpp>

namespace nucong::ooxml {
namespace {

// White space that is an element's only content is text ("<t> </t>" between two runs).
constexpr unsigned int parse_flags = pugi::parse_default | pugi::parse_ws_pcdata_single;
// Real parts are less than ten deep; the bound keeps a hostile one from filling memory with open tags.
constexpr std::size_t depth_max = 256;

enum class TagKind : std::uint8_t { open, close, empty };

struct Tag {
  TagKind kind = TagKind::open;
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< after '>'
};

enum class Step : std::uint8_t { tag, end, damaged };

// Finds the tags of a text; what lies between them is passed over.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text) : text_(text) {}

  Step next(Tag& tag) {
    for (;;) {
      const auto begin = text_.find('<', at_);
      if (begin == std::string_view::npos) return Step::end;
      const auto rest = text_.substr(begin);
      if (rest.starts_with("<!--")) {
        if (!pass(begin + 4, "-->")) return Step::damaged;
      } else if (rest.starts_with("<![CDATA[")) {
        if (!pass(begin + 9, "]]>")) return Step::damaged;
      } else if (rest.starts_with("<?")) {
        if (!pass(begin + 2, "?>")) return Step::damaged;
      } else if (rest.starts_with("<!")) {
        return Step::damaged;  // no office program writes a document type; entity bombs come in one
      } else {
        return read_tag(begin, tag) ? Step::tag : Step::damaged;
      }
    }
  }

 private:
  bool pass(std::size_t from, std::string_view closing) {
    const auto found = text_.find(closing, from);
    if (found == std::string_view::npos) return false;
    at_ = found + closing.size();
    return true;
  }

  bool read_tag(std::size_t begin, Tag& tag) {
    char quote = '\0';
    auto close = begin + 1;
    for (; close < text_.size(); ++close) {
      const char c = text_[close];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        break;
      } else if (c == '<') {
        return false;
      }
    }
    if (close == text_.size()) return false;
    at_ = close + 1;
    auto inside = text_.substr(begin + 1, close - begin - 1);
    tag = {TagKind::open, {}, begin, at_};
    if (inside.starts_with('/')) {
      tag.kind = TagKind::close;
      inside.remove_prefix(1);
    } else if (inside.ends_with('/')) {
      tag.kind = TagKind::empty;
    }
    tag.name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
    return !tag.name.empty();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

Result<pugi::xml_document> parse_text(const XmlPart& part, std::string_view text) {
  if (text.size() > element_bytes_max) return fail(ErrorCode::package_too_large, {{"what", "element"}});
  pugi::xml_document document;
  if (!document.load_buffer(text.data(), text.size(), parse_flags, pugi::encoding_utf8)) return damaged(part);
  return document;
}

// Follows the open elements and hands out the children it was asked for.
class ElementWalk {
 public:
  ElementWalk(const XmlPart& part, ElementPath path, const ElementVisitor& visit)
      : part_(part), path_(path), visit_(visit) {}

  Result<> take(const Tag& tag) {
    seen_any_ = true;
    if (tag.kind == TagKind::close) return take_close(tag);
    const bool wanted = child_depth_ == 0 && !open_.empty() && local_name(open_.back()) == path_.parent &&
                        local_name(tag.name) == path_.child;
    if (tag.kind == TagKind::empty) return wanted ? hand_out(tag.begin, tag.end) : ok_result();
    if (open_.size() == depth_max) return damaged(part_);
    open_.push_back(tag.name);
    if (wanted) {
      child_depth_ = open_.size();
      child_begin_ = tag.begin;
    }
    return ok();
  }

  [[nodiscard]] bool is_complete() const { return seen_any_ && open_.empty(); }

 private:
  static Result<> ok_result() { return ok(); }

  Result<> take_close(const Tag& tag) {
    if (open_.empty() || open_.back() != tag.name) return damaged(part_);
    const bool ends_child = open_.size() == child_depth_;
    open_.pop_back();
    if (!ends_child) return ok();
    child_depth_ = 0;
    return hand_out(child_begin_, tag.end);
  }

  Result<> hand_out(std::size_t begin, std::size_t end) {
    TRY(auto document, parse_text(part_, std::string_view(part_.text).substr(begin, end - begin)));
    return visit_(document.document_element());
  }

  const XmlPart& part_;
  ElementPath path_;
  const ElementVisitor& visit_;
  std::vector<std::string_view> open_;
  std::size_t child_depth_ = 0;  ///< of the wanted element that is open; 0 if none is
  std::size_t child_begin_ = 0;
  bool seen_any_ = false;
};

}  // namespace

Result<> for_each_element(const XmlPart& part, ElementPath path, const ElementVisitor& visit) {
  TagScanner scanner(part.text);
  ElementWalk walk(part, path, visit);
  Tag tag;
  for (;;) {
    const Step step = scanner.next(tag);
    if (step == Step::damaged) return damaged(part);
    if (step == Step::end) break;
    TRY(walk.take(tag));
  }
  if (!walk.is_complete()) return damaged(part);
  return ok();
}

Result<pugi::xml_document> parse(const XmlPart& part) {
  // pugixml passes over document types without a word.
  if (part.text.find("<!DOCTYPE") != std::string::npos) return damaged(part);
  return parse_text(part, part.text);
}

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node each : node.children())
    if (local_name(each.name()) == name) return each;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute each : node.attributes())
    if (local_name(each.name()) == name) return each.value();
  return {};
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node each : node.children())
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) text += each.value();
  return text;
}

Error damaged(const XmlPart& part) {
  return fail(ErrorCode::package_damaged, {{"part", part.name}});
}

}  // namespace nucong::ooxml

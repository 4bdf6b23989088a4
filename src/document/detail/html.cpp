#include "document/detail/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <libxml/HTMLparser.h>

#include "base/text.hpp"
#include "document/detail/legacy_encoding.hpp"
#include "document/detail/lines.hpp"
#include "document/detail/plain_text.hpp"
#include "document/detail/table_text.hpp"
#include "document/detail/utf8.hpp"

namespace nucong::document::detail {
namespace {

using namespace std::string_view_literals;
using Name = std::string_view;

// libxml2 stops at 256 open elements.
constexpr int depth_max = 300;

constexpr auto hidden_names = std::to_array<Name>(
    {"script", "style", "head", "template", "noscript", "svg", "iframe", "object", "textarea", "select",
     "button", "option", "datalist", "map", "audio", "video", "canvas", "math"});
constexpr auto block_names = std::to_array<Name>(
    {"p",          "div",  "h1",     "h2",     "h3",      "h4",    "h5",      "h6",         "ul",
     "ol",         "li",   "dl",     "dt",     "dd",      "table", "tr",      "td",         "th",
     "caption",    "pre",  "hr",     "form",   "article", "aside", "section", "header",     "footer",
     "main",       "nav",  "figure", "center", "address", "title", "legend",  "blockquote", "fieldset",
     "figcaption", "body", "html",   "tbody",  "thead",   "tfoot", "details", "summary"});

template <std::size_t N>
bool is_one_of(Name name, const std::array<Name, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

Name text_in(const xmlChar* text) {
  return text == nullptr ? Name{} : Name(reinterpret_cast<const char*>(text));
}

Name name_of(const xmlNode& node) {
  return text_in(node.name);
}

std::string attribute(const xmlNode& node, const char* name) {
  for (const xmlAttr* each = node.properties; each != nullptr; each = each->next)
    if (text_in(each->name) == name && each->children != nullptr)
      return std::string(text_in(each->children->content));
  return {};
}

bool has_attribute(const xmlNode& node, Name name) {
  for (const xmlAttr* each = node.properties; each != nullptr; each = each->next)
    if (text_in(each->name) == name) return true;
  return false;
}

std::size_t whole_number(const std::string& text, std::size_t otherwise) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} ? number : otherwise;
}

bool is_hidden(const xmlNode& node) {
  if (is_one_of(name_of(node), hidden_names) || has_attribute(node, "hidden")) return true;
  std::string style = attribute(node, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

NumberFormat format_of(const xmlNode& list) {
  if (name_of(list) != "ol") return NumberFormat::bullet;
  const std::string type = attribute(list, "type");
  if (type == "a") return NumberFormat::lower_letter;
  if (type == "A") return NumberFormat::upper_letter;
  if (type == "i") return NumberFormat::lower_roman;
  if (type == "I") return NumberFormat::upper_roman;
  return NumberFormat::decimal;
}

class PageText {
 public:
  /// Errors: `html.damaged`, `file.too_large`.
  static Result<std::string> of(const xmlNode& root) {
    PageText page;
    TRY(page.walk(root, 0));
    page.end_line();
    return page.lines_.take();
  }

 private:
  Result<> walk(const xmlNode& node, int depth) {
    if (depth > depth_max) return fail(ErrorCode::html_damaged);
    if (lines_.is_full()) return fail(ErrorCode::file_too_large);
    if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) {
      add_text(text_in(node.content));
      return ok();
    }
    if (node.type != XML_ELEMENT_NODE || is_hidden(node)) return ok();
    return walk_element(node, depth);
  }

  Result<> walk_element(const xmlNode& node, int depth) {
    const Name name = name_of(node);
    if (name == "br" || name == "hr") {
      end_line();
      return ok();
    }
    if (name == "table") return walk_table(node, depth);
    const bool block = is_one_of(name, block_names);
    const bool preformatted = preformatted_;
    preformatted_ = preformatted_ || name == "pre";
    if (block) end_line();
    if (name == "li") bullet_ = bullet_of(node);
    TRY(walk_children(node, depth));
    if (block) end_line();
    if (name == "li") bullet_.clear();
    preformatted_ = preformatted;
    return ok();
  }

  Result<> walk_children(const xmlNode& node, int depth) {
    for (const xmlNode* each = node.children; each != nullptr; each = each->next) {
      TRY(walk(*each, depth + 1));
    }
    return ok();
  }

  Result<> walk_table(const xmlNode& table, int depth) {
    end_line();
    TableText rows;
    TRY(collect_rows(table, rows, depth));
    rows.write(lines_);
    has_table_ = true;
    return ok();
  }

  Result<> collect_rows(const xmlNode& part, TableText& rows, int depth) {
    if (depth > depth_max) return fail(ErrorCode::html_damaged);
    for (const xmlNode* each = part.children; each != nullptr; each = each->next) {
      if (each->type == XML_ELEMENT_NODE && is_hidden(*each)) continue;
      const Name name = each->type == XML_ELEMENT_NODE ? name_of(*each) : Name{};
      if (name == "tr") {
        rows.begin_row();
        TRY(collect_rows(*each, rows, depth + 1));
      } else if (name == "td" || name == "th") {
        TRY(add_cell(*each, rows, depth + 1));
      } else if (name == "tbody" || name == "thead" || name == "tfoot") {
        TRY(collect_rows(*each, rows, depth + 1));
      } else {
        TRY(walk(*each, depth + 1));  // a caption, or what stands in no cell
        end_line();
      }
    }
    return ok();
  }

  Result<> add_cell(const xmlNode& cell, TableText& rows, int depth) {
    PageText inner;
    TRY(inner.walk_children(cell, depth));
    inner.end_line();
    if (inner.has_table_) rows.mark_nested();
    rows.add_cell(inner.lines_.take(), whole_number(attribute(cell, "colspan"), 1),
                  whole_number(attribute(cell, "rowspan"), 1));
    return ok();
  }

  // "- " or "3. ", counted among the items before it.
  static std::string bullet_of(const xmlNode& item) {
    const xmlNode* list = item.parent;
    if (list == nullptr || format_of(*list) == NumberFormat::bullet) return "- ";
    const std::string own = attribute(item, "value");
    std::size_t number = whole_number(own, 0);
    if (number == 0) {
      number = whole_number(attribute(*list, "start"), 1);
      for (const xmlNode* each = item.prev; each != nullptr; each = each->prev)
        if (each->type == XML_ELEMENT_NODE && name_of(*each) == "li") ++number;
    }
    return list_number(number, format_of(*list)) + ". ";
  }

  void add_text(Name text) {
    if (preformatted_) {
      line_ += text;
      return;
    }
    const std::string words = collapsed(text);
    const bool spaced = line_.empty() || line_.back() == ' ';
    line_ += spaced && words.starts_with(' ') ? Name(words).substr(1) : Name(words);
  }

  // An item's bullet waits for its first words, which may stand in a block of their own.
  void end_line() {
    if (!trimmed(line_).empty()) {
      lines_.add(bullet_ + line_);
      bullet_.clear();
    }
    line_.clear();
  }

  Lines lines_;
  std::string line_;
  std::string bullet_;
  bool preformatted_ = false;
  bool has_table_ = false;
};

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
  }
};

Result<std::string> shown_text(std::string_view markup) {
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  ENSURE(parser != nullptr);
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                      HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  parser->myDoc = htmlCtxtReadMemory(parser.get(), markup.data(), static_cast<int>(markup.size()), nullptr,
                                     "UTF-8", options);
  // It goes on after any fault of a page except those where the rest would be lost.
  const int fault = parser->lastError.code;
  if (parser->disableSAX != 0 || fault == XML_ERR_INTERNAL_ERROR || fault == XML_ERR_NO_MEMORY)
    return fail(ErrorCode::html_damaged);
  const xmlNode* root = parser->myDoc == nullptr ? nullptr : xmlDocGetRootElement(parser->myDoc);
  if (root == nullptr) return std::string{};
  return PageText::of(*root);
}

struct NamedLetter {
  std::string_view name;
  std::string_view letter;
};

// Letters of Vietnamese that have names only since HTML5, which libxml2 does not know.
constexpr auto named_letters = std::to_array<NamedLetter>({{"&abreve;", "ă"},
                                                           {"&Abreve;", "Ă"},
                                                           {"&dstrok;", "đ"},
                                                           {"&Dstrok;", "Đ"},
                                                           {"&itilde;", "ĩ"},
                                                           {"&Itilde;", "Ĩ"},
                                                           {"&utilde;", "ũ"},
                                                           {"&Utilde;", "Ũ"}});

std::string with_named_letters(std::string_view markup) {
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    const auto name = markup.find('&', at);
    out += markup.substr(at, name - at);
    if (name == std::string_view::npos) break;
    const auto found = std::ranges::find_if(
        named_letters, [&](const NamedLetter& each) { return markup.substr(name).starts_with(each.name); });
    out += found == named_letters.end() ? "&"sv : found->letter;
    at = name + (found == named_letters.end() ? 1 : found->name.size());
  }
  return out;
}

// "&#150;" means the character of Windows-1252, as browsers read it; NUL and its like mean nothing.
std::string without_c1(std::string_view text) {
  std::string out;
  for (const char32_t code : from_utf8(text)) {
    if (code >= 0x80 && code < 0xA0)
      append_utf8(out, shown_as_windows_1252(std::string{static_cast<char>(code)}).front());
    else
      append_utf8(out, code);
  }
  return out;
}

std::string lowered_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool claims_windows_1258(std::string_view markup) {
  constexpr std::size_t head_bytes = 4'096;
  return lowered_ascii(markup.substr(0, head_bytes)).find("windows-1258") != std::string::npos;
}

// What the page says of itself is believed only where its bytes say nothing: pages lie.
Result<app::Document> settled(MarkupText read, bool claims_1258) {
  auto& document = read.document;
  TRY(document.text, shown_text(with_named_letters(document.text)));
  document.text = without_c1(document.text);
  if (read.settled || claims_1258) {
    if (document.encoding == app::Encoding::utf8) convert_if_legacy(document);
    return std::move(document);
  }
  convert_if_legacy(document);
  if (document.encoding == app::Encoding::utf8) return fail(ErrorCode::text_encoding_unknown);
  return std::move(document);
}

constexpr auto counted_names =
    std::to_array<Name>({"p",  "div", "br", "table", "tr",     "td", "span", "li",   "ul",   "ol",   "h1",
                         "h2", "h3",  "b",  "i",     "strong", "em", "a",    "font", "body", "meta", "head"});

std::size_t tags_in(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    auto rest = text.substr(at + 1, 12);
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto end = rest.find_first_of(" \t\r\n/>");
    if (end != std::string_view::npos && is_one_of(lowered_ascii(rest.substr(0, end)), counted_names))
      ++count;
  }
  return count;
}

}  // namespace

bool is_html(std::string_view text) {
  constexpr std::size_t sample_bytes = std::size_t{64} << 10;
  constexpr std::size_t tags_min = 4;
  constexpr std::size_t bytes_a_tag_max = 400;
  const auto sample = trimmed(text.substr(0, sample_bytes));
  const std::string head = lowered_ascii(sample.substr(0, 64));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return true;
  const std::size_t tags = tags_in(sample);
  return tags >= tags_min && tags * bytes_a_tag_max >= sample.size();
}

Result<app::Document> read_html(std::string_view bytes) {
  TRY(auto read, read_markup_text(bytes));
  const bool claims_1258 = !read.settled && claims_windows_1258(read.document.text);
  if (claims_1258) {
    read.document.text = to_utf8(decoded(app::Encoding::windows_1258, from_utf8(read.document.text)));
    read.document.encoding = app::Encoding::windows_1258;
    read.document.notes.push_back({"converted", {{"encoding", "Windows-1258"}}});
  }
  TRY(auto document, settled(std::move(read), claims_1258));
  document.kind = app::DocumentKind::html;
  return document;
}

}  // namespace nucong::document::detail

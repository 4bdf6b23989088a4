// The XML parts of a package. Small parts are read whole; of a large one, one element is a tree at a time: a
// tree takes up to sixteen times the memory of its text. Who walks a tree includes pugixml.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace nucong::ooxml {

struct XmlPart {
  std::string name;  ///< in the package, for error messages
  std::string text;
};

constexpr std::size_t element_bytes_max = 16ULL << 20;

/// Names are local: a prefix ("x:row") is ignored.
struct ElementPath {
  std::string_view parent;
  std::string_view child;
};

using ElementVisitor = std::function<Result<>(pugi::xml_node)>;

/// Calls `visit` with each `child` element directly inside a `parent` element, in order, until it fails. The
/// whole part must be balanced. Errors: `package.damaged` with param `part`, also for a document type;
/// `package.too_large`.
[[nodiscard]] Result<> for_each_element(const XmlPart& part, ElementPath path, const ElementVisitor& visit);

/// The whole part as a tree; at most `element_bytes_max`. Same errors.
[[nodiscard]] Result<pugi::xml_document> parse(const XmlPart& part);

/// The name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);
/// The first child, or attribute, of that local name; null if there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name);
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view name);
/// The character data directly inside the element, CDATA included.
[[nodiscard]] std::string text_of(pugi::xml_node node);

[[nodiscard]] Error damaged(const XmlPart& part);

}  // namespace nucong::ooxml

// The text of one part of a .docx: the body, the footnotes, the endnotes.
#pragma once

#include "document/detail/docx_numbering.hpp"
#include "document/detail/lines.hpp"
#include "ooxml/xml.hpp"

namespace nucong::document::detail {

/// Adds the blocks inside `parent` to `lines`. Errors: `package.damaged` for elements nested too deep,
/// `file.too_large`.
[[nodiscard]] Result<> add_docx_blocks(const ooxml::XmlPart& part, pugi::xml_node parent,
                                       DocxNumbering& numbering, Lines& lines);

}  // namespace nucong::document::detail

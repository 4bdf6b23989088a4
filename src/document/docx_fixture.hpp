// Word documents made in memory, so that tests show on one page what they read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/zip_fixture.hpp"

namespace nucong::document {

/// What docx_of puts together, for tests that bend one part of it.
[[nodiscard]] std::vector<ooxml::ZipEntry> docx_entries(std::string_view body);

/// `word/footnotes.xml` with the separator and one note.
[[nodiscard]] std::string footnotes_part();

/// A document with these children of `w:body`.
[[nodiscard]] std::string docx_of(std::string_view body);

/// `<w:p>` with one run of that text.
[[nodiscard]] std::string paragraph(std::string_view text, std::string_view properties = {});

/// `<w:tc>` with one paragraph of that text.
[[nodiscard]] std::string table_cell(std::string_view text, std::string_view properties = {});

}  // namespace nucong::document

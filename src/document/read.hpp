// Documents of strangers as text: plain text in any encoding of Vietnamese, web pages, .docx, .pdf.
#pragma once

#include <string>
#include <string_view>

#include "app/document.hpp"
#include "base/result.hpp"
#include "document/converter.hpp"

namespace nucong::document {

/// The whole text of a document or an error, decided by its bytes alone; `file` only names it in the error.
/// Text that shows an encoding older than Unicode (TCVN3, VNI, Windows-1258) is turned into Unicode, in NFC,
/// where the evidence is clear. Nothing is fetched, no macro or script is run.
///
/// Errors: `file.empty`, also where a document holds no text; `file.too_large` (64 MiB of bytes, 8 MiB of text);
/// `file.kind_unknown` with param `expected`; `text.not_utf8` with param `byte`; `text.encoding_unknown`;
/// `html.damaged`; `package.truncated`, `package.damaged`, `package.too_large`, `package.encrypted`;
/// `package.old_format` with param `expected`; `pdf.damaged`, `pdf.encrypted`, `pdf.no_text`,
/// `pdf.too_large`, `pdf.tool_missing` with param `package`; `file.unreadable` where the system starts no
/// process.
[[nodiscard]] Result<app::Document> read(std::string_view bytes, const std::string& file);

/// The same with another converter for PDF.
[[nodiscard]] Result<app::Document> read(std::string_view bytes, const std::string& file,
                                         Converter& converter);

}  // namespace nucong::document

// Bytes that are text and nothing else: which encoding they are in.
#pragma once

#include <string_view>

#include "app/document.hpp"
#include "base/result.hpp"

namespace nucong::document::detail {

/// UTF-8 with or without byte order mark stays byte for byte (after the mark), in NFC or NFD. UTF-16 is known
/// by its mark or by the NULs in every other byte. Bytes that are neither are Vietnamese in an old encoding
/// or an error. Characters that cannot be (a half surrogate) are left out, with the note
/// `characters_dropped`. Errors: `file.kind_unknown` for bytes that are no text; `text.not_utf8` with param
/// `byte` for UTF-8 with a broken place; `text.encoding_unknown`.
[[nodiscard]] Result<app::Document> read_plain_text(std::string_view bytes);

/// The same for bytes that only carry markup: without evidence for an old encoding they are given as
/// Windows-1252 shows them, as evidence may stand in the text without its tags. `settled` then is false.
struct MarkupText {
  app::Document document;
  bool settled = true;
};
[[nodiscard]] Result<MarkupText> read_markup_text(std::string_view bytes);

/// Turns Unicode text that shows bytes of an old encoding into Vietnamese, with a note; else leaves it alone.
void convert_if_legacy(app::Document& document);

/// The refusal of what is none of our documents; names those that are.
[[nodiscard]] Error kind_unknown();

}  // namespace nucong::document::detail

// A document of a stranger as text, and what was done to it on the way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace nucong::app {

/// What a document's bytes are; its name is never asked.
enum class DocumentKind : std::uint8_t { plain, html, docx, pdf };

/// How its letters were written. tcvn3 and vni are so also where each of their bytes came as a character of
/// Windows-1252, as text pasted from an old Word file does.
enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1258, tcvn3, vni };

/// Something the reader of the text should know: worded by `document.note.<key>` with these params.
struct DocumentNote {
  std::string key;
  std::vector<ErrorParam> params;

  bool operator==(const DocumentNote&) const = default;
};

struct Document {
  std::string text;  ///< UTF-8; of a plain UTF-8 file its own bytes after the byte order mark, unchanged
  DocumentKind kind = DocumentKind::plain;
  Encoding encoding = Encoding::utf8;
  std::vector<DocumentNote> notes;
};

[[nodiscard]] constexpr std::string_view name_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::plain:
      return "plain";
    case DocumentKind::html:
      return "html";
    case DocumentKind::docx:
      return "docx";
    case DocumentKind::pdf:
      return "pdf";
  }
  return {};
}

[[nodiscard]] constexpr std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "utf8";
    case Encoding::utf16_le:
      return "utf16_le";
    case Encoding::utf16_be:
      return "utf16_be";
    case Encoding::windows_1258:
      return "windows_1258";
    case Encoding::tcvn3:
      return "tcvn3";
    case Encoding::vni:
      return "vni";
  }
  return {};
}

}  // namespace nucong::app

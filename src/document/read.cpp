#include "document/read.hpp"

#include "app/ports.hpp"
#include "base/text.hpp"
#include "document/detail/docx.hpp"
#include "document/detail/html.hpp"
#include "document/detail/pdf.hpp"
#include "document/detail/plain_text.hpp"
#include "ooxml/zip_archive.hpp"

namespace nucong::document {
namespace {

// Of text in UTF-16 every other byte is a NUL.
std::string head_of(std::string_view bytes) {
  constexpr std::size_t head_bytes = std::size_t{64} << 10;
  std::string head(bytes.substr(0, head_bytes));
  std::erase(head, '\0');
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
    if (head.starts_with(mark)) head.erase(0, mark.size());
  return head;
}

Error too_large(std::size_t limit) {
  return fail(ErrorCode::file_too_large, {{"limit", std::to_string(limit >> 20) + " MB"}});
}

Result<app::Document> read_any(std::string_view bytes, Converter& converter) {
  switch (ooxml::container_of(bytes)) {
    case ooxml::Container::compound:
      return ooxml::refused_compound(bytes, ".docx");
    case ooxml::Container::zip:
      return detail::read_docx(bytes);
    case ooxml::Container::none:
      break;
  }
  if (detail::is_pdf(bytes)) return detail::read_pdf(bytes, converter);
  const std::string head = head_of(bytes);
  // Markup of other kinds would read as text, with its codes among the words.
  if (head.starts_with("{\\rtf") || head.starts_with("MIME-Version:")) return detail::kind_unknown();
  return detail::is_html(head) ? detail::read_html(bytes) : detail::read_plain_text(bytes);
}

}  // namespace

Result<app::Document> read(std::string_view bytes, const std::string& file, Converter& converter) {
  const Place place{file, 0, {}};
  if (bytes.size() > app::document_bytes_max) return too_large(app::document_bytes_max).at(place);
  if (bytes.empty()) return fail(ErrorCode::file_empty).at(place);
  auto document = read_any(bytes, converter);
  if (!document) {
    const bool full = document.error().code() == ErrorCode::file_too_large;
    return (full ? too_large(app::text_bytes_max) : document.error()).at(place);
  }
  if (document.value().text.size() > app::text_bytes_max) return too_large(app::text_bytes_max).at(place);
  if (trimmed(document.value().text).empty()) return fail(ErrorCode::file_empty).at(place);
  return document;
}

Result<app::Document> read(std::string_view bytes, const std::string& file) {
  PdfToText converter;
  return read(bytes, file, converter);
}

}  // namespace nucong::document

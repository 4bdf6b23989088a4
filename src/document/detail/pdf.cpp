#include "document/detail/pdf.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "app/ports.hpp"
#include "document/detail/layout_rows.hpp"
#include "document/detail/plain_text.hpp"
#include "document/detail/utf8.hpp"

namespace nucong::document::detail {
namespace {

// Stamps of scanners and page numbers are shorter.
constexpr std::size_t page_letters_min = 8;
// What follows the end mark of a sound file: nothing, or some bytes of a mail or web server.
constexpr std::size_t tail_bytes = std::size_t{16} << 10;

enum Status : int { done = 0, not_opened = 1, not_permitted = 3 };

bool has(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

Error damaged(std::string detail) {
  return fail(ErrorCode::pdf_damaged, {{"detail", std::move(detail)}});
}

Error too_large(std::string_view what) {
  return fail(ErrorCode::pdf_too_large,
              {{"what", std::string(what)},
               {"limit", what == "text" ? std::to_string(app::text_bytes_max >> 20) + " MB" : ""}});
}

bool is_letter(char32_t code) {
  const char32_t small = code | 0x20U;
  return (small >= U'a' && small <= U'z') || (code >= 0xC0 && code < 0x2000);
}

struct Pages {
  std::size_t count = 0;
  std::size_t without_text = 0;
};

Pages pages_of(std::string_view text) {
  Pages pages;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = utf8_at(text, at);
    at += character ? character->bytes : 1;
    if (character && is_letter(character->code)) ++letters;
    if (!character || character->code != U'\f') continue;
    ++pages.count;
    pages.without_text += letters < page_letters_min ? 1 : 0;
    letters = 0;
  }
  return pages;
}

// Bytes that are no characters come from broken fonts.
std::size_t drop_broken(std::string& text) {
  if (!first_broken_byte(text)) return 0;
  std::string whole;
  std::size_t dropped = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = utf8_at(text, at);
    const std::size_t bytes = character ? character->bytes : 1;
    if (character)
      whole.append(text, at, bytes);
    else
      ++dropped;
    at += bytes;
  }
  text = std::move(whole);
  return dropped;
}

Result<> check_ending(const Converted& converted) {
  switch (converted.ending) {
    case Ending::exited:
      break;
    case Ending::crashed:
      return damaged({});
    case Ending::too_long:
      return too_large("time");
    case Ending::too_large:
      return too_large("text");
  }
  if (converted.status == done) return ok();
  if (converted.status == not_permitted || has(converted.complaints, "Incorrect password") ||
      has(converted.complaints, "Copying of text"))
    return fail(ErrorCode::pdf_encrypted);
  return damaged(first_line(converted.complaints));
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  // Some mail gateways put a line before the header; the standard's readers look into the first kilobyte.
  constexpr std::size_t head_bytes = 1'024;
  return has(bytes.substr(0, head_bytes), "%PDF-");
}

Result<app::Document> document_of(Converted converted) {
  TRY(check_ending(converted));
  app::Document document{std::move(converted.output), app::DocumentKind::pdf, app::Encoding::utf8, {}};
  const std::size_t dropped = drop_broken(document.text);
  const Pages pages = pages_of(document.text);
  if (pages.without_text == pages.count)
    return fail(ErrorCode::pdf_no_text, {{"pages", std::to_string(pages.count)}});
  if (dropped > 0) document.notes.push_back({"characters_dropped", {{"count", std::to_string(dropped)}}});
  if (pages.without_text > 0)
    document.notes.push_back(
        {"pages_without_text",
         {{"count", std::to_string(pages.without_text)}, {"pages", std::to_string(pages.count)}}});
  if (has(converted.complaints, "Syntax Error")) document.notes.push_back({"pdf_repaired", {}});
  std::ranges::replace(document.text, '\f', '\n');
  document.text = with_rows(document.text);
  convert_if_legacy(document);
  return document;
}

Result<app::Document> read_pdf(std::string_view bytes, Converter& converter) {
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), tail_bytes));
  if (!has(tail, "%%EOF")) return damaged({});
  TRY(auto converted, converter.convert(bytes));
  return document_of(std::move(converted));
}

}  // namespace nucong::document::detail

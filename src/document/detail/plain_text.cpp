#include "document/detail/plain_text.hpp"

#include <algorithm>
#include <optional>

#include "document/detail/legacy_encoding.hpp"
#include "document/detail/legacy_text.hpp"
#include "document/detail/utf8.hpp"

namespace nucong::document::detail {
namespace {

using app::Document;
using app::DocumentKind;
using app::Encoding;
using namespace std::string_view_literals;

// Of every hundred 16-bit units of Vietnamese text some eighty are ASCII, with a NUL in the upper byte.
constexpr std::size_t utf16_nuls_percent_min = 40;
// A text may hold a stray control character; of a picture's bytes one in nine is one.
constexpr std::size_t controls_percent_max = 1;

std::string title_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      return "UTF-16";
    case Encoding::windows_1258:
      return "Windows-1258";
    case Encoding::tcvn3:
      return "TCVN3 (ABC)";
    case Encoding::vni:
      return "VNI";
  }
  return {};
}

void note_converted(Document& document, Encoding encoding) {
  document.encoding = encoding;
  document.notes.push_back({"converted", {{"encoding", title_of(encoding)}}});
}

bool is_control(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return (code < 0x20 && "\t\n\v\f\r\x1A\x1B"sv.find(byte) == std::string_view::npos) || code == 0x7F;
}

bool has_many_controls(std::string_view bytes) {
  const auto count = static_cast<std::size_t>(std::ranges::count_if(bytes, is_control));
  return count * 100 > bytes.size() * controls_percent_max;
}

std::optional<Encoding> utf16_by_nuls(std::string_view bytes) {
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (bytes[at] == '\0') ++(at % 2 == 0 ? even : odd);
  const std::size_t units = bytes.size() / 2;
  const auto many = [&](std::size_t nuls) { return nuls * 100 >= units * utf16_nuls_percent_min; };
  const auto few = [&](std::size_t nuls) { return nuls * 100 <= units; };
  if (units == 0) return std::nullopt;
  if (many(odd) && few(even)) return Encoding::utf16_le;
  if (many(even) && few(odd)) return Encoding::utf16_be;
  return std::nullopt;
}

char32_t unit_at(std::string_view bytes, std::size_t at, Encoding order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == Encoding::utf16_le ? char32_t{first} | (char32_t{second} << 8U)
                                     : (char32_t{first} << 8U) | char32_t{second};
}

Document from_utf16(std::string_view bytes, Encoding order) {
  Document document;
  std::size_t dropped = bytes.size() % 2;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t unit = unit_at(bytes, at, order);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const char32_t next = high && at + 3 < bytes.size() ? unit_at(bytes, at + 2, order) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      append_utf8(document.text, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
      at += 2;
    } else if (high || (unit >= 0xDC00 && unit < 0xE000) || unit == 0) {
      ++dropped;
    } else {
      append_utf8(document.text, unit);
    }
  }
  note_converted(document, order);
  if (dropped > 0) document.notes.push_back({"characters_dropped", {{"count", std::to_string(dropped)}}});
  return document;
}

std::optional<Document> as_utf16(std::string_view bytes) {
  std::optional<Document> document;
  if (bytes.starts_with("\xFF\xFE"sv))
    document = from_utf16(bytes.substr(2), Encoding::utf16_le);
  else if (bytes.starts_with("\xFE\xFF"sv))
    document = from_utf16(bytes.substr(2), Encoding::utf16_be);
  else if (const auto order = utf16_by_nuls(bytes))
    document = from_utf16(bytes, *order);
  return document;
}

// UTF-8 with a damaged place has whole characters nearly everywhere; a text of another encoding hardly any.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto character = utf8_at(bytes, at);
    if (!character) ++broken;
    if (character && character->bytes > 1) ++whole;
    at += character ? character->bytes : 1;
  }
  return whole > broken;
}

Error not_utf8(std::size_t byte) {
  return fail(ErrorCode::text_not_utf8, {{"byte", std::to_string(byte)}});
}

}  // namespace

Error kind_unknown() {
  return fail(ErrorCode::file_kind_unknown, {{"expected", ".docx, .pdf, .html, .txt"}});
}

void convert_if_legacy(app::Document& document) {
  const auto encoding = legacy_encoding_of(document.text, Origin::characters);
  if (!encoding) return;
  document.text = converted(*encoding, document.text);
  note_converted(document, *encoding);
}

Result<MarkupText> read_markup_text(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  MarkupText read;
  if (auto document = as_utf16(bytes)) {
    if (has_many_controls(document->text)) return kind_unknown();
    read.document = std::move(*document);
    return read;
  }
  const bool marked = bytes.starts_with(mark);
  const auto text = marked ? bytes.substr(mark.size()) : bytes;
  if (text.find('\0') != std::string_view::npos || has_many_controls(text)) return kind_unknown();
  const auto broken = first_broken_byte(text);
  if (broken && (marked || is_damaged_utf8(text))) return not_utf8(*broken);
  read.settled = !broken;
  read.document.text = broken ? to_utf8(shown_as_windows_1252(text)) : std::string(text);
  return read;
}

Result<app::Document> read_plain_text(std::string_view bytes) {
  TRY(auto read, read_markup_text(bytes));
  auto& document = read.document;
  if (read.settled) {
    if (document.encoding == Encoding::utf8) convert_if_legacy(document);
    return std::move(document);
  }
  const auto encoding = legacy_encoding_of(document.text, Origin::bytes);
  if (!encoding) return fail(ErrorCode::text_encoding_unknown);
  document.text = converted(*encoding, document.text);
  note_converted(document, *encoding);
  return std::move(document);
}

}  // namespace nucong::document::detail

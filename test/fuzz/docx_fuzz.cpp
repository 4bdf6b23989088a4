// read_docx must answer to any bytes. Mutating a packed file mostly breaks the packing, so bytes that are no
// zip are packed into a sound one first: the body, a NUL, the numbering, a NUL, the styles.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "document/detail/docx.hpp"
#include "document/detail/utf8.hpp"
#include "ooxml/zip_fixture.hpp"

namespace {

using namespace nucong;

constexpr std::string_view relationships =
    "<Relationships><Relationship Type=\"/numbering\" Target=\"numbering.xml\"/>"
    "<Relationship Type=\"/styles\" Target=\"styles.xml\"/>"
    "<Relationship Type=\"/footnotes\" Target=\"document.xml\"/></Relationships>";

std::string_view next_part(std::string_view& bytes) {
  const auto end = std::min(bytes.find('\0'), bytes.size());
  const auto part = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return part;
}

void read(std::string_view bytes) {
  const auto document = document::detail::read_docx(bytes);
  if (document) ENSURE(!document::detail::first_broken_byte(document.value().text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK\x03\x04")) {
    read(bytes);
    return 0;
  }
  const auto body = next_part(bytes);
  const auto numbering = next_part(bytes);
  const auto styles = next_part(bytes);
  read(ooxml::zip_of({{"word/document.xml", "<document><body>" + std::string(body) + "</body></document>"},
                      {"word/_rels/document.xml.rels", std::string(relationships)},
                      {"word/numbering.xml", std::string(numbering)},
                      {"word/styles.xml", std::string(styles)}}));
  return 0;
}

// read_xlsx and read_form must answer to any bytes. Mutating a packed file mostly breaks the packing, so
// bytes that are no zip are packed into a sound one first: the shared strings, a NUL, then the sheet.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <zip.h>

#include "sheet/form.hpp"
#include "sheet/xlsx.hpp"

namespace {

using namespace nucong;

constexpr std::string_view workbook = "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>";
constexpr std::string_view relationships =
    "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet\"/>"
    "<Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"shared\"/></Relationships>";

void add(zip_t* archive, const char* name, std::string_view content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = zip_file_add(archive, name, source, 0);
  ENSURE(index >= 0);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

std::string packed(std::string_view shared, std::string_view sheet) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  ENSURE(archive != nullptr);
  add(archive, "xl/workbook.xml", workbook);
  add(archive, "xl/_rels/workbook.xml.rels", relationships);
  add(archive, "xl/shared", shared);
  add(archive, "xl/sheet", sheet);
  zip_stat_t about;
  ENSURE(zip_close(archive) == 0 && zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0);
  std::string bytes(about.size, '\0');
  ENSURE(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

void read(std::string_view bytes) {
  const auto tables = sheet::read_xlsx(bytes, "fuzz.xlsx");
  if (!tables) return;
  for (const auto& table : tables.value()) static_cast<void>(sheet::read_form(table).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  if (bytes.starts_with("PK")) return 0;
  const auto cut = std::min(bytes.find('\0'), size);
  read(packed(bytes.substr(0, cut), bytes.substr(std::min(cut + 1, size))));
  return 0;
}

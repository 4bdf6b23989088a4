#include "ooxml/zip_fixture.hpp"

#include <algorithm>

#include <zip.h>

#include "base/result.hpp"

namespace nucong::ooxml {

std::string zip_of(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  ENSURE(target != nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  ENSURE(archive != nullptr);
  for (const auto& entry : entries) {
    zip_source_t* content = zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    ENSURE(index >= 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
  }
  ENSURE(zip_close(archive) == 0);
  zip_stat_t about;
  ENSURE(zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0);
  std::string bytes(about.size, '\0');
  ENSURE(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

void set_entry(std::vector<ZipEntry>& entries, std::string_view name, std::string content) {
  const auto found = std::ranges::find(entries, name, &ZipEntry::name);
  if (found != entries.end()) {
    found->content = std::move(content);
  } else {
    entries.push_back({std::string(name), std::move(content)});
  }
}

}  // namespace nucong::ooxml

#include "ooxml/zip_archive.hpp"

#include <algorithm>
#include <array>

#include <zip.h>

namespace nucong::ooxml {
namespace {

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

Error too_large(std::string what) {
  return fail(ErrorCode::package_too_large, {{"what", std::move(what)}});
}
Error damaged(const std::string& part) {
  return fail(ErrorCode::package_damaged, {{"part", part}});
}

}  // namespace

Container container_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return Container::compound;
  return bytes.starts_with("PK\x03\x04"sv) ? Container::zip : Container::none;
}

// The directory of a compound file is a row of entries of 128 bytes that begin with a name in UTF-16; Office
// puts an encrypted package into one of these.
Error refused_compound(std::string_view bytes, std::string expected) {
  using namespace std::string_view_literals;
  constexpr std::size_t entry_bytes = 128;
  constexpr auto name = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  for (auto at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1))
    if (at % entry_bytes == 0) return fail(ErrorCode::package_encrypted);
  return fail(ErrorCode::package_old_format, {{"expected", std::move(expected)}});
}

void ZipArchive::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ZipLimits& limits) {
  ENSURE(container_of(bytes) == Container::zip);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr && source != nullptr) zip_source_free(source);
  const int reason = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (opened == nullptr) {
    // The directory of a zip stands at its end: a file that begins as one but has none was cut off.
    const bool cut_off = reason == ZIP_ER_NOZIP || reason == ZIP_ER_INCONS || reason == ZIP_ER_EOF;
    return cut_off ? fail(ErrorCode::package_truncated) : damaged("zip");
  }
  ZipArchive archive(opened, bytes.size(), limits);
  if (static_cast<std::uint64_t>(zip_get_num_entries(opened, 0)) > limits.entries_max)
    return too_large("entries");
  return archive;
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t about;
  if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0)
    return damaged(name);
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
    return fail(ErrorCode::package_encrypted);
  const std::unique_ptr<zip_file_t, CloseEntry> entry(
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!entry) return damaged(name);
  const std::uint64_t packed = std::min<std::uint64_t>(about.comp_size, bytes_size_);
  std::string content;
  std::array<char, 65'536> chunk{};
  for (;;) {
    const zip_int64_t got = zip_fread(entry.get(), chunk.data(), chunk.size());
    if (got < 0) return damaged(name);
    if (got == 0) return content;
    total_bytes_ += static_cast<std::uint64_t>(got);
    TRY(check_size(content.size() + static_cast<std::uint64_t>(got), packed));
    content.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

Result<> ZipArchive::check_size(std::uint64_t unpacked, std::uint64_t packed) const {
  if (unpacked > limits_.entry_bytes_max) return too_large("entry");
  if (total_bytes_ > limits_.total_bytes_max) return too_large("total");
  if (unpacked > limits_.ratio_from_bytes && unpacked / limits_.ratio_max > packed) return too_large("ratio");
  return ok();
}

}  // namespace nucong::ooxml

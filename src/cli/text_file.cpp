#include "cli/text_file.hpp"

#include "base/text.hpp"

namespace nucong::cli {

Result<std::string> read_text(Session& session, const std::string& file) {
  TRY(auto bytes, session.world().files.read(file, app::text_bytes_max));
  const Place place{file, 0, {}};
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  if (trimmed(bytes).empty()) return fail(ErrorCode::file_empty, {{"file", file}}).at(place);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("%PDF") || bytes.find('\0') != std::string::npos)
    return fail(ErrorCode::file_kind_unknown, {{"file", file}, {"expected", ".txt (UTF-8)"}}).at(place);
  if (const auto checked = nfc(bytes); checked.has_error()) return checked.error().at(place);
  return bytes;
}

}  // namespace nucong::cli

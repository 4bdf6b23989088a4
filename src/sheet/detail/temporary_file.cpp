#include "sheet/detail/temporary_file.hpp"

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <stdlib.h>
#include <unistd.h>

namespace nucong::sheet::detail {

Result<TemporaryFile> TemporaryFile::make() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  std::string name = (folder / "nucong-XXXXXX").string();
  const int descriptor = error ? -1 : mkstemp(name.data());
  if (descriptor < 0) return fail(ErrorCode::file_unwritable).at({name, 0, {}});
  close(descriptor);
  return TemporaryFile(name);
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;  // a file that is left behind is the system's to clear away
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

Result<std::string> TemporaryFile::content() const {
  std::ifstream in(path_, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return fail(ErrorCode::file_unreadable).at({path_.string(), 0, {}});
  return bytes;
}

}  // namespace nucong::sheet::detail

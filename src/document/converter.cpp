#include "document/converter.hpp"

#include <array>

#include <unistd.h>

#include "document/detail/process.hpp"

namespace nucong::document {
namespace {

constexpr std::array program_paths = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/bin/pdftotext"};

}  // namespace

// Laid out as on the page: in reading order a table falls apart into columns and its figures lose their row.
// Form feeds between pages tell how many pages there are.
Result<Converted> PdfToText::convert(std::string_view bytes) {
  for (const char* path : program_paths) {
    if (::access(path, X_OK) == 0)
      return detail::run_process(path, {"-layout", "-enc", "UTF-8", "-", "-"}, bytes, limits_);
  }
  return fail(ErrorCode::pdf_tool_missing, {{"package", "poppler-utils"}});
}

}  // namespace nucong::document

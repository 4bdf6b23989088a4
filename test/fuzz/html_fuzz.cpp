// Whatever the bytes, reading them as a page ends, and what it gives is UTF-8 without a line of white space.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/detail/html.hpp"
#include "document/detail/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(document::detail::is_html(bytes));
  const auto read = document::detail::read_html(bytes);
  if (!read) return 0;
  ENSURE(!document::detail::first_broken_byte(read.value().text));
  ENSURE(read.value().text.find("\n\n\n") == std::string::npos);
  return 0;
}

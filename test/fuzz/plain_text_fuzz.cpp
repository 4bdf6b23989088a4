// Whatever the bytes, reading them as text ends, and what it gives is UTF-8. UTF-8 comes back as it was,
// unless it shows an old encoding.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/detail/plain_text.hpp"
#include "document/detail/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = document::detail::read_plain_text(bytes);
  if (!read) return 0;
  const auto& text = read.value().text;
  ENSURE(!document::detail::first_broken_byte(text));
  if (read.value().encoding == app::Encoding::utf8) ENSURE(bytes.ends_with(text));
  return 0;
}

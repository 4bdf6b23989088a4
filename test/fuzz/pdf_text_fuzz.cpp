// What a converter of PDF may come back with: the first byte says how it ended, then its complaints, a NUL,
// its output. The converter itself is another program's matter.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "document/detail/pdf.hpp"
#include "document/detail/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong;
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto cut = std::min(rest.find('\0'), rest.size());
  constexpr unsigned endings = 4;
  const document::Converted converted{
      static_cast<document::Ending>(data[0] % endings), static_cast<int>(data[0] / endings),
      std::string(rest.substr(std::min(cut + 1, rest.size()))), std::string(rest.substr(0, cut))};
  const auto read = document::detail::document_of(converted);
  if (read) ENSURE(!document::detail::first_broken_byte(read.value().text));
  return 0;
}

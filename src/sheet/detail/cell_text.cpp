#include "sheet/detail/cell_text.hpp"

#include <charconv>
#include <cstdint>

#include "base/text.hpp"
#include "ooxml/xml.hpp"

namespace nucong::sheet::detail {
namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

// The UTF-16 unit that the escape at the start of `text` stands for; 0 if there is none. Halves of surrogate
// pairs are no characters, so they are left as they stand.
std::uint32_t escaped_unit(std::string_view text) {
  if (text.size() < escape_size || !text.starts_with("_x") || text[escape_size - 1] != '_') return 0;
  const auto digits = text.substr(2, 4);
  std::uint32_t unit = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  const bool surrogate = unit >= 0xD800 && unit <= 0xDFFF;
  return read.ptr == digits.data() + digits.size() && !surrogate ? unit : 0;
}

void append_utf8(std::string& out, std::uint32_t unit) {
  if (unit < 0x80) {
    out += static_cast<char>(unit);
  } else if (unit < 0x800) {
    out += static_cast<char>(0xC0 | (unit >> 6));
    out += static_cast<char>(0x80 | (unit & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (unit >> 12));
    out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (unit & 0x3F));
  }
}

std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto escape = text.find("_x");
    out += text.substr(0, escape);
    if (escape == std::string_view::npos) break;
    text.remove_prefix(escape);
    if (const auto unit = escaped_unit(text); unit != 0) {
      append_utf8(out, unit);
      text.remove_prefix(escape_size);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

Result<std::string> text_of_runs(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node each : item.children()) {
    const auto name = ooxml::local_name(each.name());
    if (name == "t") text += ooxml::text_of(each);
    if (name == "r") text += ooxml::text_of(ooxml::child(each, "t"));
  }
  return clean_text(text);
}

Result<std::string> clean_text(std::string_view stored) {
  if (stored.find("_x") == std::string_view::npos) return nfc(trimmed(stored));
  return nfc(trimmed(unescaped(stored)));
}

}  // namespace nucong::sheet::detail

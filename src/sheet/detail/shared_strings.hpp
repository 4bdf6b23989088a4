// The table of texts that the sheets of a workbook share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/xml.hpp"

namespace nucong::sheet::detail {

/// Kept in one piece: a part of 128 MiB may hold 25 million empty strings.
class SharedStrings {
 public:
  SharedStrings() = default;
  /// Errors: those of for_each_element; `text.not_utf8`.
  [[nodiscard]] static Result<SharedStrings> read(const ooxml::XmlPart& part);

  /// NFC and trimmed; nothing if there are fewer.
  [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;
};

}  // namespace nucong::sheet::detail

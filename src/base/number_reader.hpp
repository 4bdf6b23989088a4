// Numbers as people type them. A Vietnamese sheet says 1.234,5 where an English one says 1,234.5; "1.234"
// alone can be either. The file as a whole decides; what stays open is refused, never guessed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.hpp"

namespace nucong {

/// Which sign groups thousands and which marks decimals.
enum class NumberStyle : std::uint8_t {
  unknown,     ///< no cell has told yet
  vietnamese,  ///< 1.234,5
  english      ///< 1,234.5
};

/// Reads the numbers of one file. Show it every number first (`learn`), then `read` them.
class NumberReader {
 public:
  /// Takes a cell as evidence of the file's style. Anything that is no number is ignored here.
  /// Errors: `number.style_mixed` (params `text`, `other`) when this cell contradicts an earlier one.
  [[nodiscard]] Result<> learn(std::string_view text);

  [[nodiscard]] NumberStyle style() const { return style_; }
  /// The first cell that told the style; empty while it is unknown. Learning it is learning what this one
  /// knows.
  [[nodiscard]] const std::string& evidence() const { return evidence_; }

  /// Errors: `number.ambiguous` for "1.234" while the style is unknown; `number.malformed`;
  /// `number.too_large`; `number.too_precise`.
  [[nodiscard]] Result<Decimal> read(std::string_view text) const;

 private:
  NumberStyle style_ = NumberStyle::unknown;
  std::string evidence_;  // the first cell that decided
};

/// "1.234,5" (vietnamese) or "1,234.5" (english), with `decimals` places at least.
[[nodiscard]] std::string format_number(Decimal value, NumberStyle style, int decimals_min = 0);

}  // namespace nucong

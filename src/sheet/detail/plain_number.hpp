// Numbers of a workbook, which are binary fractions in disguise, as the decimals that its user saw.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nucong::sheet::detail {

/// "1.2345E+2" → "123.45", "0.30000000000000004" → "0.3": the plain form of Decimal::parse, rounded half away
/// from zero to 15 significant digits and then to 9 decimals. Nothing for what is no finite number. A large
/// number is written out in full; whether it fits is for Decimal::parse to say.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text);

}  // namespace nucong::sheet::detail

// What the made-up confederation is called and shaped after. Only the names of provinces are real.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "demo/dice.hpp"

namespace nucong::demo {

/// A province as before 1 July 2025. `weight` is about its grassroots unions in hundreds, `districts` about
/// their real number, `industry` of ten unions those in its typical trades. Approximate: a demonstration.
struct Province {
  std::string_view code;
  std::string_view name;  ///< "tỉnh Phú Thọ"
  std::string_view
      into;  ///< code of the province that took it in on 1 July 2025 (NQ 202/2025/QH15); may be empty
  int weight;
  int districts;
  int industry;
  bool lags;  ///< its unions report late or never more often than others
};

/// 63, from north to south.
[[nodiscard]] std::span<const Province> provinces();
/// Position in `provinces()`. Defect for another code.
[[nodiscard]] std::size_t province_position(std::string_view code);

enum class Sector : std::uint8_t { administration, public_service, enterprise, informal };

struct Trade {
  std::string_view union_name;  ///< "CĐCS Công ty May"
  Sector sector;
  int women;         ///< per cent
  int size;          ///< per mille of the ordinary workforce
  int rural_weight;  ///< how common it is where there is little industry
  int industrial_weight;
};

[[nodiscard]] std::span<const Trade> trades();
/// A trade for a union in a place with so much industry (0 to 10).
[[nodiscard]] std::size_t draw_trade(Dice& dice, int industry);

/// "CĐCS Công ty May Hoa Sen 12 (giả định)".
[[nodiscard]] std::string grassroots_name(const Trade& trade, Dice& dice, std::size_t number);
/// "Sông Xanh": of districts, wards and zones, followed by "(mẫu)" where it is used.
[[nodiscard]] std::string place_name(Dice& dice);

}  // namespace nucong::demo

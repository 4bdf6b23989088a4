#include "demo/names.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/error.hpp"

namespace nucong::demo {
namespace {

constexpr auto province_table = std::to_array<Province>({
    {"HNI", "thành phố Hà Nội", "", 95, 30, 7, false},
    {"HGI", "tỉnh Hà Giang", "TQU", 12, 11, 1, true},
    {"CBA", "tỉnh Cao Bằng", "", 12, 10, 1, false},
    {"BKA", "tỉnh Bắc Kạn", "TNG", 8, 8, 1, false},
    {"TQU", "tỉnh Tuyên Quang", "", 11, 7, 2, false},
    {"LCA", "tỉnh Lào Cai", "", 12, 9, 2, false},
    {"DBI", "tỉnh Điện Biên", "", 10, 10, 1, true},
    {"LCH", "tỉnh Lai Châu", "", 8, 8, 1, true},
    {"SLA", "tỉnh Sơn La", "", 14, 12, 1, false},
    {"YBA", "tỉnh Yên Bái", "LCA", 11, 9, 2, false},
    {"HBI", "tỉnh Hòa Bình", "PTH", 13, 10, 2, true},
    {"TNG", "tỉnh Thái Nguyên", "", 18, 9, 7, false},
    {"LSO", "tỉnh Lạng Sơn", "", 13, 11, 2, false},
    {"QNI", "tỉnh Quảng Ninh", "", 21, 13, 6, false},
    {"BGI", "tỉnh Bắc Giang", "BNI", 26, 10, 9, false},
    {"PTH", "tỉnh Phú Thọ", "", 22, 13, 5, false},
    {"VPH", "tỉnh Vĩnh Phúc", "PTH", 19, 9, 8, false},
    {"BNI", "tỉnh Bắc Ninh", "", 24, 8, 10, false},
    {"HDU", "tỉnh Hải Dương", "HPH", 22, 12, 8, false},
    {"HPH", "thành phố Hải Phòng", "", 28, 15, 8, false},
    {"HYE", "tỉnh Hưng Yên", "", 17, 10, 7, false},
    {"TBI", "tỉnh Thái Bình", "HYE", 19, 8, 5, false},
    {"HNA", "tỉnh Hà Nam", "NBI", 13, 6, 6, false},
    {"NDI", "tỉnh Nam Định", "NBI", 19, 10, 6, false},
    {"NBI", "tỉnh Ninh Bình", "", 14, 8, 5, false},
    {"THO", "tỉnh Thanh Hóa", "", 34, 27, 5, false},
    {"NAN", "tỉnh Nghệ An", "", 31, 21, 4, false},
    {"HTI", "tỉnh Hà Tĩnh", "", 19, 13, 3, false},
    {"QBI", "tỉnh Quảng Bình", "QTR", 15, 8, 2, false},
    {"QTR", "tỉnh Quảng Trị", "", 12, 10, 2, false},
    {"HUE", "tỉnh Thừa Thiên Huế", "", 14, 9, 4, false},
    {"DNA", "thành phố Đà Nẵng", "", 22, 8, 6, false},
    {"QNA", "tỉnh Quảng Nam", "DNA", 20, 18, 4, false},
    {"QNG", "tỉnh Quảng Ngãi", "", 14, 13, 3, false},
    {"KTU", "tỉnh Kon Tum", "QNG", 8, 10, 1, true},
    {"BDI", "tỉnh Bình Định", "GLA", 17, 11, 4, false},
    {"GLA", "tỉnh Gia Lai", "", 16, 17, 1, true},
    {"PYE", "tỉnh Phú Yên", "DLA", 11, 9, 2, false},
    {"DLA", "tỉnh Đắk Lắk", "", 21, 15, 1, false},
    {"DNO", "tỉnh Đắk Nông", "LDO", 8, 8, 1, true},
    {"KHO", "tỉnh Khánh Hòa", "", 17, 9, 4, false},
    {"NTH", "tỉnh Ninh Thuận", "KHO", 8, 7, 2, false},
    {"LDO", "tỉnh Lâm Đồng", "", 16, 12, 2, false},
    {"BTH", "tỉnh Bình Thuận", "LDO", 13, 10, 3, false},
    {"BPH", "tỉnh Bình Phước", "DON", 15, 11, 6, false},
    {"TNI", "tỉnh Tây Ninh", "", 13, 9, 7, false},
    {"BDU", "tỉnh Bình Dương", "HCM", 46, 9, 10, false},
    {"DON", "tỉnh Đồng Nai", "", 42, 11, 10, false},
    {"BRV", "tỉnh Bà Rịa - Vũng Tàu", "HCM", 22, 8, 7, false},
    {"HCM", "Thành phố Hồ Chí Minh", "", 165, 22, 8, false},
    {"LAN", "tỉnh Long An", "TNI", 24, 15, 9, false},
    {"TGI", "tỉnh Tiền Giang", "DTH", 14, 11, 5, false},
    {"BTR", "tỉnh Bến Tre", "VLO", 12, 9, 3, false},
    {"TVI", "tỉnh Trà Vinh", "VLO", 10, 9, 3, false},
    {"VLO", "tỉnh Vĩnh Long", "", 10, 8, 3, false},
    {"DTH", "tỉnh Đồng Tháp", "", 14, 12, 3, false},
    {"AGI", "tỉnh An Giang", "", 15, 11, 3, false},
    {"KGI", "tỉnh Kiên Giang", "AGI", 14, 15, 3, false},
    {"CTH", "thành phố Cần Thơ", "", 14, 9, 5, false},
    {"HAU", "tỉnh Hậu Giang", "CTH", 8, 8, 3, false},
    {"STR", "tỉnh Sóc Trăng", "CTH", 10, 11, 3, true},
    {"BLI", "tỉnh Bạc Liêu", "CMA", 8, 7, 2, false},
    {"CMA", "tỉnh Cà Mau", "", 11, 9, 3, false},
});
static_assert(province_table.size() == 63);

constexpr auto trade_table = std::to_array<Trade>({
    {"CĐCS Công ty May", Sector::enterprise, 75, 2000, 6, 14},
    {"CĐCS Công ty Giày", Sector::enterprise, 78, 3000, 1, 5},
    {"CĐCS Công ty Điện tử", Sector::enterprise, 67, 2500, 1, 10},
    {"CĐCS Công ty Cơ khí", Sector::enterprise, 22, 800, 4, 10},
    {"CĐCS Công ty Gỗ", Sector::enterprise, 40, 1000, 4, 7},
    {"CĐCS Công ty Thực phẩm", Sector::enterprise, 60, 1000, 6, 8},
    {"CĐCS Công ty Thương mại", Sector::enterprise, 53, 500, 10, 11},
    {"CĐCS Công ty Vận tải", Sector::enterprise, 18, 600, 4, 6},
    {"CĐCS Công ty Xây dựng", Sector::enterprise, 20, 700, 7, 6},
    {"CĐCS Nông trường", Sector::enterprise, 45, 900, 6, 1},
    {"CĐCS Trường Mầm non", Sector::public_service, 96, 350, 14, 5},
    {"CĐCS Trường Phổ thông", Sector::public_service, 70, 600, 21, 8},
    {"CĐCS Trung tâm Y tế", Sector::public_service, 66, 1100, 5, 2},
    {"CĐCS Cơ quan hành chính", Sector::administration, 38, 450, 10, 5},
    {"Nghiệp đoàn cơ sở Bán hàng", Sector::informal, 82, 700, 1, 1},
    {"Nghiệp đoàn cơ sở Xe ôm", Sector::informal, 6, 600, 1, 1},
});

constexpr auto flowers = std::to_array<std::string_view>(
    {"Hoa Sen",   "Hoa Mai",   "Hoa Đào",   "Hoa Ban",   "Hoa Cúc",  "Hoa Lan",    "Hoa Huệ",   "Hướng Dương",
     "Phượng Vĩ", "Bằng Lăng", "Hoa Sữa",   "Hoa Gạo",   "Mùa Xuân", "Mùa Thu",    "Bình Minh", "Ban Mai",
     "Sao Mai",   "Sao Khuê",  "Trăng Non", "Mây Trắng", "Nắng Mới", "Gió Biển",   "Sóng Xanh", "Hải Âu",
     "Chim Én",   "Bồ Câu",    "Thiên Nga", "Cánh Diều", "Bông Lúa", "Lúa Vàng",   "Tre Xanh",  "Trúc Xinh",
     "Cau Vàng",  "Dừa Xanh",  "Bưởi Hồng", "Cam Ngọt",  "Trà Xanh", "Cà Phê Nâu", "Tơ Vàng",   "Gốm Nâu"});
constexpr auto first_syllables =
    std::to_array<std::string_view>({"Sông", "Núi", "Đồng", "Suối", "Hồ", "Bến", "Đồi", "Gò", "Vườn", "Bãi"});
constexpr auto second_syllables =
    std::to_array<std::string_view>({"Xanh", "Vàng", "Biếc", "Thơm", "Mây", "Nắng", "Trăng", "Sao", "Én",
                                     "Sen", "Cúc", "Đào", "Trúc", "Quế"});

template <class Words>
std::string_view one_of(const Words& words, Dice& dice) {
  return words[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(words.size())))];
}

}  // namespace

std::span<const Province> provinces() {
  return province_table;
}

std::size_t province_position(std::string_view code) {
  const auto at = std::ranges::find(province_table, code, &Province::code);
  ENSURE(at != province_table.end());
  return static_cast<std::size_t>(at - province_table.begin());
}

std::span<const Trade> trades() {
  return trade_table;
}

std::size_t draw_trade(Dice& dice, int industry) {
  const auto weight = [&](const Trade& trade) {
    return trade.rural_weight * (10 - industry) + trade.industrial_weight * industry;
  };
  int total = 0;
  for (const auto& trade : trade_table) total += weight(trade);
  auto left = dice.below(total);
  std::size_t drawn = 0;
  while (left >= weight(trade_table[drawn])) left -= weight(trade_table[drawn++]);
  return drawn;
}

std::string grassroots_name(const Trade& trade, Dice& dice, std::size_t number) {
  return fmt::format("{} {} {} (giả định)", trade.union_name, one_of(flowers, dice), number);
}

std::string place_name(Dice& dice) {
  const auto first = one_of(first_syllables, dice);
  return fmt::format("{} {}", first, one_of(second_syllables, dice));
}

}  // namespace nucong::demo

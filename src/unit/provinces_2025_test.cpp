// The reorganisation of 1 July 2025 (Resolution 202/2025/QH15): 63 provinces become 34, the district level
// ends.
#include <map>

#include <gtest/gtest.h>

#include "unit/lineage.hpp"
#include "world/world.hpp"

namespace nucong::unit {
namespace {

const std::map<std::string, std::vector<std::string>> mergers = {
    {"Tuyên_Quang", {"Hà_Giang"}},
    {"Lào_Cai", {"Yên_Bái"}},
    {"Thái_Nguyên", {"Bắc_Kạn"}},
    {"Phú_Thọ", {"Vĩnh_Phúc", "Hòa_Bình"}},
    {"Bắc_Ninh", {"Bắc_Giang"}},
    {"Hưng_Yên", {"Thái_Bình"}},
    {"Hải_Phòng", {"Hải_Dương"}},
    {"Ninh_Bình", {"Hà_Nam", "Nam_Định"}},
    {"Quảng_Trị", {"Quảng_Bình"}},
    {"Đà_Nẵng", {"Quảng_Nam"}},
    {"Quảng_Ngãi", {"Kon_Tum"}},
    {"Gia_Lai", {"Bình_Định"}},
    {"Khánh_Hòa", {"Ninh_Thuận"}},
    {"Lâm_Đồng", {"Đắk_Nông", "Bình_Thuận"}},
    {"Đắk_Lắk", {"Phú_Yên"}},
    {"TP_Hồ_Chí_Minh", {"Bình_Dương", "Bà_Rịa-Vũng_Tàu"}},
    {"Đồng_Nai", {"Bình_Phước"}},
    {"Tây_Ninh", {"Long_An"}},
    {"Cần_Thơ", {"Sóc_Trăng", "Hậu_Giang"}},
    {"Vĩnh_Long", {"Bến_Tre", "Trà_Vinh"}},
    {"Đồng_Tháp", {"Tiền_Giang"}},
    {"Cà_Mau", {"Bạc_Liêu"}},
    {"An_Giang", {"Kiên_Giang"}}};
const std::vector<std::string> unchanged = {"Hà_Nội",  "Huế",      "Lai_Châu",   "Điện_Biên",
                                            "Sơn_La",  "Lạng_Sơn", "Quảng_Ninh", "Thanh_Hóa",
                                            "Nghệ_An", "Hà_Tĩnh",  "Cao_Bằng"};

// One district, with one grassroots union in it, per province; on the day the grassroots go to the province.
std::string the_nation() {
  std::string text = "2023-01-01 found VN kind=confederation\n";
  std::vector<std::string> all = unchanged;
  for (const auto& [kept, gone] : mergers) {
    all.push_back(kept);
    all.insert(all.end(), gone.begin(), gone.end());
  }
  for (const auto& name : all) {
    text += "2023-01-01 found " + name + " parent=VN kind=provincial\n";
    text += "2023-01-01 found H-" + name + " parent=" + name + " kind=district\n";
    text += "2023-01-01 found G-" + name + " parent=H-" + name + " kind=grassroots\n";
    text += "2025-07-01 move G-" + name + " parent=" + name + "\n";
    text += "2025-07-01 close H-" + name + "\n";
  }
  for (const auto& [kept, gone] : mergers)
    for (const auto& name : gone)
      text += "2025-07-01 merge " + name + " into=" + kept + " decision=202/2025/QH15\n";
  return text;
}

TEST(Provinces2025, sixty_three_become_thirty_four_and_no_district_is_left) {
  const auto h = world::history(the_nation());
  const Tree before(h, make_date(2025, 6, 30));
  const Tree after(h, make_date(2025, 7, 1));
  EXPECT_EQ(before.children(*h.root()).size(), 63U);
  EXPECT_EQ(after.children(*h.root()).size(), 34U);
  EXPECT_EQ(after.order().size(), 1U + 34U + 63U);
  for (const Slot slot : after.order()) EXPECT_NE(after.phase(slot).kind, "district");
}

TEST(Provinces2025, a_merged_province_has_its_parts_figures_in_todays_tree_and_not_in_yesterdays) {
  const auto h = world::history(the_nation());
  const Tree after(h, make_date(2025, 7, 1));
  const Lineage lineage(after);
  const auto phu_tho = h.slot("Phú_Thọ").value();
  const auto branch = after.branch(phu_tho);
  for (const auto* part : {"Phú_Thọ", "Vĩnh_Phúc", "Hòa_Bình"}) {
    EXPECT_EQ(lineage.whole(h.slot(part).value()), (Landing{phu_tho, Line::own}));
    EXPECT_TRUE(branch.contains(after.position(h.slot("G-" + std::string(part)).value())));
    EXPECT_EQ(lineage.whole(h.slot("H-" + std::string(part)).value()), (Landing{phu_tho, Line::closed}));
  }
  EXPECT_EQ(Tree(h, make_date(2025, 6, 30)).branch(phu_tho).size(), 3U);
}

}  // namespace
}  // namespace nucong::unit

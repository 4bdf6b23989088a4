#include "demo/shape.hpp"

namespace nucong::demo {
namespace {

void rename_hue(Chronicle& chronicle) {
  chronicle.begin_act(make_date(2025, 1, 1), "TLĐ");
  const auto& hue = chronicle.territories.at(province_position("HUE"));
  chronicle.rename(hue.federation, "LĐLĐ thành phố Huế");
}

}  // namespace

Chronicle make_chronicle(Scale scale) {
  const bool small = scale == Scale::small;
  Chronicle chronicle(scale);
  begin_confederation(chronicle);
  for (int year = 2023; year <= 2026; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      const Date first = make_date(year, month, 1);
      if (first >= make_date(2026, 10, 1)) break;
      if (first == make_date(2024, 7, 1)) split_without_shares(chronicle, first);
      if (first == make_date(2025, 1, 1)) {
        rename_hue(chronicle);
        divide_while_standing(chronicle, first);
      }
      if (first == make_date(2025, 3, 1)) end_local_sectors_early(chronicle, "HDU", make_date(2025, 3, 3));
      if (first == make_date(2025, 7, 1)) merge_provinces(chronicle, first);
      if (first == make_date(2026, 4, 1)) split_commune(chronicle, "PTH", first);
      live_month(chronicle, year, month);
      if (first == make_date(2025, 6, 1)) end_administration(chronicle, make_date(2025, 6, 15));
      if (first == make_date(2025, 7, 1)) found_communes(chronicle, small ? 45 : 395, make_date(2025, 7, 21));
      if (first == make_date(2026, 1, 1)) found_communes(chronicle, small ? 6 : 60, make_date(2026, 1, 15));
    }
  }
  move_corporation(chronicle, make_date(2026, 10, 1));
  return chronicle;
}

}  // namespace nucong::demo

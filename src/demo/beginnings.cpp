// The confederation on 1 January 2023.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "demo/shape.hpp"

namespace nucong::demo {
namespace {

// Grassroots unions of the nation are many and small: the workforce at so many per mille of them, in order of
// size.
struct Quantile {
  std::int64_t permille;
  std::int64_t workers;
};
constexpr auto workforce = std::to_array<Quantile>(
    {{0, 15}, {100, 18}, {250, 24}, {500, 42}, {750, 90}, {900, 180}, {970, 470}, {995, 1300}, {1000, 3000}});

std::int32_t draw_workers(Dice& dice, const Trade& trade) {
  constexpr std::int64_t fewest = 15;
  const std::int64_t at = dice.below(1000);
  std::size_t i = 1;
  while (workforce[i].permille <= at) ++i;
  const auto& low = workforce[i - 1];
  const auto& high = workforce[i];
  const auto drawn =
      low.workers + (high.workers - low.workers) * (at - low.permille) / (high.permille - low.permille);
  return static_cast<std::int32_t>(std::max(fewest, drawn * trade.size / 1000));
}

// How one province is filled at each scale.
struct Measure {
  int grassroots;
  int districts;
  int zones;
  int local_sectors;
};

Measure measure_of(const Province& province, Scale scale) {
  if (scale == Scale::nation)
    return {province.weight * 97, province.districts,
            province.industry * province.weight / 60 + province.industry / 4, 4};
  return {std::max(5, province.weight * 87 / 100), std::max(1, province.districts / 8),
          province.industry >= 7 ? 1 : 0, province.weight >= 14 ? 1 : 0};
}

void found_upper(Chronicle& chronicle, const Province& province, std::uint8_t at, const Measure& measure) {
  constexpr auto sectors =
      std::to_array<std::string_view>({"ngành Giáo dục", "ngành Y tế", "Viên chức", "ngành Xây dựng"});
  auto& territory = chronicle.territories[at];
  Dice dice(seed_of(province.code), 1);
  for (int i = 0; i < measure.districts; ++i)
    territory.districts.push_back(chronicle.found(chronicle.next_code(province.code, "H"),
                                                  fmt::format("LĐLĐ huyện {} (mẫu)", place_name(dice)),
                                                  "district", territory.federation, at));
  for (int i = 0; i < measure.zones; ++i)
    territory.zones.push_back(
        chronicle.found(chronicle.next_code(province.code, "K"),
                        fmt::format("Công đoàn Khu công nghiệp {} (mẫu)", place_name(dice)), "zone",
                        territory.federation, at));
  for (int i = 0; i < measure.local_sectors; ++i)
    territory.local_sectors.push_back(chronicle.found(
        chronicle.next_code(province.code, "N"),
        fmt::format("Công đoàn {} {} (mẫu)", sectors[static_cast<std::size_t>(i)], province.name),
        "local_sector", territory.federation, at));
}

// Under whom a union of that trade stands before the district level ended.
Slot draw_parent(const Territory& territory, const Trade& trade, Slot home, Dice& dice) {
  const auto any = [&](const std::vector<Slot>& slots) {
    return slots[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(slots.size())))];
  };
  if (dice.happens(60)) return territory.federation;
  if (trade.sector == Sector::enterprise && !territory.zones.empty() && dice.happens(400))
    return any(territory.zones);
  if (trade.sector == Sector::public_service && !territory.local_sectors.empty() && dice.happens(250))
    return any(territory.local_sectors);
  return home;
}

void found_sections(Chronicle& chronicle, Slot slot) {
  constexpr std::int32_t large = 1800;
  if (chronicle.at(slot).workers < large) return;
  chronicle.at(slot).steady = true;
  const std::string code = chronicle.at(slot).code;
  for (int i = 1; i <= 3; ++i)
    chronicle.found(fmt::format("{}-B{}", code, i), fmt::format("Công đoàn bộ phận Phân xưởng {} (mẫu)", i),
                    "section", slot, chronicle.at(slot).province);
}

void begin_province(Chronicle& chronicle, std::uint8_t at) {
  const Province& province = provinces()[at];
  const Measure measure = measure_of(province, chronicle.scale());
  auto& territory = chronicle.territories[at];
  territory.in_charge = at;
  territory.federation = chronicle.found(std::string(province.code), fmt::format("LĐLĐ {}", province.name),
                                         "provincial", Slot{}, at);
  found_upper(chronicle, province, at, measure);
  struct Seedling {
    Slot parent;
    Slot home;
    std::size_t trade;
  };
  std::vector<Seedling> seedlings;
  Dice dice(seed_of(province.code), 2);
  for (int i = 0; i < measure.grassroots; ++i) {
    const std::size_t trade = draw_trade(dice, province.industry);
    const auto districts = static_cast<std::int64_t>(territory.districts.size());
    // The first districts are towns with twice as many unions.
    const auto drawn = std::min(dice.below(districts), dice.below(districts));
    const Slot home = territory.districts[static_cast<std::size_t>(drawn)];
    seedlings.push_back({draw_parent(territory, trades()[trade], home, dice), home, trade});
  }
  std::ranges::stable_sort(seedlings, {}, &Seedling::parent);
  for (const auto& seedling : seedlings)
    found_sections(chronicle,
                   found_grassroots(chronicle, seedling.parent, seedling.home, at, seedling.trade));
}

void begin_central(Chronicle& chronicle, std::string_view letter, std::string_view kind,
                   std::string_view name) {
  const bool small = chronicle.scale() == Scale::small;
  const std::string code = chronicle.next_code("TW", letter);
  const Slot upper = chronicle.found(code, std::string(name), kind, Slot{}, central_territory);
  Dice dice(seed_of(code), 2);
  const std::int64_t count = small ? 4 : dice.between(40, 90);
  for (std::int64_t i = 0; i < count; ++i) {
    std::size_t trade = draw_trade(dice, 7);
    if (kind == "ministry" && dice.happens(700))
      trade = static_cast<std::size_t>(std::ranges::find(trades(), Sector::administration, &Trade::sector) -
                                       trades().begin());
    found_grassroots(chronicle, upper, upper, central_territory, trade);
  }
}

}  // namespace

Slot found_grassroots(Chronicle& chronicle, Slot parent, Slot home, std::uint8_t territory,
                      std::size_t trade) {
  const bool central = territory == central_territory;
  const std::string prefix = central
                                 ? chronicle.at(home).code
                                 : std::string(provinces()[chronicle.territories[territory].in_charge].code);
  std::string code = chronicle.next_code(prefix, "");
  Dice dice(seed_of(code), 1);
  const auto number = static_cast<std::size_t>(dice.between(1, 99));
  const Trade& drawn = trades()[trade];
  const std::string_view kind = drawn.sector == Sector::informal ? "guild" : "grassroots";
  const Slot slot =
      chronicle.found(std::move(code), grassroots_name(drawn, dice, number), kind, parent, territory);
  Union& made = chronicle.at(slot);
  made.home = home;
  made.trade = static_cast<std::uint8_t>(trade);
  made.workers = draw_workers(dice, drawn);
  return slot;
}

void begin_confederation(Chronicle& chronicle) {
  chronicle.begin_act(make_date(2023, 1, 1), "TLĐ");
  chronicle.found_root("TLD", "Tổng Liên đoàn Lao động Việt Nam (mẫu)");
  for (std::size_t i = 0; i < provinces().size(); ++i)
    begin_province(chronicle, static_cast<std::uint8_t>(i));
  begin_central(chronicle, "N", "sector", "Công đoàn ngành Dệt May (mẫu)");
  begin_central(chronicle, "N", "sector", "Công đoàn ngành Giáo dục (mẫu)");
  begin_central(chronicle, "N", "sector", "Công đoàn ngành Công Thương (mẫu)");
  begin_central(chronicle, "N", "sector", "Công đoàn ngành Giao thông Xây dựng (mẫu)");
  begin_central(chronicle, "T", "corporation", "Công đoàn Tập đoàn Sao Khuê (giả định)");
  begin_central(chronicle, "T", "corporation", "Công đoàn Tổng công ty Hải Âu (giả định)");
  begin_central(chronicle, "T", "corporation", "Công đoàn Tổng công ty Lúa Vàng (giả định)");
  begin_central(chronicle, "B", "ministry", "Công đoàn Bộ thứ nhất (giả định)");
  begin_central(chronicle, "B", "ministry", "Công đoàn Bộ thứ hai (giả định)");
  begin_central(chronicle, "B", "ministry", "Công đoàn Cơ quan trung ương (giả định)");
}

}  // namespace nucong::demo

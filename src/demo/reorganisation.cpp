// The year 2025 and what followed: administration, provinces and districts, commune unions.
#include <algorithm>

#include <fmt/format.h>

#include "demo/shape.hpp"

namespace nucong::demo {
namespace {

bool is_of_administration(const Union& one) {
  return trades()[one.trade].sector == Sector::administration;
}

void close_all(Chronicle& chronicle, std::vector<Slot>& slots) {
  for (const Slot slot : slots) chronicle.close(slot);
  slots.clear();
}

// The standing grassroots unions of `parents` come under the provincial federation in charge.
void bring_to_province(Chronicle& chronicle, const std::vector<Slot>& parents) {
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i) {
    const Union& one = chronicle.unions()[i];
    if (!one.is_grassroots() || !one.stands()) continue;
    if (!std::ranges::binary_search(parents, one.parent)) continue;
    chronicle.move(Slot(i), chronicle.territories[one.province].federation);
  }
}

// Zones with much industry go on, under the province that takes theirs in.
void end_small_zones(Chronicle& chronicle, Territory& territory) {
  std::vector<Slot> ending;
  for (const Slot zone : territory.zones)
    if (Dice(chronicle.at(zone).seed, 2025).happens(400)) ending.push_back(zone);
  std::erase_if(territory.zones, [&](Slot zone) { return std::ranges::find(ending, zone) != ending.end(); });
  for (const Slot zone : ending) chronicle.close(zone);
}

std::vector<Slot> ending_parents(Chronicle& chronicle) {
  std::vector<Slot> parents;
  for (const auto& territory : chronicle.territories) {
    parents.insert(parents.end(), territory.districts.begin(), territory.districts.end());
    parents.insert(parents.end(), territory.local_sectors.begin(), territory.local_sectors.end());
    for (const Slot zone : territory.zones)
      if (Dice(chronicle.at(zone).seed, 2025).happens(400)) parents.push_back(zone);
  }
  std::ranges::sort(parents);
  return parents;
}

// A neighbourhood that may get a commune union: the grassroots unions of a former district that the province
// directs itself.
struct Neighbourhood {
  Slot district;
  std::uint8_t territory = 0;
  std::vector<Slot> grassroots;
  std::size_t communes = 0;
};

std::vector<Neighbourhood> neighbourhoods(Chronicle& chronicle) {
  std::map<Slot, Neighbourhood> found;
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i) {
    const Union& one = chronicle.unions()[i];
    if (!one.is_grassroots() || !one.stands() || one.province == central_territory) continue;
    if (one.parent != chronicle.territories[one.province].federation) continue;
    auto& neighbourhood = found[one.home];
    neighbourhood.district = one.home;
    neighbourhood.territory = one.province;
    neighbourhood.grassroots.push_back(Slot(i));
  }
  std::vector<Neighbourhood> all;
  for (auto& [district, neighbourhood] : found) all.push_back(std::move(neighbourhood));
  return all;
}

void found_communes_in(Chronicle& chronicle, const Neighbourhood& place) {
  const Territory& territory = chronicle.territories[place.territory];
  Dice dice(chronicle.at(place.district).seed, chronicle.unions().size());
  // A good part stays with the province itself.
  const std::size_t moving = place.grassroots.size() * 3 / 4;
  for (std::size_t i = 0; i < place.communes; ++i) {
    const std::string_view word = dice.happens(500) ? "phường" : "xã";
    const Slot commune = chronicle.found(chronicle.next_code(provinces()[territory.in_charge].code, "X"),
                                         fmt::format("Công đoàn {} {} (mẫu)", word, place_name(dice)),
                                         "commune", territory.federation, place.territory);
    chronicle.communes_of[place.district].push_back(commune);
    for (std::size_t k = moving * i / place.communes; k < moving * (i + 1) / place.communes; ++k)
      chronicle.move(place.grassroots[k], commune);
  }
}

}  // namespace

void end_administration(Chronicle& chronicle, Date date) {
  chronicle.begin_act(date, "TLĐ");
  std::vector<Slot> ministries;
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i) {
    const Union one = chronicle.unions()[i];
    if (!one.stands()) continue;
    if (one.kind == "ministry") ministries.push_back(Slot(i));
    if (!one.is_grassroots()) continue;
    const bool of_ministry = chronicle.at(one.parent).kind == "ministry";
    if (is_of_administration(one) && !one.steady)
      chronicle.close(Slot(i));
    else if (of_ministry)
      chronicle.move(Slot(i), chronicle.territories.at(province_position("HNI")).federation);
  }
  close_all(chronicle, ministries);
}

void end_local_sectors_early(Chronicle& chronicle, std::string_view province, Date date) {
  auto& territory = chronicle.territories.at(province_position(province));
  chronicle.begin_act(date, "LĐLĐ");
  bring_to_province(chronicle, territory.local_sectors);
  close_all(chronicle, territory.local_sectors);
}

void merge_provinces(Chronicle& chronicle, Date date) {
  chronicle.begin_act(date, "TLĐ");
  bring_to_province(chronicle, ending_parents(chronicle));
  for (auto& territory : chronicle.territories) {
    for (const Slot district : territory.districts) chronicle.close(district);
    close_all(chronicle, territory.local_sectors);
    end_small_zones(chronicle, territory);
  }
  for (std::size_t i = 0; i < provinces().size(); ++i) {
    if (provinces()[i].into.empty()) continue;
    const std::size_t into = province_position(provinces()[i].into);
    chronicle.merge(chronicle.territories[i].federation, chronicle.territories[into].federation);
    chronicle.territories[i].federation = chronicle.territories[into].federation;
    chronicle.territories[i].in_charge = static_cast<std::uint8_t>(into);
  }
}

void found_communes(Chronicle& chronicle, std::size_t count, Date date) {
  chronicle.begin_act(date, "TLĐ");
  auto places = neighbourhoods(chronicle);
  // The next commune union goes where one of them would direct most grassroots unions.
  const auto each = [](const Neighbourhood& place) { return place.grassroots.size() / (place.communes + 1); };
  for (std::size_t i = 0; i < count; ++i) ++std::ranges::max_element(places, {}, each)->communes;
  for (const auto& place : places) found_communes_in(chronicle, place);
}

void split_commune(Chronicle& chronicle, std::string_view province, Date date) {
  chronicle.begin_act(date, "TLĐ");
  const std::size_t position = province_position(province);
  const auto in_province = [&](const auto& entry) { return chronicle.at(entry.first).province == position; };
  const auto place = std::ranges::find_if(chronicle.communes_of, in_province);
  ENSURE(place != chronicle.communes_of.end());
  const Slot whole = place->second.front();
  const Slot federation = chronicle.at(whole).parent;
  const auto part = [&](std::string_view name) {
    return chronicle.found(chronicle.next_code(province, "X"), fmt::format("Công đoàn {} (mẫu)", name),
                           "commune", federation, static_cast<std::uint8_t>(position));
  };
  const Slot one = part("phường Sông Quế Đông");
  const Slot other = part("phường Sông Quế Tây");
  std::size_t moved = 0;
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i)
    if (chronicle.unions()[i].parent == whole && chronicle.unions()[i].stands())
      chronicle.move(Slot(i), moved++ % 5 < 3 ? one : other);
  const Chronicle::Part parts[] = {{one, Decimal::scaled(6, 1)}, {other, Decimal::scaled(4, 1)}};
  chronicle.split(whole, parts);
  place->second.front() = one;
  place->second.push_back(other);
}

void move_corporation(Chronicle& chronicle, Date date) {
  chronicle.begin_act(date, "TLĐ");
  const auto first_of = [&](std::string_view kind) {
    return Slot(static_cast<std::size_t>(std::ranges::find(chronicle.unions(), kind, &Union::kind) -
                                         chronicle.unions().begin()));
  };
  chronicle.move(first_of("corporation"), first_of("sector"));
}

}  // namespace nucong::demo

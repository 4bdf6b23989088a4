// What happens in any month: unions are founded, renamed, joined, closed.
#include <algorithm>
#include <cstdlib>

#include "demo/shape.hpp"

namespace nucong::demo {
namespace {

std::size_t drawn_position(const Chronicle& chronicle, Dice& dice) {
  return static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(chronicle.unions().size())));
}

bool may_change(const Union& one) {
  return one.is_grassroots() && one.stands() && !one.steady;
}

void close_some(Chronicle& chronicle, std::uint64_t month) {
  constexpr std::uint64_t closing = 3;
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i) {
    const Union& one = chronicle.unions()[i];
    if (may_change(one) && Dice(one.seed, month, closing).happens(1)) chronicle.close(Slot(i));
  }
}

void rename_some(Chronicle& chronicle, std::int64_t count, Dice& dice) {
  for (std::int64_t i = 0; i < count; ++i) {
    const Slot slot(drawn_position(chronicle, dice));
    if (!may_change(chronicle.at(slot))) continue;
    const Trade& trade = trades()[chronicle.at(slot).trade];
    chronicle.at(slot).steady = true;  // one change of name is enough of a story
    chronicle.rename(slot, grassroots_name(trade, dice, static_cast<std::size_t>(dice.between(100, 199))));
  }
}

// A union goes into its neighbour under the same parent.
void merge_some(Chronicle& chronicle, std::int64_t count, Dice& dice, Quarter quarter) {
  for (std::int64_t i = 0; i < count; ++i) {
    const Slot slot(drawn_position(chronicle, dice));
    if (slot.value + 1 >= chronicle.unions().size()) continue;
    const Slot into(std::size_t{slot.value} + 1);
    if (!may_change(chronicle.at(slot)) || !may_change(chronicle.at(into))) continue;
    if (chronicle.at(slot).parent != chronicle.at(into).parent) continue;
    Union& heir = chronicle.at(into);
    heir.steady = true;
    heir.resized = quarter;
    heir.resized_permille = 1000 + chronicle.at(slot).workers * 1000 / heir.workers;
    chronicle.merge(slot, into);
  }
}

// Under a commune union of the neighbourhood where there is one, else under whoever is in charge of it.
Slot parent_of_newcomer(Chronicle& chronicle, const Territory& territory, Slot home, Dice& dice) {
  if (!territory.zones.empty() && dice.happens(300))
    return territory
        .zones[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(territory.zones.size())))];
  if (chronicle.at(home).stands()) return home;
  const auto communes = chronicle.communes_of.find(home);
  if (communes == chronicle.communes_of.end() || dice.happens(300)) return territory.federation;
  return communes
      ->second[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(communes->second.size())))];
}

void found_some(Chronicle& chronicle, std::int64_t count, Dice& dice) {
  int total = 0;
  for (const auto& province : provinces()) total += province.weight;
  for (std::int64_t i = 0; i < count; ++i) {
    auto left = dice.below(total);
    std::size_t drawn = 0;
    while (left >= provinces()[drawn].weight) left -= provinces()[drawn++].weight;
    const Territory& territory = chronicle.territories[drawn];
    const Slot home = territory.districts[static_cast<std::size_t>(
        dice.below(static_cast<std::int64_t>(territory.districts.size())))];
    std::size_t trade = draw_trade(dice, provinces()[drawn].industry);
    while (trades()[trade].sector == Sector::administration)
      trade = draw_trade(dice, provinces()[drawn].industry);
    const Slot parent = parent_of_newcomer(chronicle, territory, home, dice);
    found_grassroots(chronicle, parent, home, static_cast<std::uint8_t>(drawn), trade);
  }
}

// A grassroots union of some size that nothing else happens to.
Slot one_of_size(Chronicle& chronicle, std::string_view province, std::int32_t workers) {
  const std::size_t territory = province_position(province);
  std::size_t best = 0;
  const auto apart = [&](std::size_t i) { return std::abs(chronicle.unions()[i].workers - workers); };
  for (std::size_t i = 0; i < chronicle.unions().size(); ++i) {
    const Union& one = chronicle.unions()[i];
    if (may_change(one) && one.province == territory && trades()[one.trade].sector == Sector::enterprise &&
        (best == 0 || apart(i) < apart(best)))
      best = i;
  }
  ENSURE(best != 0);
  return Slot(best);
}

Slot found_part(Chronicle& chronicle, Slot whole, std::int32_t permille) {
  const Union from = chronicle.at(whole);
  const Slot part = found_grassroots(chronicle, from.parent, from.home, from.province, from.trade);
  Union& made = chronicle.at(part);
  made.workers = std::max(15, from.workers * permille / 1000);
  made.steady = true;
  made.fresh = false;
  return part;
}

}  // namespace

void live_month(Chronicle& chronicle, int year, unsigned month) {
  if (year == 2023 && month == 1) return;
  const auto index = static_cast<std::uint64_t>(year) * 12 + month;
  const Date date = make_date(year, month, 10);
  const bool small = chronicle.scale() == Scale::small;
  Dice dice(seed_of("month"), index);
  chronicle.begin_act(date, "LĐLĐ");
  close_some(chronicle, index);
  rename_some(chronicle, small ? 1 : 20, dice);
  merge_some(chronicle, small ? 1 : 12, dice, quarter_of(date));
  const std::int64_t founded = year == 2025 ? 430 : 350;
  found_some(chronicle, small ? 3 : founded, dice);
}

void split_without_shares(Chronicle& chronicle, Date date) {
  chronicle.begin_act(date, "LĐLĐ");
  const Slot whole = one_of_size(chronicle, "THO", 400);
  const Slot one = found_part(chronicle, whole, 550);
  const Slot other = found_part(chronicle, whole, 450);
  const Chronicle::Part parts[] = {{one, std::nullopt}, {other, std::nullopt}};
  chronicle.split(whole, parts);
}

void divide_while_standing(Chronicle& chronicle, Date date) {
  chronicle.begin_act(date, "LĐLĐ");
  const Slot whole = one_of_size(chronicle, "BNI", 900);
  const Slot part = found_part(chronicle, whole, 350);
  chronicle.at(whole).steady = true;
  chronicle.at(whole).resized = quarter_of(date);
  chronicle.at(whole).resized_permille = 650;
  const Chronicle::Part parts[] = {{whole, Decimal::scaled(65, 2)}, {part, Decimal::scaled(35, 2)}};
  chronicle.split(whole, parts);
}

}  // namespace nucong::demo

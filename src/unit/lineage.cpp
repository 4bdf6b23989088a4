#include "unit/lineage.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace nucong::unit {

std::string_view name_of(Line line) {
  constexpr std::array<std::string_view, 4> names = {"own", "closed", "undivided", "founded_later"};
  return names.at(static_cast<std::size_t>(line));
}

namespace {

// amount × share for each share, by largest remainder; the shares sum to 1. Ties go to the earlier share.
std::vector<std::int64_t> divided(std::int64_t amount, const std::vector<Decimal>& shares) {
  __extension__ typedef __int128 Wide;
  Wide unit = 1;
  for (int i = 0; i < Decimal::scale_max; ++i) unit *= 10;
  std::vector<std::int64_t> parts;
  std::vector<std::pair<Wide, std::size_t>> remainders;
  std::int64_t given = 0;
  const Wide magnitude = amount < 0 ? -Wide{amount} : Wide{amount};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Wide exact = magnitude * shares[i].in_units_of(Decimal::scale_max).value();
    parts.push_back(static_cast<std::int64_t>(exact / unit));
    given += parts.back();
    remainders.emplace_back(-(exact % unit), i);
  }
  std::ranges::sort(remainders);
  const auto left = static_cast<std::int64_t>(magnitude) - given;
  ENSURE(left >= 0 && left <= static_cast<std::int64_t>(shares.size()));
  for (std::int64_t i = 0; i < left; ++i) ++parts[remainders[static_cast<std::size_t>(i)].second];
  if (amount < 0)
    for (auto& part : parts) part = -part;
  return parts;
}

}  // namespace

Lineage::Lineage(const Tree& tree) : tree_(tree), marks_(tree.history().size() / 64 + 1) {
  ENSURE(!tree.order().empty());
  mark_others();
  std::uint32_t marked = 0;
  for (Marks& marks : marks_) {
    marks.before = marked;
    marked += static_cast<std::uint32_t>(std::popcount(marks.others));
  }
  elsewhere_.reserve(marked);
  for (std::size_t word = 0; word < marks_.size(); ++word)
    for (std::uint64_t left = marks_[word].others; left != 0; left &= left - 1)
      elsewhere_.push_back(find_whole(Slot(word * 64 + static_cast<std::size_t>(std::countr_zero(left)))));
}

void Lineage::mark_others() {
  const auto mark = [this](std::size_t slot) { marks_[slot / 64].others |= std::uint64_t{1} << slot % 64; };
  const auto positions = tree_.positions();
  for (std::size_t slot = 0; slot < positions.size(); ++slot)
    if (positions[slot] == Tree::nowhere) mark(slot);
  const History& history = tree_.history();
  for (const Slot slot : history.handed_on())
    if (tree_.has(slot) && history.unit(slot).handovers.front().date <= tree_.day()) mark(slot.value);
}

std::optional<Landing> Lineage::whole(Slot slot) const {
  ENSURE(slot.value < tree_.positions().size());
  const Marks& marks = marks_[slot.value / 64];
  const std::uint64_t bit = std::uint64_t{1} << slot.value % 64;
  if ((marks.others & bit) == 0) return Landing{slot, Line::own};
  return elsewhere_[marks.before + static_cast<std::size_t>(std::popcount(marks.others & (bit - 1)))];
}

std::optional<Landing> Lineage::find_whole(Slot slot) const {
  if (tree_.history().founded(slot) > tree_.day()) return back(slot);
  // What is handed on to several is divided; one heir with all of it is followed, whatever the date.
  Slot at = slot;
  for (;;) {
    const Unit& now = tree_.history().unit(at);
    const Handover* handover = nullptr;
    for (const auto& candidate : now.handovers)
      if (candidate.date <= tree_.day()) {
        if (!now.ended || &candidate != &now.handovers.back()) return std::nullopt;
        handover = &candidate;
      }
    if (handover == nullptr) return Landing{at, Line::own};
    if (handover->heirs.empty())
      return Landing{resting_place(now.phase_on(handover->date).parent), Line::closed};
    if (handover->heirs.size() > 1 || handover->heirs[0].share != Decimal{1}) return std::nullopt;
    at = handover->heirs[0].unit;
  }
}

void Lineage::land(Slot slot, Date figure_day, std::int64_t amount, std::vector<Part>& out) const {
  if (const auto known = whole(slot)) {
    out.push_back({*known, amount});
    return;
  }
  forward(slot, figure_day, amount, out);
}

void Lineage::forward(Slot slot, Date since, std::int64_t amount, std::vector<Part>& out) const {
  const Unit& unit = tree_.history().unit(slot);
  for (const auto& handover : unit.handovers) {
    if (handover.date > tree_.day()) break;
    const bool final = unit.ended && &handover == &unit.handovers.back();
    if (!final && handover.date <= since) continue;  // counted after the part had gone
    hand_on(slot, handover, since, amount, out);
    return;
  }
  out.push_back({{slot, Line::own}, amount});
}

void Lineage::hand_on(Slot slot, const Handover& handover, Date since, std::int64_t amount,
                      std::vector<Part>& out) const {
  const auto parent = tree_.history().unit(slot).phase_on(handover.date).parent;
  if (handover.heirs.empty()) {
    out.push_back({{resting_place(parent), Line::closed}, amount});
    return;
  }
  std::vector<Decimal> shares;
  Decimal rest = 1;
  for (const auto& heir : handover.heirs) {
    shares.push_back(heir.share.value_or(Decimal{0}));
    rest = rest - shares.back();
  }
  shares.push_back(rest);
  const auto parts = divided(amount, shares);
  const Date then = std::max(since, handover.date);
  for (std::size_t i = 0; i < handover.heirs.size(); ++i)
    if (handover.heirs[i].share) forward(handover.heirs[i].unit, then, parts[i], out);
  if (!rest.is_zero()) out.push_back({{resting_place(parent), Line::undivided}, parts.back()});
}

// A unit that on the tree's day is still to be founded: back to the unit it was split from, else to the line
// of its parent.
Landing Lineage::back(Slot slot) const {
  const History& history = tree_.history();
  Line line = Line::own;
  for (;;) {
    const Date founded = history.founded(slot);
    if (founded <= tree_.day()) return {tree_.has(slot) ? slot : resting_place(slot), line};
    if (const auto origin = history.unit(slot).origin) {
      slot = *origin;
      continue;
    }
    line = Line::founded_later;
    const auto first_parent = history.parent_on(slot, founded);
    ENSURE(first_parent.has_value());
    slot = *first_parent;
  }
}

// The nearest unit upwards that stands: a successor of the parent, or a parent of it.
Slot Lineage::resting_place(std::optional<Slot> slot) const {
  const History& history = tree_.history();
  while (slot && !tree_.has(*slot)) {
    const Unit& unit = history.unit(*slot);
    if (unit.founded > tree_.day()) return back(*slot).at;
    const Handover& last = unit.handovers.back();
    const bool merged = last.heirs.size() == 1 && last.heirs[0].share == Decimal{1};
    slot = merged ? std::optional{last.heirs[0].unit} : unit.phases.back().parent;
  }
  return slot.value_or(tree_.order().front());
}

}  // namespace nucong::unit

#include "rollup/ground.hpp"

#include <algorithm>

namespace nucong::rollup {

Ground::Ground(const unit::History& history, Date day) : tree_(history, day), lineage_(tree_) {
  position_.reserve(history.size());
  manner_.reserve(history.size());
  for (std::size_t i = 0; i < history.size(); ++i) {
    const auto landing = lineage_.whole(Slot(i));
    if (!landing) divided_.emplace_back(i);
    position_.push_back(landing ? tree_.position(landing->at) : unit::Tree::nowhere);
    manner_.push_back(!landing                           ? Manner::divided
                      : landing->line == unit::Line::own ? Manner::own
                                                         : Manner::rest);
  }
  kind_of_.reserve(positions());
  for (const Slot slot : tree_.order()) {
    const std::string_view kind = tree_.phase(slot).kind;
    auto known = std::ranges::find(kinds_, kind);
    if (known == kinds_.end()) known = kinds_.insert(known, kind);
    kind_of_.push_back(static_cast<std::uint16_t>(known - kinds_.begin()));
  }
}

Marked::Words Ground::of_kinds(std::span<const std::string> kinds) const {
  std::vector<bool> wanted;
  for (const auto kind : kinds_) wanted.push_back(std::ranges::find(kinds, kind) != kinds.end());
  auto bits = Marked::none(positions());
  for (std::uint32_t at = 0; at < positions(); ++at)
    if (wanted[kind_of_[at]]) put_bit(bits, at, true);
  return bits;
}

std::size_t Ground::bytes() const {
  // The tree's own arrays with ours; of the lineage only the few units are kept that do not simply stand.
  constexpr std::size_t by_slot = sizeof(std::uint32_t) * 2 + sizeof(Manner);
  constexpr std::size_t by_position =
      sizeof(Slot) + sizeof(std::uint32_t) + sizeof(std::uint8_t) + sizeof(std::uint16_t);
  return sizeof *this + position_.size() * by_slot + kind_of_.size() * by_position;
}

}  // namespace nucong::rollup

#include "unit/detail/codes.hpp"

#include <algorithm>
#include <functional>

namespace nucong::unit::detail {
namespace {

std::uint32_t hash_of(std::string_view code) {
  const std::uint64_t hash = std::hash<std::string_view>{}(code);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

std::string_view Codes::code(Slot slot) const {
  const std::uint32_t begin = slot.value == 0 ? 0 : ends_[slot.value - 1];
  return std::string_view(text_).substr(begin, ends_[slot.value] - begin);
}

// Where the code stands in the table, or the free entry where it would.
std::size_t Codes::entry_of(std::string_view code_sought, std::uint32_t hash) const {
  std::size_t at = hash & (table_.size() - 1);
  while (table_[at].slot != no_slot &&
         (table_[at].hash != hash || code(Slot(table_[at].slot)) != code_sought))
    at = (at + 1) & (table_.size() - 1);
  return at;
}

std::optional<Slot> Codes::find(std::string_view code_sought) const {
  if (table_.empty()) return std::nullopt;
  const Entry& entry = table_[entry_of(code_sought, hash_of(code_sought))];
  if (entry.slot == no_slot) return std::nullopt;
  return Slot(entry.slot);
}

bool Codes::add(std::string_view code_added) {
  if ((size() + 1) * 2 > table_.size()) grow();
  const std::uint32_t hash = hash_of(code_added);
  Entry& entry = table_[entry_of(code_added, hash)];
  if (entry.slot != no_slot) return false;
  entry = {hash, static_cast<std::uint32_t>(size())};
  text_ += code_added;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  return true;
}

void Codes::grow() {
  constexpr std::size_t smallest = 64;
  std::vector<Entry> wider(std::max(table_.size() * 2, smallest));
  for (const Entry& entry : table_) {
    if (entry.slot == no_slot) continue;
    std::size_t at = entry.hash & (wider.size() - 1);
    while (wider[at].slot != no_slot) at = (at + 1) & (wider.size() - 1);
    wider[at] = entry;
  }
  table_ = std::move(wider);
}

// Eight bytes of the code as a number of the same order. A code holds no zero byte, so a shorter one is less.
std::uint64_t Codes::key_at(Slot slot, std::size_t from) const {
  const std::string_view text = code(slot);
  std::uint64_t key = 0;
  for (std::size_t i = from; i < from + 8; ++i)
    key = key << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return key;
}

// By eight bytes at a time: codes of one branch begin alike, and numbers compare faster than strings. No two
// codes are equal, so it ends with the longest.
void Codes::sort_from(std::span<Keyed> run, std::size_t from) const {
  for (Keyed& keyed : run) keyed.key = key_at(keyed.slot, from);
  std::ranges::sort(run, {}, &Keyed::key);
  for (std::size_t begin = 0; begin < run.size();) {
    std::size_t end = begin + 1;
    while (end < run.size() && run[end].key == run[begin].key) ++end;
    if (end - begin > 1) sort_from(run.subspan(begin, end - begin), from + 8);
    begin = end;
  }
}

void Codes::sort() {
  std::vector<Keyed> added;
  for (std::size_t i = by_code_.size(); i < size(); ++i) added.push_back({0, Slot(i)});
  if (added.empty()) return;
  sort_from(added, 0);
  // From the last to the first, each to its place: few newcomers are compared with few of the others.
  std::size_t old_end = by_code_.size();
  by_code_.resize(size());
  for (std::size_t left = added.size(); left > 0; --left) {
    const Slot slot = added[left - 1].slot;
    const std::span<const Slot> old(by_code_.data(), old_end);
    const auto after =
        std::ranges::upper_bound(old, code(slot), {}, [this](Slot other) { return code(other); });
    const auto before = static_cast<std::size_t>(after - old.begin());
    std::copy_backward(by_code_.begin() + static_cast<std::ptrdiff_t>(before),
                       by_code_.begin() + static_cast<std::ptrdiff_t>(old_end),
                       by_code_.begin() + static_cast<std::ptrdiff_t>(old_end + left));
    by_code_[before + left - 1] = slot;
    old_end = before;
  }
}

}  // namespace nucong::unit::detail

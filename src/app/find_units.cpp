#include "app/find_units.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace nucong::app {

UnitIndex::UnitIndex(std::shared_ptr<const unit::Tree> tree) : tree_(std::move(tree)) {
  const auto& history = tree_->history();
  entries_.reserve(tree_->order().size());
  for (const Slot slot : history.by_code()) {
    if (!tree_->has(slot)) continue;
    Entry entry{slot, static_cast<std::uint32_t>(folded_.size())};
    folded_ += folded(history.unit(slot).code);
    entry.name_at = static_cast<std::uint32_t>(folded_.size());
    folded_ += folded(tree_->phase(slot).name);
    entry.end = static_cast<std::uint32_t>(folded_.size());
    entry.marked_at = static_cast<std::uint32_t>(marked_.size());
    marked_ += tone_key(tree_->phase(slot).name) + '\n';
    entries_.push_back(entry);
  }
}

std::optional<Fit> UnitIndex::fit_of(const Entry& entry, std::string_view text) const {
  const std::string_view all(folded_);
  const auto code = all.substr(entry.code_at, entry.name_at - entry.code_at);
  const auto name = all.substr(entry.name_at, entry.end - entry.name_at);
  const auto at = name.find(text);
  if (at == std::string_view::npos) {
    if (code == text) return Fit::code;
    if (code.starts_with(text)) return Fit::beginning;
    return code.find(text) == std::string_view::npos ? std::nullopt : std::optional(Fit::within);
  }
  if (code == text) return Fit::code;
  if (name == text) return Fit::name;
  if (at == 0 || code.starts_with(text)) return Fit::beginning;
  for (auto word = at; word != std::string_view::npos; word = name.find(text, word + 1))
    if (name[word - 1] == ' ') return Fit::word;
  return Fit::within;
}

std::string_view UnitIndex::marked_name(const Entry& entry) const {
  const std::string_view from_here = std::string_view(marked_).substr(entry.marked_at);
  return from_here.substr(0, from_here.find('\n'));
}

namespace {

bool is_seen(const UnitSearch& search, std::uint32_t at) {
  return !search.seen ||
         std::ranges::any_of(*search.seen, [&](const unit::Run& run) { return run.contains(at); });
}

}  // namespace

std::vector<FoundUnit> UnitIndex::find(const UnitSearch& search) const {
  const std::string looked_for = folded(trimmed(search.text));
  const std::string as_typed = tone_key(trimmed(search.text));
  const bool has_marks = as_typed != looked_for;
  const auto& history = tree_->history();
  const auto run = search.branch ? tree_->branch(*search.branch)
                                 : unit::Run{0, static_cast<std::uint32_t>(tree_->order().size())};
  // One list for each rank: entries stand by code, so each fills in its final order, and no further than
  // asked.
  std::array<std::vector<Slot>, Rank::end> found;
  for (const Entry& entry : entries_) {
    const auto fit = looked_for.empty() ? std::optional(Fit::everything) : fit_of(entry, looked_for);
    const auto at = tree_->position(entry.unit);
    if (!fit || !run.contains(at) || !is_seen(search, at)) continue;
    const bool marks_differ = has_marks && marked_name(entry).find(as_typed) == std::string_view::npos;
    const Rank rank{marks_differ, *fit};
    if (search.after && rank < *search.after) continue;
    if (search.after == rank && history.unit(entry.unit).code <= search.after_code) continue;
    if (!search.kind.empty() && tree_->phase(entry.unit).kind != search.kind) continue;
    auto& same = found.at(rank.place());
    if (same.size() < search.limit) same.push_back(entry.unit);
  }
  std::vector<FoundUnit> page;
  for (unsigned place = 0; place < Rank::end; ++place)
    for (const Slot unit : found.at(place))
      if (page.size() < search.limit) page.push_back({Rank::at(place), unit});
  return page;
}

}  // namespace nucong::app

// The order of a replay: slots by recording, steps by date, and what is known only at the end of a day.
#include "unit/detail/replay.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "unit/detail/facts.hpp"

namespace nucong::unit::detail {

namespace {

bool is_code(std::string_view code) {
  constexpr std::size_t longest = 64;
  if (code.empty() || code.size() > longest) return false;
  return std::ranges::all_of(code, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 ||
           std::string_view("._-/").find(c) != std::string_view::npos;
  });
}

// Order of dates, order of recording within a day.
std::vector<const UnitEvent*> by_date(std::span<const UnitEvent> events) {
  std::vector<const UnitEvent*> order;
  order.reserve(events.size());
  for (const auto& event : events) order.push_back(&event);
  const auto date = [](const UnitEvent* event) { return event->date; };
  if (!std::ranges::is_sorted(order, {}, date)) std::ranges::stable_sort(order, {}, date);
  return order;
}

}  // namespace

Replay::Replay(const History& known) : data_(std::make_shared<History::Data>(*known.data_)) {
  children_.resize(known.size());
  for (std::size_t i = 0; i < known.size(); ++i)
    if (const auto parent = data_->lives.parent(Slot(i)); parent && !data_->lives.has_ended(Slot(i)))
      children_.attach(Slot(i), *parent);
  heirs_.insert(data_->last_heirs.begin(), data_->last_heirs.end());
}

Result<> Replay::run(std::span<const UnitEvent> events) {
  std::vector<std::uint64_t> prints;
  prints.reserve(events.size());
  for (const auto& event : events) prints.push_back(fingerprint(event));
  if (const auto* twice = repeated(events, prints)) return refused(ErrorCode::unit_event_twice, *twice);
  TRY(give_slots(events));
  const auto order = by_date(events);
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    while (end < order.size() && order[end]->date == order[begin]->date) ++end;
    begin_day(order[begin]->date);
    TRY(run_day(std::span(order).subspan(begin, end - begin)));
    begin = end;
  }
  for (std::size_t i = 0; i < events.size(); ++i)
    if (events[i].date == data_->epochs.back()) data_->last_facts.push_back(prints[i]);
  std::ranges::sort(data_->last_facts);
  data_->recorded_events += events.size();
  return ok();
}

Result<> Replay::give_slots(std::span<const UnitEvent> events) {
  for (const auto& event : events) {
    if (event.kind != EventKind::found) continue;
    if (!is_code(event.unit)) return refused(ErrorCode::unit_code_malformed, event);
    if (!codes_) data_->codes = codes_ = std::make_shared<Codes>(*data_->codes);
    if (!codes_->add(event.unit)) return refused(ErrorCode::unit_code_taken, event);
    data_->units.add({event.unit, event.date, {}, {}, {}, {}});
    data_->lives.add(event.date);
  }
  children_.resize(data_->units.size());
  return ok();
}

void Replay::begin_day(Date date) {
  if (!data_->epochs.empty() && data_->epochs.back() == date) return;
  data_->epochs.push_back(date);
  data_->last_facts.clear();
  heirs_.clear();
}

// A split waits for its last row, when every successor has been founded.
Result<> Replay::run_day(std::span<const UnitEvent* const> events) {
  std::map<std::string_view, Rows> splits;
  for (const auto* event : events)
    if (event->kind == EventKind::split) splits[event->unit].push_back(event);
  for (const auto* event : events) {
    if (event->kind != EventKind::split) {
      TRY(apply(*event));
    } else if (const Rows& rows = splits.at(event->unit); rows.back() == event) {
      TRY(split(rows));
    }
  }
  return ok();
}

History Replay::finish() {
  if (codes_) codes_->sort();
  std::ranges::sort(handed_on_);
  auto& known = data_->handed_on;
  const auto middle = static_cast<std::ptrdiff_t>(known.size());
  known.insert(known.end(), handed_on_.begin(), handed_on_.end());
  std::inplace_merge(known.begin(), known.begin() + middle, known.end());
  data_->last_heirs.assign(heirs_.begin(), heirs_.end());
  return History(data_);
}

}  // namespace nucong::unit::detail

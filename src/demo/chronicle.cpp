#include "demo/chronicle.hpp"

#include <fmt/format.h>

namespace nucong::demo {

using unit::EventKind;
using unit::UnitEvent;

Quarter quarter_of(Date day) {
  const std::chrono::year_month_day d{day};
  return (static_cast<int>(d.year()) - 2023) * 4 +
         static_cast<int>((static_cast<unsigned>(d.month()) - 1) / 3);
}

void Chronicle::begin_act(Date date, std::string_view issuer) {
  date_ = date;
  Dice dice(seed_of(issuer), static_cast<std::uint64_t>(date.time_since_epoch().count()));
  decision_ = fmt::format("{}/QĐ-{} (mẫu)", dice.between(100, 3999), issuer);
  acts_.emplace_back();
}

std::string Chronicle::next_code(std::string_view prefix, std::string_view letter) {
  const unsigned number = ++numbers_[fmt::format("{}-{}", prefix, letter)];
  return letter.empty() ? fmt::format("{}-{:04}", prefix, number)
                        : fmt::format("{}-{}{:02}", prefix, letter, number);
}

UnitEvent& Chronicle::record(EventKind kind, Slot slot) {
  UnitEvent event;
  event.date = date_;
  event.kind = kind;
  event.unit = at(slot).code;
  event.decision = decision_;
  return acts_.back().emplace_back(std::move(event));
}

Union& Chronicle::add(std::string code, std::string_view kind, Slot parent, std::uint8_t province) {
  Union made;
  made.seed = seed_of(code);
  made.code = std::move(code);
  made.kind = kind;
  made.parent = parent;
  made.founded = date_;
  made.province = province;
  return unions_.emplace_back(std::move(made));
}

void Chronicle::found_root(std::string code, std::string name) {
  add(std::move(code), "confederation", Slot{}, central_territory);
  UnitEvent& event = record(EventKind::found, Slot{});
  event.name = std::move(name);
  event.unit_kind = "confederation";
}

Slot Chronicle::found(std::string code, std::string name, std::string_view kind, Slot parent,
                      std::uint8_t province) {
  const Slot slot(unions_.size());
  add(std::move(code), kind, parent, province);
  UnitEvent& event = record(EventKind::found, slot);
  event.parent = at(parent).code;
  event.name = std::move(name);
  event.unit_kind = kind;
  return slot;
}

void Chronicle::rename(Slot slot, std::string name) {
  record(EventKind::rename, slot).name = std::move(name);
}

void Chronicle::move(Slot slot, Slot parent) {
  record(EventKind::move, slot).parent = at(parent).code;
  at(slot).parent = parent;
}

void Chronicle::merge(Slot slot, Slot into) {
  record(EventKind::merge, slot).into = at(into).code;
  at(slot).ended = date_;
  if (at(slot).is_grassroots()) return;
  for (auto& child : unions_)
    if (child.parent == slot && child.stands()) child.parent = into;
}

void Chronicle::close(Slot slot) {
  record(EventKind::close, slot);
  at(slot).ended = date_;
}

void Chronicle::split(Slot slot, std::span<const Part> parts) {
  bool goes_on = false;
  for (const auto& part : parts) {
    UnitEvent& row = record(EventKind::split, slot);
    row.into = at(part.heir).code;
    row.share = part.share;
    goes_on = goes_on || part.heir == slot;
  }
  if (!goes_on) at(slot).ended = date_;
}

}  // namespace nucong::demo

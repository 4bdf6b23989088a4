#include "account/throttle.hpp"

#include <algorithm>
#include <vector>

namespace nucong::account {
namespace {

using std::chrono::seconds;

seconds since(Instant then, Instant now) {
  return std::max(now - then, seconds{0});
}

// Drops the older half by `touched`.
template <class Map, class Touched>
void halve(Map& entries, const Touched& touched) {
  std::vector<Instant> times;
  times.reserve(entries.size());
  for (const auto& entry : entries) times.push_back(touched(entry.second));
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::ranges::nth_element(times, middle);
  std::erase_if(entries, [&](const auto& entry) { return touched(entry.second) <= *middle; });
}

}  // namespace

seconds Throttle::delay_after(int failures) const {
  if (failures < rule_.free_failures) return seconds{0};
  seconds delay = rule_.first_wait;
  for (int more = failures - rule_.free_failures; more > 0 && delay < rule_.longest_wait; --more) delay *= 2;
  return std::min(delay, rule_.longest_wait);
}

seconds Throttle::wait_of(const Key& key, Instant now) const {
  const auto found = failures_.find(key);
  if (found == failures_.end()) return seconds{0};
  const seconds passed = since(found->second.last, now);
  if (passed >= rule_.forgotten_after) return seconds{0};
  return std::max(delay_after(found->second.count) - passed, seconds{0});
}

Throttle::Purse Throttle::purse_at(const std::string& address, Instant now) const {
  const auto found = purses_.find(address);
  if (found == purses_.end()) return {0, now};
  Purse purse = found->second;
  const auto regained = since(purse.counted, now) / rule_.address_regain;
  if (regained >= purse.spent) return {0, now};
  purse.spent -= static_cast<int>(regained);
  purse.counted += regained * rule_.address_regain;
  return purse;
}

seconds Throttle::attempt(const std::string& name, const std::string& address, Instant now) {
  forget_old(now);
  const Key key{name, address};
  Purse purse = purse_at(address, now);
  seconds wait = wait_of(key, now);
  if (purse.spent >= rule_.address_failures)
    wait = std::max(wait, rule_.address_regain - since(purse.counted, now));
  if (wait > seconds{0}) return wait;
  ++purse.spent;
  purses_[address] = purse;
  Failures& failures = failures_[key];
  if (since(failures.last, now) >= rule_.forgotten_after) failures.count = 0;
  ++failures.count;
  failures.last = now;
  return seconds{0};
}

void Throttle::succeeded(const std::string& name, const std::string& address) {
  failures_.erase({name, address});
  undecided(address);
}

void Throttle::undecided(const std::string& address) {
  if (const auto purse = purses_.find(address); purse != purses_.end() && purse->second.spent > 0)
    --purse->second.spent;
}

void Throttle::forget_old(Instant now) {
  if (failures_.size() >= rule_.entries_max) {
    std::erase_if(failures_,
                  [&](const auto& entry) { return since(entry.second.last, now) >= rule_.forgotten_after; });
    if (failures_.size() >= rule_.entries_max)
      halve(failures_, [](const Failures& failures) { return failures.last; });
  }
  if (purses_.size() >= rule_.entries_max) {
    std::erase_if(purses_, [&](const auto& entry) { return purse_at(entry.first, now).spent == 0; });
    if (purses_.size() >= rule_.entries_max) halve(purses_, [](const Purse& purse) { return purse.counted; });
  }
}

}  // namespace nucong::account

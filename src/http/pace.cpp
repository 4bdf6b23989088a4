#include "http/pace.hpp"

#include <algorithm>
#include <cmath>

namespace nucong::http {
namespace {

double seconds_between(Pace::Time from, Pace::Time to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace

// A full purse says nothing that a new one would not.
void Pace::forget_full(Time now) {
  std::erase_if(purses_, [&](const auto& one) {
    return one.second.coins + seconds_between(one.second.filled, now) * per_second_ >= burst_;
  });
}

std::chrono::seconds Pace::take(const std::string& whose, Time now) {
  constexpr std::size_t purses_max = 100'000;
  if (per_second_ <= 0) return std::chrono::seconds(0);
  const std::lock_guard lock(mutex_);
  if (purses_.size() >= purses_max) forget_full(now);
  if (purses_.size() >= purses_max) purses_.clear();
  Purse& purse = purses_.try_emplace(whose, Purse{burst_, now}).first->second;
  purse.coins = std::min(burst_, purse.coins + seconds_between(purse.filled, now) * per_second_);
  purse.filled = now;
  if (purse.coins < 1)
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil((1 - purse.coins) / per_second_)));
  purse.coins -= 1;
  return std::chrono::seconds(0);
}

}  // namespace nucong::http

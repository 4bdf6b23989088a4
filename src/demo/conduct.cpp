#include "demo/conduct.hpp"

#include <algorithm>

namespace nucong::demo {
namespace {

int number_of(const Period& period) {
  constexpr int years_from = 500;
  const Quarter quarter = quarter_of(period.first());
  return period.kind() == PeriodKind::year ? years_from + quarter : quarter;
}

// 273 becomes 237: two last digits change places.
std::int64_t transposed(std::int64_t amount) {
  return amount / 100 * 100 + amount % 10 * 10 + amount / 10 % 10;
}

}  // namespace

Conduct conduct_of(const Reporter& reporter, const Period& period, Date due) {
  Dice dice = dice_of(reporter, Purpose::conduct, number_of(period));
  Conduct conduct;
  conduct.silent = dice.happens(reporter.lags() ? 110 : 34);
  const bool late = dice.happens(reporter.lags() ? 150 : 75);
  const auto days = std::max<std::int64_t>((due - period.last()).count(), 1);
  // Most come in on the last days.
  const auto in_time = std::max(dice.between(1, days), dice.between(1, days));
  const auto waited = late ? days + dice.between(1, 20) : in_time;
  const auto mended = dice.between(2, 15);
  conduct.received = std::min(period.last() + std::chrono::days(waited), last_day);
  if (dice.happens(22)) conduct.corrected = std::min(conduct.received + std::chrono::days(mended), last_day);
  return conduct;
}

std::optional<Slip> slip_of(const Reporter& reporter, const Period& period, const Values& values) {
  // Figures that no rule compares with others.
  constexpr auto candidates = std::to_array<Counted>(
      {Counted::women_attendances, Counted::cultural_attendances, Counted::men_attendances,
       Counted::publications, Counted::legal_advice, Counted::trainees});
  constexpr std::int64_t noticed = 4;
  Dice dice = dice_of(reporter, Purpose::slip, number_of(period));
  const auto start = static_cast<std::size_t>(dice.below(3));
  const bool swaps = dice.happens(500);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Counted counted = candidates[(start + i) % candidates.size()];
    const std::int64_t amount = values[counted];
    if (amount < noticed) continue;
    const std::int64_t swapped = transposed(amount);
    return Slip{counted, swaps && swapped != amount ? swapped : amount * 10};
  }
  return std::nullopt;
}

}  // namespace nucong::demo

#include "report/standings.hpp"

#include <algorithm>

namespace nucong::report {
namespace {

constexpr auto period_of = [](const auto& entry) -> const Period& { return entry.first; };

}  // namespace

StandingColumn StandingColumn::with(std::span<const std::pair<Slot, Standing>> changes) const {
  StandingColumn next = *this;
  std::vector<std::shared_ptr<Chunk>> edited(chunks_.size());
  for (const auto& [unit, standing] : changes) {
    const std::size_t index = unit.value / chunk_size;
    if (index >= next.chunks_.size()) next.chunks_.resize(index + 1);
    if (index >= edited.size()) edited.resize(index + 1);
    if (!edited[index]) {
      const auto& before = next.chunks_[index];
      edited[index] = before ? std::make_shared<Chunk>(*before) : std::make_shared<Chunk>();
      next.chunks_[index] = edited[index];
    }
    (*edited[index])[unit.value % chunk_size] = standing;
  }
  return next;
}

const StandingColumn& Standings::of(const Period& period) const {
  static const StandingColumn empty;
  const auto found = std::ranges::lower_bound(*periods_, period, {}, period_of);
  return found == periods_->end() || found->first != period ? empty : *found->second;
}

std::vector<Period> Standings::periods() const {
  std::vector<Period> all;
  for (const auto& [period, column] : *periods_) all.push_back(period);
  return all;
}

Standings Standings::with(std::span<const StandingChange> changes) const {
  std::vector<const StandingChange*> order;
  order.reserve(changes.size());
  for (const auto& change : changes) order.push_back(&change);
  std::ranges::stable_sort(order, {}, [](const StandingChange* one) -> const Period& { return one->period; });
  auto next = std::make_shared<Periods>(*periods_);
  std::vector<std::pair<Slot, Standing>> of_period;
  for (auto from = order.begin(); from != order.end();) {
    const Period period = (*from)->period;
    of_period.clear();
    for (; from != order.end() && (*from)->period == period; ++from)
      of_period.emplace_back((*from)->unit, (*from)->standing);
    auto at = std::ranges::lower_bound(*next, period, {}, period_of);
    if (at == next->end() || at->first != period)
      at = next->insert(at, {period, std::make_shared<const StandingColumn>()});
    at->second = std::make_shared<const StandingColumn>(at->second->with(of_period));
  }
  return Standings(std::move(next));
}

void StandingsWriter::begin(const Period& period) {
  if (period_ == period) return;
  end_period();
  ENSURE(periods_.empty() || periods_.back().first < period);
  period_ = period;
  column_ = std::make_shared<StandingColumn>();
}

void StandingsWriter::append(Slot unit, const Standing& standing) {
  ENSURE(column_ != nullptr);
  const std::size_t index = unit.value / StandingColumn::chunk_size;
  auto& chunks = column_->chunks_;
  ENSURE(index + 1 >= chunks.size());
  if (index >= chunks.size()) {
    open_ = std::make_shared<StandingColumn::Chunk>();
    chunks.resize(index + 1);
    chunks[index] = open_;
  }
  (*open_)[unit.value % StandingColumn::chunk_size] = standing;
}

void StandingsWriter::end_period() {
  if (period_) periods_.emplace_back(*period_, std::move(column_));
  period_.reset();
  open_.reset();
}

Standings StandingsWriter::finish() {
  end_period();
  return Standings(std::make_shared<const Standings::Periods>(std::exchange(periods_, {})));
}

}  // namespace nucong::report

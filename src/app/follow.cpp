#include "app/follow.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "app/record_units.hpp"

namespace nucong::app {
namespace {

// Packed figures stand with one blank between two.
std::size_t figures_in(std::string_view packed) {
  return packed.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(packed, ' ')) + 1;
}

}  // namespace

Result<Follower> Follower::begin(Reader& reader, std::optional<Sequence> after, FollowDetail detail) {
  TRY(const Sequence latest, reader.latest());
  if (after && *after > latest)
    return fail(ErrorCode::act_unknown,
                {{"after", std::to_string(*after)}, {"latest", std::to_string(latest)}});
  return Follower(reader, after.value_or(latest), detail);
}

Result<> Follower::advance(const Visit& visit) {
  TRY(auto acts, reader_->acts(seen_));
  if (acts.empty()) return ok();
  if (detail_ == FollowDetail::reports) return tell_with_reports(std::move(acts), visit);
  for (Act& act : acts) {
    TRY(tell({std::move(act), {}}, visit));
  }
  return ok();
}

Result<> Follower::tell(FollowedAct act, const Visit& visit) {
  TRY(visit(act));
  seen_ = act.act.sequence;
  return ok();
}

// Acts and reports are two questions to the database: a report of an act that became visible between them
// waits for the next call.
Result<> Follower::tell_with_reports(std::vector<Act> acts, const Visit& visit) {
  TRY(learn_units(acts));
  auto next = acts.begin();
  std::vector<FollowedReport> reports;  // of *next, so far
  const auto tell_below = [&](Sequence end) -> Result<> {
    for (; next != acts.end() && next->sequence < end; ++next) {
      TRY(tell({*next, std::exchange(reports, {})}, visit));
    }
    return ok();
  };
  TRY(reader_->each_report_since(seen_, [&](const StoredReport& stored) -> Result<> {
    TRY(tell_below(stored.sequence));
    if (next == acts.end()) return ok();
    TRY(auto report, followed(stored));
    reports.push_back(std::move(report));
    return ok();
  }));
  return tell_below(std::numeric_limits<Sequence>::max());
}

// Slots are for life, and a unit with reports cannot be taken back: codes are read anew only when units came.
// Read after the acts, so that every unit they speak of is there.
Result<> Follower::learn_units(const std::vector<Act>& acts) {
  if (units_ && std::ranges::none_of(acts, &Act::of_units)) return ok();
  TRY(units_, load_history(*reader_));
  return ok();
}

Result<FollowedReport> Follower::followed(const StoredReport& stored) const {
  if (stored.unit.value >= units_->size())
    return fail(ErrorCode::store_damaged, {{"text", "report of slot " + std::to_string(stored.unit.value)}});
  return FollowedReport{units_->unit(stored.unit).code, stored.period, stored.version, stored.form,
                        figures_in(stored.figures)};
}

}  // namespace nucong::app

#include "live/live_nation.hpp"

#include "app/standing_changes.hpp"

namespace nucong::live {

LiveNation::LiveNation(const app::Ports& ports, app::Nation nation)
    : ports_(ports),
      nation_(std::make_shared<const app::Nation>(std::move(nation))),
      submissions_([this](std::span<const app::StoredReport> reports) { return commit(reports); }) {}

Result<std::unique_ptr<LiveNation>> LiveNation::load(const app::Ports& ports) {
  TRY(auto nation, app::load_nation(ports));
  return std::unique_ptr<LiveNation>(new LiveNation(ports, std::move(nation)));
}

void LiveNation::publish(app::Nation next, const app::TakenIn& taken) {
  const auto shared = std::make_shared<const app::Nation>(std::move(next));
  {
    // What nobody reads any more is let go of outside the lock.
    auto before = shared;
    const std::lock_guard lock(showing_);
    nation_.swap(before);
  }
  if (listener_) listener_(taken, *shared);
}

Result<app::Sequence> LiveNation::commit(std::span<const app::StoredReport> reports) {
  const std::lock_guard lock(writing_);
  const auto before = now();
  app::Nation next = *before;
  // What cannot be taken in is refused before it is kept.
  TRY(next.figures, app::with_reports(next.figures, reports, ports_.knowledge));
  app::StandingChanges standings(next.standings);
  for (const auto& report : reports) standings.receive(report);
  next.standings = standings.standings();
  const Date today = ports_.clock.today();
  TRY(next.sequence, ports_.store.submit(reports, today));
  app::TakenIn ours{{{next.sequence, "report.submit", today, {}}}, {}};
  if (listener_)
    for (const auto& report : reports) ours.reports.push_back({next.sequence, report.unit, report.period});
  return taken_in(*before, std::move(next), std::move(ours));
}

Result<app::Sequence> LiveNation::record(std::span<const unit::UnitEvent> events) {
  const std::lock_guard lock(writing_);
  TRY(catch_up());
  const auto before = now();
  app::Nation next = *before;
  TRY(next.history, before->history.with(events, [&] { return ports_.store.events(); }));
  const Date today = ports_.clock.today();
  TRY(next.sequence, ports_.store.record_events(events, before->history.recorded_events(), today));
  app::TakenIn ours{{{next.sequence, "unit.events", today, {}}}, {}};
  return taken_in(*before, std::move(next), std::move(ours));
}

Result<app::Sequence> LiveNation::taken_in(const app::Nation& before, app::Nation next, app::TakenIn ours) {
  const auto sequence = next.sequence;
  if (sequence == before.sequence + 1) {
    publish(std::move(next), ours);
    return sequence;
  }
  // Acts of others came in between: all is read from the store, ours with them.
  TRY(catch_up());
  return sequence;
}

Result<app::Sequence> LiveNation::follow() {
  const std::lock_guard lock(writing_);
  return catch_up();
}

Result<app::Sequence> LiveNation::catch_up() {
  const auto before = now();
  app::TakenIn taken;
  TRY(auto next, app::followed(ports_, *before, listener_ ? &taken : nullptr));
  const auto sequence = next.sequence;
  if (sequence != before->sequence) publish(std::move(next), taken);
  return sequence;
}

}  // namespace nucong::live

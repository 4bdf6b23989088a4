#include "live/live_nation.hpp"

#include "app/follow_nation.hpp"

namespace nucong::live {

LiveNation::LiveNation(const app::Ports& ports, app::Nation nation)
    : ports_(ports),
      nation_(std::make_shared<const app::Nation>(std::move(nation))),
      submissions_([this](std::span<const app::StoredReport> reports) { return commit(reports); }) {}

Result<std::unique_ptr<LiveNation>> LiveNation::load(const app::Ports& ports) {
  TRY(auto nation, app::load_nation(ports));
  return std::unique_ptr<LiveNation>(new LiveNation(ports, std::move(nation)));
}

Result<app::Sequence> LiveNation::commit(std::span<const app::StoredReport> reports) {
  const std::lock_guard lock(writing_);
  TRY(const auto sequence, ports_.store.submit(reports, ports_.clock.today()));
  const auto before = now();
  // Acts of others in between come first: then all is read from the store, ours with it.
  if (sequence != before->sequence + 1) {
    TRY(catch_up());
    return sequence;
  }
  app::Nation next = *before;
  TRY(next.figures, app::with_reports(next.figures, reports, ports_.knowledge));
  next.sequence = sequence;
  nation_.store(std::make_shared<const app::Nation>(std::move(next)));
  return sequence;
}

Result<app::Sequence> LiveNation::record(std::span<const unit::UnitEvent> events) {
  const std::lock_guard lock(writing_);
  TRY(catch_up());
  const auto before = now();
  app::Nation next = *before;
  TRY(next.history, before->history.with(events, [&] { return ports_.store.events(); }));
  TRY(next.sequence,
      ports_.store.record_events(events, before->history.recorded_events(), ports_.clock.today()));
  nation_.store(std::make_shared<const app::Nation>(std::move(next)));
  return now()->sequence;
}

Result<app::Sequence> LiveNation::follow() {
  const std::lock_guard lock(writing_);
  return catch_up();
}

Result<app::Sequence> LiveNation::catch_up() {
  const auto before = now();
  TRY(auto next, app::followed(ports_, *before));
  const auto sequence = next.sequence;
  if (sequence != before->sequence) nation_.store(std::make_shared<const app::Nation>(std::move(next)));
  return sequence;
}

}  // namespace nucong::live

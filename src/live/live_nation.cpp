#include "live/live_nation.hpp"

namespace nucong::live {

LiveNation::LiveNation(const app::Ports& ports, app::Nation nation)
    : ports_(ports), nation_(std::make_shared<const app::Nation>(std::move(nation))) {}

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

Result<app::Sequence> LiveNation::follow() {
  const std::lock_guard lock(following_);
  return catch_up();
}

Result<app::Sequence> LiveNation::follow_to(app::Sequence least) {
  if (const auto stands = now()->sequence; stands >= least) return stands;
  const std::lock_guard lock(following_);
  // Whoever was waited for may have brought it in.
  if (const auto stands = now()->sequence; stands >= least) return stands;
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

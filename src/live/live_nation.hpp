// The nation as it stands, kept in memory beside its store: written by one, read by many.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "app/follow_nation.hpp"
#include "live/shared_atlas.hpp"
#include "live/submissions.hpp"

namespace nucong::live {

/// A reader takes `now` and keeps it as long as it likes: it never waits for a writer and never sees half an
/// act. What is submitted here is durable and in the nation when the call returns; what other processes did
/// is taken in by `follow`,
/// and so is what is done through a WorkStore beside this one: whoever did it follows, and then it is there.
class LiveNation {
 public:
  /// Reads everything. The ports must outlive this and be used by nobody else. Errors: those of Store.
  [[nodiscard]] static Result<std::unique_ptr<LiveNation>> load(const app::Ports& ports);

  /// From any thread.
  [[nodiscard]] std::shared_ptr<const app::Nation> now() const {
    const std::lock_guard lock(showing_);
    return nation_;
  }
  [[nodiscard]] SharedAtlas& atlas() { return atlas_; }

  /// From any thread; writers that come together share a commit. Errors: those of Store::submit.
  [[nodiscard]] Result<app::Sequence> submit(std::vector<app::StoredReport> reports) {
    return submissions_.submit(std::move(reports));
  }
  /// What happened to units, as Store::record_events; the tree before stays as it is for whoever holds it.
  /// Errors: those of History::with and Store::record_events. From any thread.
  [[nodiscard]] Result<app::Sequence> record(std::span<const unit::UnitEvent> events);
  /// Takes in the acts of others. Returns the sequence up to which the nation now stands. From any thread.
  [[nodiscard]] Result<app::Sequence> follow();

  /// Told of every act once it is in the nation, with the nation that holds it, in the order of the acts; by
  /// the thread that brought it in, while other writers wait.
  using Listener = std::function<void(const app::TakenIn&, const app::Nation&)>;
  /// Before other threads use this.
  void tell(Listener listener) { listener_ = std::move(listener); }

  [[nodiscard]] Submissions::Counts commits() const { return submissions_.counts(); }

 private:
  LiveNation(const app::Ports& ports, app::Nation nation);

  [[nodiscard]] Result<app::Sequence> commit(std::span<const app::StoredReport> reports);
  // The nation after our act, which is stored; from what it was before.
  [[nodiscard]] Result<app::Sequence> taken_in(const app::Nation& before, app::Nation next,
                                               app::TakenIn ours);
  [[nodiscard]] Result<app::Sequence> catch_up();
  void publish(app::Nation next, const app::TakenIn& taken);

  app::Ports ports_;
  Listener listener_;
  std::mutex writing_;  // the store, and who makes the next nation
  // A lock of its own, held for a copy: the atomic pointer of libstdc++ 12 leaves readers a race.
  mutable std::mutex showing_;
  std::shared_ptr<const app::Nation> nation_;
  SharedAtlas atlas_;
  Submissions submissions_;
};

}  // namespace nucong::live

// The nation as it stands, kept in memory beside its database: brought up to date by one, read by many.
#pragma once

#include <memory>
#include <mutex>

#include "app/follow_nation.hpp"
#include "live/shared_atlas.hpp"

namespace nucong::live {

/// A reader takes `now` and keeps it as long as it likes: it never waits for a writer and never sees half an
/// act. Whoever did something through the database, in this process or another, has it taken in by `follow`
/// or `follow_to`: then it is there for everybody.
class LiveNation {
 public:
  /// Reads everything. The ports must outlive this. Errors: those of Reader.
  [[nodiscard]] static Result<std::unique_ptr<LiveNation>> load(const app::Ports& ports);

  /// From any thread.
  [[nodiscard]] std::shared_ptr<const app::Nation> now() const {
    const std::lock_guard lock(showing_);
    return nation_;
  }
  [[nodiscard]] SharedAtlas& atlas() { return atlas_; }

  /// Takes in what was done, by whomever, before this was called. Waits for whoever follows meanwhile.
  /// Returns the sequence up to which the nation now stands. Errors: those of Reader. From any thread.
  [[nodiscard]] Result<app::Sequence> follow();
  /// The same, if the nation does not stand there yet: those who wait for acts that were committed together
  /// wait for one of them to take all in. Less is returned only as long as app::followed has to wait for an
  /// act.
  [[nodiscard]] Result<app::Sequence> follow_to(app::Sequence least);

  /// Told of every act once it is in the nation, with the nation that holds it, in the order of the acts; by
  /// the thread that brought it in, while others who follow wait.
  using Listener = std::function<void(const app::TakenIn&, const app::Nation&)>;
  /// Before other threads use this.
  void tell(Listener listener) { listener_ = std::move(listener); }

 private:
  LiveNation(const app::Ports& ports, app::Nation nation);

  [[nodiscard]] Result<app::Sequence> catch_up();
  void publish(app::Nation next, const app::TakenIn& taken);

  app::Ports ports_;
  Listener listener_;
  std::mutex following_;  // who makes the next nation
  // A lock of its own, held for a copy: the atomic pointer of libstdc++ 12 leaves readers a race.
  mutable std::mutex showing_;
  std::shared_ptr<const app::Nation> nation_;
  SharedAtlas atlas_;
};

}  // namespace nucong::live

// What happens, told to whoever listens: server-sent events.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "answer/json_writer.hpp"
#include "app/follow_nation.hpp"
#include "http/measures.hpp"

namespace nucong::http {

/// One who listens. From any thread.
class Reader {
 public:
  /// `branch`: only what happens in that unit's branch; none: everything.
  explicit Reader(std::optional<Slot> branch) : branch_(branch) {}

  [[nodiscard]] std::optional<Slot> branch() const { return branch_; }

  /// All that waits to be sent; empty if nothing does.
  [[nodiscard]] std::string take();
  /// He was so slow that something had to be left out: he has to begin anew.
  [[nodiscard]] bool dropped() const;
  /// `call` is called, on whatever thread, each time that something waits.
  void when_ready(std::function<void()> call);

  /// Lets text wait; false if there was no more room.
  bool give(std::string_view text);

 private:
  const std::optional<Slot> branch_;
  mutable std::mutex mutex_;
  std::string waiting_;
  bool dropped_ = false;
  std::function<void()> ready_;
};

/// The last acts, and who wants to hear of the next. From any thread.
///
/// An act is an event `act` whose id is its sequence: its kind and day, and of reports how many, of which
/// periods and of which units (the first fifty); of a step which report it is about and which step. A reader
/// of a branch hears of reports and steps below it alone, and of all other acts: a move or a new goal may
/// concern anybody. An event `target` tells that its branch has reached one.
class Feed {
 public:
  explicit Feed(Measures& measures) : measures_(measures) {}

  /// To be told after the nation holds it.
  void publish(const app::TakenIn& taken, const app::Nation& nation);

  /// Begins with the acts after `last_seen`; where these are no longer kept, with an event `reset` that holds
  /// the sequence now: the reader reads anew what it shows. None: from now on. Errors: `unit.unknown`;
  /// `server.busy` if as many listen as can.
  [[nodiscard]] Result<std::shared_ptr<Reader>> open(const app::Nation& nation,
                                                     std::optional<std::string_view> branch,
                                                     std::optional<app::Sequence> last_seen);

  /// The branches that somebody listens to, each once; none stands for the whole.
  [[nodiscard]] std::set<std::optional<Slot>> branches();
  /// Tells whoever listens to exactly that branch. `data` is a JSON object, closed.
  void tell(std::optional<Slot> branch, std::string_view name, app::Sequence sequence,
            answer::JsonWriter&& data);

 private:
  struct Told {
    app::Act act;
    std::vector<app::TakenIn::Report> reports;
    std::vector<app::TakenIn::Step> steps;
  };
  [[nodiscard]] static std::string event_of(const Told& told, const app::Nation& nation,
                                            std::optional<Slot> branch);

  Measures& measures_;
  std::mutex mutex_;
  std::deque<Told> told_;  // the last acts, ascending without gaps
  std::vector<std::weak_ptr<Reader>> readers_;
};

}  // namespace nucong::http

// Tells that a target was reached, to whoever listens.
#pragma once

#include <map>
#include <set>

#include "app/nation.hpp"
#include "http/feed.hpp"

namespace nucong::http {

/// For one thread.
class TargetWatch {
 public:
  explicit TargetWatch(Feed& feed) : feed_(feed) {}

  /// Looks at each branch that somebody listens to, by this year's scorecard, if anything has happened since
  /// the last look. What was reached already when a branch is first looked at is no news.
  void look(const app::Present& present);

 private:
  using Reached = std::set<std::string>;  // ids of targets
  void look_at(std::optional<Slot> branch, const app::Present& present,
               std::map<std::optional<Slot>, Reached>& now);

  Feed& feed_;
  app::Sequence seen_ = 0;
  std::map<std::optional<Slot>, Reached> reached_;
};

}  // namespace nucong::http

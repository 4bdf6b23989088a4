#include "live/submissions.hpp"

#include <utility>

namespace nucong::live {

Result<app::Sequence> Submissions::submit(std::vector<app::StoredReport> reports) {
  Waiting mine{std::move(reports), {}};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  changed_.wait(lock, [&] { return mine.outcome.has_value() || !committing_; });
  if (!mine.outcome) {
    committing_ = true;
    const auto group = std::exchange(waiting_, {});
    lock.unlock();
    auto outcomes = commit_group(group);
    lock.lock();
    // Whoever waits may look at any time, and is gone as soon as it has an outcome: so under the lock alone.
    for (std::size_t i = 0; i < group.size(); ++i) group[i]->outcome = std::move(outcomes.each[i]);
    counts_.submissions += group.size();
    counts_.commits += outcomes.commits;
    committing_ = false;
    changed_.notify_all();
  }
  return std::move(*mine.outcome);
}

Submissions::Outcomes Submissions::commit_group(std::span<Waiting* const> group) const noexcept {
  std::vector<app::StoredReport> all;
  for (const Waiting* one : group) all.insert(all.end(), one->reports.begin(), one->reports.end());
  const auto together = commit_(all);
  // A refusal of one is found out by asking for each alone; a store that fails has failed for all of them.
  const auto is_of_one = [](ErrorCode code) {
    return code == ErrorCode::report_version_changed || code == ErrorCode::report_signed;
  };
  const bool apart = together.has_error() && group.size() > 1 && is_of_one(together.error().code());
  Outcomes outcomes{apart ? 1 + group.size() : 1, {}};
  for (const Waiting* one : group) outcomes.each.push_back(apart ? commit_(one->reports) : together);
  return outcomes;
}

Submissions::Counts Submissions::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

}  // namespace nucong::live

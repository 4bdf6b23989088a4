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
    counts_.submissions += group.size();
    lock.unlock();
    commit_group(group);
    lock.lock();
    committing_ = false;
    changed_.notify_all();
  }
  return std::move(*mine.outcome);
}

void Submissions::commit_group(std::span<Waiting* const> group) {
  std::vector<app::StoredReport> all;
  for (Waiting* one : group) all.insert(all.end(), one->reports.begin(), one->reports.end());
  const auto together = commit_(all);
  ++counts_.commits;
  // A refusal of one is found out by asking for each alone; a store that fails has failed for all of them.
  const bool apart = together.has_error() && group.size() > 1 &&
                     together.error().code() == ErrorCode::report_version_changed;
  for (Waiting* one : group) {
    if (apart) ++counts_.commits;
    one->outcome = apart ? commit_(one->reports) : together;
  }
}

Submissions::Counts Submissions::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

}  // namespace nucong::live

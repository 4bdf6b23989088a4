// Many writers, one commit: whoever comes while a commit is under way joins the next one.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

#include "app/store.hpp"

namespace nucong::live {

/// Waiting costs a disk one flush, however many wait: the first to find nobody committing commits all that
/// have come until then, as one act. There is no thread of its own and no delay to gather more.
class Submissions {
 public:
  /// Keeps reports for good, all or none. Called by one thread at a time.
  using Commit = std::function<Result<app::Sequence>(std::span<const app::StoredReport>)>;

  explicit Submissions(Commit commit) : commit_(std::move(commit)) {}

  /// Returns when the reports are kept, or refused: then they left nothing behind. What one submission is
  /// refused for (`report.version_changed`, `report.signed`) does not touch those it was gathered with. From
  /// any thread.
  [[nodiscard]] Result<app::Sequence> submit(std::vector<app::StoredReport> reports);

  /// Commits that were made, and submissions that were in them.
  struct Counts {
    std::size_t commits = 0;
    std::size_t submissions = 0;
  };
  [[nodiscard]] Counts counts() const;

 private:
  struct Waiting {
    std::vector<app::StoredReport> reports;
    std::optional<Result<app::Sequence>> outcome;
  };

  struct Outcomes {
    std::size_t commits = 0;
    std::vector<Result<app::Sequence>> each;
  };

  // What became of each. A defect on the way ends the process: nobody could say what was kept.
  [[nodiscard]] Outcomes commit_group(std::span<Waiting* const> group) const noexcept;

  Commit commit_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Waiting*> waiting_;
  bool committing_ = false;
  Counts counts_;
};

}  // namespace nucong::live

// Group commit: whoever comes while a commit is under way joins the next one.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <span>
#include <vector>

#include "store/detail/connection_pool.hpp"
#include "store/detail/sql_writer.hpp"

namespace nucong::store {

/// Waiting costs a disk one flush, however many wait: the first to find nobody committing runs the bodies of
/// all that have come until then in one transaction, each in a savepoint. There is no thread of its own and
/// no delay to gather more. From any thread.
class CommitQueue {
 public:
  using Body = std::function<Result<>(SqlWriter&)>;

  /// `connections` lends the one that is written on. Acts take the lock of acts (Connection::begin_act),
  /// other changes only that of their rows.
  CommitQueue(ConnectionPool& connections, Transaction::Kind kind, app::Digest digest)
      : connections_(connections), kind_(kind), digest_(std::move(digest)) {}

  /// Returns when what `body` changed is committed, or when it was refused: then it left nothing behind, and
  /// those that it was gathered with are as they would be without it. Errors: those of `body`; of the
  /// database; `store.outcome_unknown`. What `body` throws is thrown here.
  [[nodiscard]] Result<> run(const Body& body);

 private:
  struct Waiting {
    const Body& body;
    std::optional<Result<>> outcome{};
    std::exception_ptr thrown{};
    std::binary_semaphore woken{0};  // with an outcome, or to lead the next group
  };
  using Group = std::span<Waiting* const>;

  [[nodiscard]] std::vector<Waiting*> next_group();
  void commit(Group group);
  enum class Attempt : std::uint8_t { first, last };
  /// False if the database refused a statement at the first attempt, perhaps because of others: nothing of
  /// the group was kept, and each is to be tried alone.
  [[nodiscard]] bool commit_together(Connection& connection, Group group, Attempt attempt);
  static void run_in_savepoint(SqlWriter& writer, Waiting& one, bool alone);

  ConnectionPool& connections_;
  const Transaction::Kind kind_;
  const app::Digest digest_;
  std::mutex mutex_;
  std::vector<Waiting*> waiting_;
  bool committing_ = false;
};

}  // namespace nucong::store

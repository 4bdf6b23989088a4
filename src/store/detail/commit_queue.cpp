#include "store/detail/commit_queue.hpp"

#include <algorithm>

namespace nucong::store {
namespace {

/// PostgreSQL keeps so many savepoints of a transaction at hand; with more, readers would look them up on
/// disk.
constexpr std::size_t group_max = 60;

constexpr auto was_refused = [](const auto* one) { return one->outcome->has_error(); };

void refuse_all(auto group, const Error& error) {
  for (auto* const one : group) one->outcome = error;
}

Result<> unknown_outcome(const Connection& connection) {
  return fail(ErrorCode::store_outcome_unknown, {{"url", connection.url()}});
}

}  // namespace

Result<> CommitQueue::run(const Body& body) {
  Waiting mine{body};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  if (committing_) {
    lock.unlock();
    mine.woken.acquire();
    lock.lock();
  }
  if (!mine.outcome && !mine.thrown) {
    committing_ = true;
    const auto group = next_group();
    lock.unlock();
    try {
      commit(group);
    } catch (const std::exception&) {
      // A defect of ours: nobody can say what was kept, and nobody may wait for ever.
      for (Waiting* const one : group) one->thrown = std::current_exception();
    }
    lock.lock();
    committing_ = !waiting_.empty();
    if (committing_) waiting_.front()->woken.release();
    // Whoever is woken with an outcome is gone at once.
    for (Waiting* const one : group)
      if (one != &mine) one->woken.release();
  }
  lock.unlock();
  if (mine.thrown) std::rethrow_exception(mine.thrown);
  return *std::move(mine.outcome);
}

std::vector<CommitQueue::Waiting*> CommitQueue::next_group() {
  const auto size = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), group_max));
  std::vector<Waiting*> group(waiting_.begin(), waiting_.begin() + size);
  waiting_.erase(waiting_.begin(), waiting_.begin() + size);
  return group;
}

void CommitQueue::commit(Group group) {
  const auto connection = connections_.lend();
  if (connection.has_error()) return refuse_all(group, connection.error());
  if (commit_together(*connection.value(), group, Attempt::first)) return;
  for (Waiting* const& one : group) (void)commit_together(*connection.value(), {&one, 1}, Attempt::last);
}

bool CommitQueue::commit_together(Connection& connection, Group group, Attempt attempt) {
  const bool alone = group.size() == 1;
  bool begun = false;
  try {
    connection.ensure_connected();
    Transaction transaction(connection, kind_);
    begun = true;
    SqlWriter writer(connection, digest_);
    for (Waiting* const one : group) run_in_savepoint(writer, *one, alone);
    if (std::ranges::all_of(group, was_refused)) return true;
    if (writer.has_acted()) connection.announce_act();
    transaction.commit();
  } catch (const CommitOutcomeUnknown&) {
    // Who was refused may have been so because of another act of the group.
    for (Waiting* const one : group) one->outcome = unknown_outcome(connection);
  } catch (const SqlError& refusal) {
    // Acts and changes of rows may want the same rows in another order: then the database refuses one of
    // them.
    const bool may_be_others = !alone || refusal.error().code() == ErrorCode::store_busy;
    if (begun && may_be_others && attempt == Attempt::first) return false;
    refuse_all(group, refusal.error());
  }
  return true;
}

// One alone needs no savepoint: refused, its transaction is not committed.
void CommitQueue::run_in_savepoint(SqlWriter& writer, Waiting& one, bool alone) {
  auto& connection = writer.connection();
  const auto before = writer.mark();
  if (!alone) connection.execute("SAVEPOINT act");
  one.thrown = nullptr;
  try {
    one.outcome = one.body(writer);
  } catch (const SqlError&) {
    throw;
  } catch (const std::exception&) {
    one.thrown = std::current_exception();
    one.outcome = fail(ErrorCode::store_failed, {{"url", connection.url()}});
  }
  if (alone) return;
  if (one.outcome->has_error()) {
    connection.execute("ROLLBACK TO SAVEPOINT act");
    writer.go_back_to(before);
  }
  connection.execute("RELEASE SAVEPOINT act");
}

}  // namespace nucong::store

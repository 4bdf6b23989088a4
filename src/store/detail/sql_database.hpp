// The Database in SQL that SQLite and PostgreSQL both speak. One file a subject: sql_units.cpp,
// sql_reports.cpp, sql_steps.cpp, sql_drafts.cpp, sql_import.cpp, sql_deadlines.cpp, sql_directives.cpp,
// sql_recipients.cpp, sql_goals.cpp, sql_acts.cpp, sql_accounts.cpp, sql_offices.cpp, sql_sessions.cpp,
// sql_links.cpp, sql_tokens.cpp, sql_answers.cpp, sql_audit.cpp, sql_verify.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/database.hpp"
#include "store/detail/commit_queue.hpp"
#include "store/detail/connection_pool.hpp"

namespace nucong::store {

/// Where the connections of a database come from, and how its engine lets them be used.
struct Engine {
  ConnectionPool::Open open;
  std::size_t connections_max = 1;  ///< 1: all that is read and written goes through one
  /// Whether who changes single rows (drafts, sessions) waits only for who changes the same ones.
  bool locks_rows = false;
  /// As Database::await_act.
  std::function<void(std::chrono::milliseconds most)> await_act;
};

class SqlDatabase final : public app::Database {
 public:
  /// `first` has our schema.
  SqlDatabase(Engine engine, std::unique_ptr<Connection> first, const app::Digest& digest);

  Result<std::vector<unit::UnitEvent>> events() override;

  Result<> each_report(Date from, Date to,
                       const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<std::vector<app::StoredReport>> versions(Slot unit, const Period& period) override;
  Result<> each_first_receipt(const std::function<Result<>(const app::FirstReceipt&)>& visit) override;
  Result<> each_version(const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<std::vector<report::Step>> steps(Slot unit, const Period& period) override;
  Result<std::vector<app::FrozenText>> frozen(Slot unit, const Period& period) override;
  Result<> each_frozen(const std::function<Result<>(const app::FrozenText&)>& visit) override;
  Result<std::optional<app::SavedDraft>> draft(Slot unit, const Period& period) override;

  Result<std::vector<report::Extension>> extensions() override;
  Result<std::vector<app::Reminder>> reminders(Slot unit, std::chrono::sys_seconds from) override;
  Result<std::vector<app::Reminder>> all_reminders(std::chrono::sys_seconds from) override;

  Result<std::vector<target::Directive>> directives() override;
  Result<std::vector<target::Goal>> goals() override;

  Result<std::vector<app::Act>> acts(app::Sequence after) override;
  Result<app::Sequence> latest() override;
  Result<> each_report_since(app::Sequence after,
                             const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<> each_step_since(app::Sequence after,
                           const std::function<Result<>(const app::StoredStep&)>& visit) override;

  Result<std::vector<app::StoredAccount>> accounts() override;
  Result<std::optional<app::StoredAccount>> account(app::AccountId id) override;
  Result<std::optional<app::StoredAccount>> account_named(const account::UserName& name) override;
  Result<std::vector<account::Office>> offices_of(app::AccountId id) override;
  Result<std::vector<account::Office>> offices() override;
  Result<std::optional<app::StoredSession>> session(const std::string& digest, app::Instant now) override;
  Result<std::vector<app::StoredSession>> sessions_of(app::AccountId id, app::Instant now) override;
  Result<std::optional<app::StoredToken>> token(const std::string& digest, app::Instant now) override;
  Result<std::vector<app::StoredToken>> tokens_of(app::AccountId id) override;
  Result<std::optional<app::StoredLink>> link(const std::string& digest, app::Instant now) override;
  Result<std::optional<app::KeptAnswer>> kept_answer(app::AccountId id, const std::string& key,
                                                     app::Instant now) override;

  Result<> each_audit(std::uint64_t after,
                      const std::function<Result<>(const account::AuditEntry&)>& visit) override;
  Result<> latest_audit(std::uint64_t before,
                        const std::function<bool(const account::AuditEntry&)>& visit) override;
  Result<std::vector<std::string>> verify() override;

  Result<> commit(const Body& body) override;
  Result<app::Sequence> import_reports(const app::ReportFill& fill, Date day,
                                       std::optional<app::Sequence> known) override;
  Result<std::uint32_t> save_draft(const app::SavedDraft& draft, std::uint32_t known) override;
  Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) override;
  Result<> touch_session(const std::string& digest, app::Instant seen, app::Instant expires) override;
  Result<> keep_answer(const app::KeptAnswer& answer, app::Instant now) override;
  Result<> forget_answers(app::Instant now) override;
  void await_act(std::chrono::milliseconds most) override { await_act_(most); }

 private:
  /// Somebody of this thread is inside a call: another call is a defect, since it may wait for the first for
  /// ever.
  class Call {
   public:
    explicit Call(const SqlDatabase& database);
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    ~Call();

   private:
    const void* before_;
  };

  /// Runs `body`, a function of a Connection& that returns a Result, in one transaction that reads.
  template <class Body>
  auto reading(Body&& body) -> std::invoke_result_t<Body&, Connection&> {
    return on_reader([&](Connection& sql) {
      Transaction transaction(sql, Transaction::Kind::read);
      auto result = body(sql);
      if (result) transaction.commit();
      return result;
    });
  }
  /// The same for a body of one statement with few rows, which sees one moment by itself.
  template <class Body>
  auto asking(Body&& body) -> std::invoke_result_t<Body&, Connection&> {
    return on_reader(std::forward<Body>(body));
  }
  template <class Body>
  auto on_reader(Body&& body) -> std::invoke_result_t<Body&, Connection&> {
    const Call call(*this);
    TRY(const auto lease, readers_.lend());
    try {
      (*lease).ensure_connected();
      return body(*lease);
    } catch (const SqlError& refusal) {
      if (refusal.error().code() == ErrorCode::store_unreachable) readers_.drop_idle();
      return refusal.error();
    }
  }
  /// Runs `body` in a transaction that changes single rows.
  [[nodiscard]] Result<> changing_rows(const std::function<Result<>(Connection&)>& body);

  /// Takes the reports of an import out that no act made visible.
  [[nodiscard]] Result<> discard(std::int64_t number);
  [[nodiscard]] Result<> discard_abandoned();

  ConnectionPool readers_;
  std::unique_ptr<ConnectionPool> act_connection_;  // null where all share one
  std::unique_ptr<ConnectionPool> row_connection_;
  CommitQueue acts_;
  std::optional<CommitQueue> rows_;  // none where whoever writes waits for each other
  std::function<void(std::chrono::milliseconds)> await_act_;
};

}  // namespace nucong::store

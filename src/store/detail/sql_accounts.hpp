// The AccountStore in SQL that SQLite and PostgreSQL both speak. One file a subject: sql_accounts.cpp,
// sql_offices.cpp, sql_sessions.cpp, sql_tokens.cpp, sql_links.cpp, sql_audit.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/account_store.hpp"
#include "store/detail/sql_work.hpp"

namespace nucong::store {

class SqlAccountStore final : public app::AccountStore, private SqlWork {
 public:
  /// The engine's database has our schema.
  SqlAccountStore(std::unique_ptr<Engine> engine, app::Digest digest)
      : SqlWork(std::move(engine)), digest_(std::move(digest)) {}

  Result<std::vector<app::StoredAccount>> accounts() override;
  Result<std::optional<app::StoredAccount>> account(app::AccountId id) override;
  Result<std::optional<app::StoredAccount>> find(const account::UserName& name) override;
  Result<app::AccountId> make_account(const app::NewAccount& account, const app::AuditNote& note) override;
  Result<app::AccountId> make_first_administrator(const std::string& link, const app::NewAccount& account,
                                                  const app::AuditNote& note) override;
  Result<> close_account(app::AccountId id, Date day, const app::AuditNote& note) override;
  Result<> set_pass_phrase(app::AccountId id, const std::string& known, const std::string& hash,
                           const app::AuditNote& note) override;
  Result<> enrol_second_factor(app::AccountId id, const app::SecondFactor& factor,
                               const app::AuditNote& note) override;

  Result<std::vector<account::Office>> offices_of(app::AccountId id) override;
  Result<std::vector<account::Office>> offices() override;
  Result<> appoint(const account::Office& office, const app::AuditNote& note) override;
  Result<> end_office(const account::Office& office, Date day, const app::AuditNote& note) override;
  Result<account::Handover> hand_over(const account::Office& office, app::AccountId receiver, Date day,
                                      const app::AuditNote& note) override;

  Result<> sign_in(const app::StoredSession& session, const app::Proof& proof,
                   const std::optional<std::string>& replaced, const app::AuditNote& note) override;
  Result<std::optional<app::StoredSession>> session(const std::string& digest, app::Instant now) override;
  Result<std::vector<app::StoredSession>> sessions_of(app::AccountId id, app::Instant now) override;
  Result<> touch_session(const std::string& digest, app::Instant seen, app::Instant expires) override;
  Result<> sign_out(const std::string& digest, const app::AuditNote& note) override;

  Result<> make_token(const app::StoredToken& token, const app::AuditNote& note) override;
  Result<std::optional<app::StoredToken>> token(const std::string& digest, app::Instant now) override;
  Result<std::vector<app::StoredToken>> tokens_of(app::AccountId id) override;
  Result<> revoke_token(app::AccountId id, const std::string& name, const app::AuditNote& note) override;

  Result<> make_link(const app::StoredLink& link, const app::AuditNote& note) override;
  Result<std::optional<app::StoredLink>> link(const std::string& digest, app::Instant now) override;
  Result<> reset_pass_phrase(const std::string& link, const std::string& hash,
                             const app::AuditNote& note) override;
  Result<> reset_second_factor(const std::string& link, const app::AuditNote& note) override;

  Result<std::optional<app::KeptAnswer>> kept_answer(app::AccountId id, const std::string& key,
                                                     app::Instant now) override;
  Result<> keep_answer(const app::KeptAnswer& answer, app::Instant now) override;

  Result<> write_audit(std::span<const app::AuditNote> notes) override;
  Result<> each_audit(std::uint64_t after,
                      const std::function<Result<>(const account::AuditEntry&)>& visit) override;
  Result<> latest_audit(std::uint64_t before,
                        const std::function<bool(const account::AuditEntry&)>& visit) override;

 private:
  // What follows runs inside a transaction.

  /// Deletes from `table` where `condition` holds of `account`.
  void forget(std::string_view table, app::AccountId account, std::string_view condition = "1 = 1");

  [[nodiscard]] Result<std::vector<app::StoredAccount>> read_accounts(std::string_view condition,
                                                                      Values values);
  [[nodiscard]] Result<app::StoredAccount> open_account(app::AccountId id);
  [[nodiscard]] Result<app::AccountId> write_account(const app::NewAccount& account, app::Instant made);

  [[nodiscard]] Result<std::vector<account::Office>> read_offices(std::string_view condition, Values values);
  [[nodiscard]] Result<> write_office(const account::Office& office);
  void end_stored(const account::Office& office, Date day);
  [[nodiscard]] Result<> check_stored(const account::Office& office);
  /// Of open accounts, until further notice.
  [[nodiscard]] bool has_administrator();

  void write_link(const app::StoredLink& link);
  /// Takes it out. Errors: `link.ended`.
  [[nodiscard]] Result<app::StoredLink> use_link(const std::string& digest, app::LinkKind kind,
                                                 app::Instant now);

  void write_notes(std::span<const app::AuditNote> notes);

  app::Digest digest_;
};

}  // namespace nucong::store

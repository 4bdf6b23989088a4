// The Writer in SQL that SQLite and PostgreSQL both speak. One file a subject, as for SqlDatabase.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/database.hpp"
#include "store/detail/connection.hpp"

namespace nucong::store {

/// Of one transaction of acts, for all of its acts.
class SqlWriter final : public app::Writer {
 public:
  SqlWriter(Connection& connection, const app::Digest& digest) : sql_(connection), digest_(digest) {}

  [[nodiscard]] Connection& connection() { return sql_; }

  /// What of the transaction's acts is not in the database alone.
  struct Mark {
    std::optional<app::Sequence> last_act;  ///< none: nobody has looked yet
    std::uint64_t last_entry = 0;           ///< of the audit log
    std::string last_hash;                  ///< its hash
    bool acted = false;
  };
  [[nodiscard]] Mark mark() const { return mark_; }
  /// An act was taken back, with its numbers.
  void go_back_to(const Mark& mark) { mark_ = mark; }
  /// Whether others should look for something new.
  [[nodiscard]] bool has_acted() const { return mark_.acted; }

  Result<app::Sequence> record_events(std::span<const unit::UnitEvent> events, std::size_t known,
                                      Date day) override;
  Result<std::vector<unit::UnitEvent>> undo_events(Date day, const app::UndoCheck& check) override;

  Result<app::Sequence> submit(std::span<const app::StoredReport> reports, Date day) override;
  Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) override;
  Result<app::Sequence> add_step(const report::Step& step, Date day) override;
  Result<app::Sequence> freeze(const report::Step& step, const std::string& text, const std::string& digest,
                               Date day) override;
  Result<app::Sequence> extend(const report::Extension& extension, Date day) override;
  Result<app::Sequence> remind(std::span<const app::Reminder> reminders, Date day) override;

  Result<std::string> adopt(const target::Directive& directive) override;
  Result<app::Sequence> give(const std::string& directive, std::span<const Slot> further, Date day) override;
  Result<app::Sequence> bind(const std::string& target, const std::string& indicator, Date day) override;
  Result<app::Sequence> set_goals(std::span<const target::Goal> goals, Date day) override;

  Result<app::AccountId> make_account(const app::NewAccount& account, const app::AuditNote& note) override;
  Result<app::AccountId> make_first_administrator(const std::string& link, const app::NewAccount& account,
                                                  const app::AuditNote& note) override;
  Result<> close_account(app::AccountId id, Date day, const app::AuditNote& note) override;
  Result<> set_pass_phrase(app::AccountId id, const std::string& known, const std::string& hash,
                           const app::AuditNote& note) override;
  Result<> enrol_second_factor(app::AccountId id, const app::SecondFactor& factor,
                               const app::AuditNote& note) override;

  Result<> appoint(const account::Office& office, const app::AuditNote& note) override;
  Result<> end_office(const account::Office& office, Date day, const app::AuditNote& note) override;
  Result<account::Handover> hand_over(const account::Office& office, app::AccountId receiver, Date day,
                                      const app::AuditNote& note) override;

  Result<> sign_in(const app::StoredSession& session, const app::Proof& proof,
                   const std::optional<std::string>& replaced, const app::AuditNote& note) override;
  Result<> sign_out(const std::string& digest, const app::AuditNote& note) override;
  Result<> make_token(const app::StoredToken& token, const app::AuditNote& note) override;
  Result<> revoke_token(app::AccountId id, const std::string& name, const app::AuditNote& note) override;
  Result<> make_link(const app::StoredLink& link, const app::AuditNote& note) override;
  Result<> reset_pass_phrase(const std::string& link, const std::string& hash,
                             const app::AuditNote& note) override;
  Result<> reset_second_factor(const std::string& link, const app::AuditNote& note) override;

  void note(const app::AuditNote& note) override;
  Result<> keep_answer(const app::KeptAnswer& answer, app::Instant now) override;

  app::Sequence last_act() override;

  // ---- For imports, whose reports are there before their act

  struct ActRow {
    std::string_view kind;
    Date day{};
    std::string_view summary;
    std::uint64_t rows = 0;
    std::optional<std::int64_t> import = {};
  };
  /// The next act; its number.
  app::Sequence add_act(const ActRow& act);

 private:
  void find_numbers();
  [[nodiscard]] Result<> check_unused(std::span<const unit::UnitEvent> batch);
  [[nodiscard]] Result<app::Sequence> append_step(const report::Step& step, std::string_view kind, Date day);
  void write_directive(const target::Directive& directive, std::int64_t ordinal, app::Sequence sequence);
  void write_recipients(std::span<const Slot> units, std::int64_t directive, app::Sequence sequence);
  [[nodiscard]] Result<> check_target(const std::string& target);

  /// Deletes from `table` what is of the account.
  void forget(std::string_view table, app::AccountId account);
  [[nodiscard]] Result<app::StoredAccount> open_account(app::AccountId id);
  [[nodiscard]] Result<app::AccountId> write_account(const app::NewAccount& account, app::Instant made);
  [[nodiscard]] Result<> write_office(const account::Office& office);
  void end_stored(const account::Office& office, Date day);
  [[nodiscard]] Result<> check_stored(const account::Office& office);
  /// Of open accounts, until further notice.
  [[nodiscard]] bool has_administrator();
  void write_link(const app::StoredLink& link);
  /// Takes it out. Errors: `link.ended`.
  [[nodiscard]] Result<app::StoredLink> use_link(const std::string& digest, app::LinkKind kind,
                                                 app::Instant now);

  Connection& sql_;
  const app::Digest& digest_;
  Mark mark_;
};

}  // namespace nucong::store

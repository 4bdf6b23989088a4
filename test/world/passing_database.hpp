// A database that passes everything on to another one: a test overrides what it wants to be otherwise.
#pragma once

#include "app/database.hpp"

namespace nucong::world {

class PassingDatabase : public app::Database {
 public:
  explicit PassingDatabase(app::Database& behind) : behind_(behind) {}

  template <class T>
  using Visit = std::function<Result<>(const T&)>;

  Result<std::vector<unit::UnitEvent>> events() override { return behind_.events(); }

  Result<> each_report(Date from, Date to, const Visit<app::StoredReport>& visit) override {
    return behind_.each_report(from, to, visit);
  }
  Result<std::vector<app::StoredReport>> versions(Slot unit, const Period& period) override {
    return behind_.versions(unit, period);
  }
  Result<> each_first_receipt(const Visit<app::FirstReceipt>& visit) override {
    return behind_.each_first_receipt(visit);
  }
  Result<> each_version(const Visit<app::StoredReport>& visit) override {
    return behind_.each_version(visit);
  }
  Result<std::vector<report::Step>> steps(Slot unit, const Period& period) override {
    return behind_.steps(unit, period);
  }
  Result<std::vector<app::FrozenText>> frozen(Slot unit, const Period& period) override {
    return behind_.frozen(unit, period);
  }
  Result<> each_frozen(const Visit<app::FrozenText>& visit) override { return behind_.each_frozen(visit); }
  Result<std::optional<app::SavedDraft>> draft(Slot unit, const Period& period) override {
    return behind_.draft(unit, period);
  }

  Result<std::vector<report::Extension>> extensions() override { return behind_.extensions(); }
  Result<std::vector<app::Reminder>> reminders(Slot unit, std::chrono::sys_seconds from) override {
    return behind_.reminders(unit, from);
  }
  Result<std::vector<app::Reminder>> all_reminders(std::chrono::sys_seconds from) override {
    return behind_.all_reminders(from);
  }

  Result<std::vector<target::Directive>> directives() override { return behind_.directives(); }
  Result<std::vector<target::Goal>> goals() override { return behind_.goals(); }

  Result<std::vector<app::Act>> acts(app::Sequence after) override { return behind_.acts(after); }
  Result<app::Sequence> latest() override { return behind_.latest(); }
  Result<> each_report_since(app::Sequence after, const Visit<app::StoredReport>& visit) override {
    return behind_.each_report_since(after, visit);
  }
  Result<> each_step_since(app::Sequence after, const Visit<app::StoredStep>& visit) override {
    return behind_.each_step_since(after, visit);
  }

  Result<std::vector<app::StoredAccount>> accounts() override { return behind_.accounts(); }
  Result<std::optional<app::StoredAccount>> account(app::AccountId id) override {
    return behind_.account(id);
  }
  Result<std::optional<app::StoredAccount>> account_named(const account::UserName& name) override {
    return behind_.account_named(name);
  }
  Result<std::vector<account::Office>> offices_of(app::AccountId id) override {
    return behind_.offices_of(id);
  }
  Result<std::vector<account::Office>> offices() override { return behind_.offices(); }
  Result<std::optional<app::StoredSession>> session(const std::string& digest, app::Instant now) override {
    return behind_.session(digest, now);
  }
  Result<std::vector<app::StoredSession>> sessions_of(app::AccountId id, app::Instant now) override {
    return behind_.sessions_of(id, now);
  }
  Result<std::optional<app::StoredToken>> token(const std::string& digest, app::Instant now) override {
    return behind_.token(digest, now);
  }
  Result<std::vector<app::StoredToken>> tokens_of(app::AccountId id) override {
    return behind_.tokens_of(id);
  }
  Result<std::optional<app::StoredLink>> link(const std::string& digest, app::Instant now) override {
    return behind_.link(digest, now);
  }
  Result<std::optional<app::KeptAnswer>> kept_answer(app::AccountId id, const std::string& key,
                                                     app::Instant now) override {
    return behind_.kept_answer(id, key, now);
  }

  Result<> each_audit(std::uint64_t after, const Visit<account::AuditEntry>& visit) override {
    return behind_.each_audit(after, visit);
  }
  Result<> latest_audit(std::uint64_t before,
                        const std::function<bool(const account::AuditEntry&)>& visit) override {
    return behind_.latest_audit(before, visit);
  }
  Result<std::vector<std::string>> verify() override { return behind_.verify(); }

  Result<> commit(const Body& body) override { return behind_.commit(body); }
  Result<app::Sequence> import_reports(const app::ReportFill& fill, Date day,
                                       std::optional<app::Sequence> known) override {
    return behind_.import_reports(fill, day, known);
  }
  Result<std::uint32_t> save_draft(const app::SavedDraft& draft, std::uint32_t known) override {
    return behind_.save_draft(draft, known);
  }
  Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) override {
    return behind_.drop_draft(unit, period, known);
  }
  Result<> touch_session(const std::string& digest, app::Instant seen, app::Instant expires) override {
    return behind_.touch_session(digest, seen, expires);
  }
  Result<> keep_answer(const app::KeptAnswer& answer, app::Instant now) override {
    return behind_.keep_answer(answer, now);
  }
  Result<> forget_answers(app::Instant now) override { return behind_.forget_answers(now); }
  void await_act(std::chrono::milliseconds most) override { behind_.await_act(most); }

 private:
  app::Database& behind_;
};

}  // namespace nucong::world

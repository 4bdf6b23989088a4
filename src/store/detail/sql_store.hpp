// The Store in SQL that SQLite and PostgreSQL both speak. One file a subject: sql_units.cpp, sql_reports.cpp,
// sql_directives.cpp, sql_recipients.cpp, sql_goals.cpp, sql_steps.cpp, sql_acts.cpp, sql_verify.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "app/store.hpp"
#include "store/detail/read_ahead.hpp"
#include "store/detail/sql_work.hpp"

namespace nucong::store {

struct ReportSteps;

class SqlStore final : public app::Store, private SqlWork {
 public:
  /// The engine's database has our schema.
  explicit SqlStore(std::unique_ptr<Engine> engine) : SqlWork(std::move(engine)) {}

  Result<std::vector<unit::UnitEvent>> events() override;
  Result<app::Sequence> record_events(std::span<const unit::UnitEvent> events, std::size_t known,
                                      Date day) override;
  Result<std::vector<unit::UnitEvent>> undo_events(Date day, const app::UndoCheck& check) override;

  Result<app::Sequence> submit_in_portions(const app::ReportFill& fill, Date day) override;
  Result<> each_report(Date from, Date to,
                       const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<std::vector<app::StoredReport>> versions(Slot unit, const Period& period) override;
  Result<> each_first_receipt(const std::function<Result<>(const app::FirstReceipt&)>& visit) override;
  Result<> each_version(const std::function<Result<>(const app::StoredReport&)>& visit) override;

  Result<std::string> adopt(const target::Directive& directive) override;
  Result<std::vector<target::Directive>> directives() override;
  Result<app::Sequence> give(const std::string& directive, std::span<const Slot> further, Date day) override;
  Result<app::Sequence> bind(const std::string& target, const std::string& indicator, Date day) override;
  Result<app::Sequence> set_goals(std::span<const target::Goal> goals, Date day) override;
  Result<std::vector<target::Goal>> goals() override;

  Result<std::vector<app::Act>> acts(app::Sequence after) override;
  Result<app::Sequence> latest() override;
  Result<> each_report_since(app::Sequence after,
                             const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<> each_step_since(app::Sequence after,
                           const std::function<Result<>(const app::StoredStep&)>& visit) override;
  Result<std::vector<report::Extension>> extensions() override;
  Result<> each_frozen(const std::function<Result<>(const app::FrozenText&)>& visit) override;
  Result<std::vector<std::string>> verify() override;

 private:
  // What follows runs inside a transaction.

  [[nodiscard]] Result<std::vector<unit::UnitEvent>> standing_events(std::string_view more,
                                                                     std::int64_t sequence);
  [[nodiscard]] Result<> check_unused(std::span<const unit::UnitEvent> batch);

  /// Errors: `report.version_changed`, `report.signed`.
  [[nodiscard]] Result<> append_reports(std::span<const app::StoredReport> reports, app::Sequence sequence);
  /// Finds the first report whose version does not follow.
  [[nodiscard]] Result<> check_versions(std::span<const app::StoredReport> reports, const ReportSteps& steps);
  /// Finds the first report that is signed.
  [[nodiscard]] Result<> check_unlocked(std::span<const app::StoredReport> reports, const ReportSteps& steps);
  void unmark_current(std::span<const app::StoredReport> reports, const ReportSteps& steps);
  /// Until `take` says no.
  [[nodiscard]] Result<> read_reports(std::string_view condition_and_order, std::span<const Value> values,
                                      const ReportTake& take);
  [[nodiscard]] Result<> visit_reports(std::string_view condition_and_order, std::span<const Value> values,
                                       const ReportVisit& visit);

  [[nodiscard]] Result<> check_new(const target::Directive& directive);
  void write_directive(const target::Directive& directive, std::int64_t ordinal, app::Sequence sequence);
  void write_recipients(std::span<const Slot> units, std::int64_t directive, app::Sequence sequence);
  [[nodiscard]] Result<> check_target(const std::string& target);
};

}  // namespace nucong::store

// The Store in SQL that SQLite and PostgreSQL both speak. One file a subject: sql_units.cpp, sql_reports.cpp,
// sql_directives.cpp, sql_goals.cpp, sql_acts.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <soci/error.h>

#include "app/store.hpp"
#include "store/detail/engine.hpp"
#include "store/detail/read_ahead.hpp"

namespace nucong::store {

struct ReportSteps;

class SqlStore final : public app::Store {
 public:
  /// The engine's database has our schema.
  explicit SqlStore(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

  Result<std::vector<unit::UnitEvent>> events() override;
  Result<app::Sequence> record_events(std::span<const unit::UnitEvent> events, std::size_t known,
                                      Date day) override;
  Result<std::vector<unit::UnitEvent>> undo_events(Date day) override;

  Result<app::Sequence> submit_in_portions(const app::ReportFill& fill, Date day) override;
  Result<> each_report(Date from, Date to,
                       const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<std::vector<app::StoredReport>> versions(Slot unit, const Period& period) override;
  Result<> each_version(const std::function<Result<>(const app::StoredReport&)>& visit) override;

  Result<std::string> adopt(const target::Directive& directive) override;
  Result<std::vector<target::Directive>> directives() override;
  Result<app::Sequence> bind(const std::string& target, const std::string& indicator, Date day) override;
  Result<app::Sequence> set_goals(std::span<const target::Goal> goals, Date day) override;
  Result<std::vector<target::Goal>> goals() override;

  Result<std::vector<app::Act>> acts(app::Sequence after) override;
  Result<app::Sequence> latest() override;
  Result<> each_report_since(app::Sequence after,
                             const std::function<Result<>(const app::StoredReport&)>& visit) override;
  Result<std::vector<std::string>> verify() override;

 private:
  /// Runs `body`, which returns a Result, in one transaction; a failure leaves nothing behind.
  template <class Body>
  auto within(Transaction::Kind kind, Body&& body) -> decltype(body()) {
    ENSURE(!busy_);  // a visit may not call the store
    const Turn turn(busy_);
    try {
      engine_->ensure_connected();
      Transaction transaction(*engine_, kind);
      auto result = body();
      if (result) transaction.commit();
      return result;
    } catch (const soci::soci_error& error) {
      return engine_->translate(error);
    }
  }
  template <class Body>
  auto reading(Body&& body) -> decltype(body()) {
    return within(Transaction::Kind::read, std::forward<Body>(body));
  }
  template <class Body>
  auto acting(Body&& body) -> decltype(body()) {
    return within(Transaction::Kind::act, std::forward<Body>(body));
  }

  struct Turn {
    explicit Turn(bool& busy) : flag(busy) { flag = true; }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { flag = false; }
    bool& flag;
  };

  // What follows runs inside a transaction.

  /// The number of the last act; 0 before the first.
  [[nodiscard]] app::Sequence last_sequence();
  void write_act(app::Sequence sequence, std::string_view kind, Date day, std::string_view summary);
  [[nodiscard]] long long number(const std::string& sql);

  [[nodiscard]] Result<std::vector<unit::UnitEvent>> standing_events(std::string_view more,
                                                                     std::int64_t sequence);
  [[nodiscard]] Result<> check_unused(std::span<const unit::UnitEvent> batch);

  /// Errors: `report.version_changed`.
  [[nodiscard]] Result<> append_reports(std::span<const app::StoredReport> reports, app::Sequence sequence);
  /// Finds the first report whose version does not follow.
  [[nodiscard]] Result<> check_versions(std::span<const app::StoredReport> reports, const ReportSteps& steps);
  void unmark_current(std::span<const app::StoredReport> reports, const ReportSteps& steps);
  /// Until `take` says no.
  [[nodiscard]] Result<> read_reports(std::string_view condition_and_order, std::span<const Value> values,
                                      const ReportTake& take);
  [[nodiscard]] Result<> visit_reports(std::string_view condition_and_order, std::span<const Value> values,
                                       const ReportVisit& visit);

  [[nodiscard]] Result<> check_new(const target::Directive& directive);
  void write_directive(const target::Directive& directive, std::int64_t ordinal, app::Sequence sequence);
  [[nodiscard]] Result<> check_target(const std::string& target);

  std::unique_ptr<Engine> engine_;
  bool busy_ = false;
};

}  // namespace nucong::store

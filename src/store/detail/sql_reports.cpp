#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/imports.hpp"
#include "store/detail/period_reader.hpp"
#include "store/detail/report_rows.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

Result<> visit_reports(Connection& sql, std::string_view condition_and_order, Values values,
                       const ReportVisit& visit) {
  return visit_while_reading(
      [&](const auto& take) { return read_reports(sql, condition_and_order, values, take); }, visit);
}

/// Of versions that come one after the other for each unit and period, hands on the last.
class CurrentOnly {
 public:
  explicit CurrentOnly(const ReportTake& take) : take_(take) {}

  bool operator()(app::StoredReport& report) {
    const bool is_next = held_ && (report.unit != held_->unit || report.period != held_->period);
    if (is_next && !take_(*held_)) {
      held_.reset();
      return false;
    }
    if (held_)
      std::swap(*held_, report);
    else
      held_ = report;
    return true;
  }
  void finish() {
    if (held_) (void)take_(*held_);
  }

 private:
  const ReportTake& take_;
  std::optional<app::StoredReport> held_;
};

/// So many are held in memory at once.
constexpr std::int64_t few_reports = 1000;

// An import's reports stand elsewhere in the index than the acts before and after it: they are visited in
// their turn, one range after the other.
Result<> visit_many_since(Connection& sql, app::Sequence after, const ReportVisit& visit) {
  constexpr std::string_view order = "ORDER BY sequence, unit, first_day, last_day DESC, period, version";
  std::vector<std::pair<app::Sequence, std::int64_t>> imports;
  const Value first = after;
  sql.each_row(
      "SELECT sequence, import FROM act WHERE sequence > $1 AND import IS NOT NULL ORDER BY sequence",
      {&first, 1}, [&](const Row& row) {
        imports.emplace_back(static_cast<app::Sequence>(row.integer(0)), row.integer(1));
        return true;
      });
  for (const auto& [act, number] : imports) {
    const std::array<Value, 2> before = {after, act};
    TRY(visit_reports(sql, fmt::format("sequence > $1 AND sequence < $2 {}", order), before, visit));
    const Value of_import = -number;
    TRY(visit_reports(sql, fmt::format("sequence = $1 {}", order), {&of_import, 1}, visit));
    after = act;
  }
  const Value rest = after;
  return visit_reports(sql, fmt::format("sequence > $1 {}", order), {&rest, 1}, visit);
}

}  // namespace

Result<app::Sequence> SqlWriter::submit(std::span<const app::StoredReport> reports, Date day) {
  const auto sequence = last_act() + 1;
  if (reports.empty()) return sequence - 1;
  TRY(append_reports(sql_, reports, static_cast<std::int64_t>(sequence)));
  return add_act({act_kind::report_submit, day, counted(reports.size(), "report"), reports.size()});
}

Result<> SqlDatabase::each_report(Date from, Date to, const ReportVisit& visit) {
  return reading([&](Connection& sql) {
    const std::array<Value, 2> days = {to, from};
    return visit_while_reading(
        [&](const ReportTake& take) -> Result<> {
          CurrentOnly current(take);
          TRY(read_reports(
              sql,
              "first_day <= $1 AND last_day >= $2 ORDER BY first_day, last_day DESC, unit, period, version",
              days, std::ref(current)));
          current.finish();
          return ok();
        },
        visit);
  });
}

Result<> SqlDatabase::each_first_receipt(const std::function<Result<>(const app::FirstReceipt&)>& visit) {
  return reading([&](Connection& sql) {
    PeriodReader periods;
    return sql.each(
        fmt::format(
            "SELECT f.unit, f.period, f.received FROM report JOIN report f ON f.unit = report.unit AND "
            "f.period = report.period AND f.version = 1 WHERE report.version = 2 AND {} "
            "AND (f.sequence > 0 OR f.sequence IN (SELECT -import FROM act WHERE import IS NOT NULL)) "
            "ORDER BY f.first_day, f.last_day DESC, f.unit, f.period",
            report_is_visible),
        {},
        [&](const Row& row) -> Result<app::FirstReceipt> {
          TRY(const auto period, periods.read(row.text(1)));
          return app::FirstReceipt{row.slot(0), period, row.day(2)};
        },
        visit);
  });
}

Result<std::vector<app::StoredReport>> SqlDatabase::versions(Slot unit, const Period& period) {
  return asking([&](Connection& sql) { return versions_of(sql, unit, period); });
}

Result<> SqlDatabase::each_version(const ReportVisit& visit) {
  return reading([&](Connection& sql) {
    return visit_reports(sql, "1 = 1 ORDER BY unit, first_day, last_day DESC, period, version", {}, visit);
  });
}

Result<> SqlDatabase::each_report_since(app::Sequence after, const ReportVisit& visit) {
  return reading([&](Connection& sql) -> Result<> {
    std::int64_t rows = 0;
    bool imported = false;
    const Value first = after;
    sql.each_row("SELECT COALESCE(sum(rows), 0), count(import) FROM act WHERE sequence > $1", {&first, 1},
                 [&](const Row& row) {
                   rows = row.integer(0);
                   imported = row.integer(1) > 0;
                   return true;
                 });
    if (rows > few_reports || imported) return visit_many_since(sql, after, visit);
    TRY(const auto reports, reports_since(sql, after));
    for (const auto& report : reports) {
      TRY(visit(report));
    }
    return ok();
  });
}

}  // namespace nucong::store

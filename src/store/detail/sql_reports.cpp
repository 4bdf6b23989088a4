#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/act_words.hpp"
#include "store/detail/period_reader.hpp"
#include "store/detail/report_steps.hpp"
#include "store/detail/sql_store.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

constexpr std::string_view report_columns =
    "unit, period, version, form, received, by_whom, figures, reasons, sequence";

/// How many reports one statement asks about.
constexpr std::size_t incoming_max = 500;

void read_report(const Row& row, app::StoredReport& report) {
  report.unit = Slot(static_cast<std::uint32_t>(row.integer(0)));
  report.version = static_cast<std::uint32_t>(row.integer(2));
  report.form = row.text(3);
  report.received = row.day(4);
  report.by = row.text(5);
  report.figures = row.text(6);
  report.reasons = row.text(7);
  report.sequence = static_cast<app::Sequence>(row.integer(8));
}

/// Reports on their way in as a table of the statement's own: no scratch table to make, fill and empty.
std::string incoming(std::span<const app::StoredReport> reports, const ReportSteps& steps, std::size_t from) {
  std::string sql = "WITH incoming(ordinal, unit, period, version, step) AS (VALUES ";
  for (std::size_t i = from; i < std::min(reports.size(), from + incoming_max); ++i) {
    // A period's name has no quotation mark.
    fmt::format_to(std::back_inserter(sql), "{}({}, {}, '{}', {}, {})", i == from ? "" : ", ", i,
                   reports[i].unit.value, steps.period[i], reports[i].version, steps.step[i]);
  }
  return sql + ") ";
}

}  // namespace

Result<> SqlStore::check_versions(std::span<const app::StoredReport> reports, const ReportSteps& steps) {
  for (std::size_t from = 0; from < reports.size(); from += incoming_max) {
    const auto wrong = number(
        incoming(reports, steps, from) +
        "SELECT COALESCE(min(i.ordinal), -1) FROM incoming i WHERE i.version <> i.step + "
        "COALESCE((SELECT max(r.version) FROM report r WHERE r.unit = i.unit AND r.period = i.period), 0)");
    if (wrong < 0) continue;
    return changed_version(reports[static_cast<std::size_t>(wrong)]);
  }
  return ok();
}

Result<> SqlStore::check_unlocked(std::span<const app::StoredReport> reports, const ReportSteps& steps) {
  for (std::size_t from = 0; from < reports.size(); from += incoming_max) {
    const auto locked = number(
        incoming(reports, steps, from) +
        "SELECT COALESCE(min(i.ordinal), -1) FROM incoming i WHERE (SELECT s.kind FROM report_step s "
        "WHERE s.unit = i.unit AND s.period = i.period AND s.kind IN ('signed', 'returned', 'reopened') "
        "ORDER BY s.number DESC LIMIT 1) = 'signed'");
    if (locked >= 0) return signed_report(reports[static_cast<std::size_t>(locked)]);
  }
  return ok();
}

void SqlStore::unmark_current(std::span<const app::StoredReport> reports, const ReportSteps& steps) {
  if (std::ranges::none_of(reports, [](const auto& report) { return report.version > 1; })) return;
  // Only the step after a version that was there finds one to take the mark from.
  for (std::size_t from = 0; from < reports.size(); from += incoming_max)
    engine_->session() << incoming(reports, steps, from) +
                              "UPDATE report SET current = 0 FROM incoming i WHERE report.unit = i.unit AND "
                              "report.period = i.period AND report.version = i.version - 1 AND i.version > 1";
}

Result<> SqlStore::append_reports(std::span<const app::StoredReport> reports, app::Sequence sequence) {
  const ReportSteps steps = steps_of(reports);
  TRY(check_versions(reports, steps));
  TRY(check_unlocked(reports, steps));
  unmark_current(reports, steps);
  const auto sink =
      engine_->insert("report",
                      "unit, period, version, form, first_day, last_day, received, by_whom, figures, "
                      "reasons, sequence, current");
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto& r = reports[i];
    sink->row(r.unit.value, steps.period[i], r.version, r.form, r.period.first(), r.period.last(), r.received,
              r.by, r.figures, r.reasons, sequence, steps.current[i] ? 1 : 0);
  }
  sink->finish();
  return ok();
}

Result<app::Sequence> SqlStore::submit_in_portions(const app::ReportFill& fill, Date day) {
  return acting([&]() -> Result<app::Sequence> {
    const auto last = last_sequence();
    std::size_t count = 0;
    TRY(fill([&](std::span<const app::StoredReport> reports) -> Result<> {
      count += reports.size();
      return reports.empty() ? ok() : append_reports(reports, last + 1);
    }));
    if (count == 0) return last;
    write_act(last + 1, act_kind::report_submit, day, counted(count, "report"));
    return last + 1;
  });
}

Result<> SqlStore::read_reports(std::string_view condition_and_order, std::span<const Value> values,
                                const ReportTake& take) {
  Result<> state = ok();
  PeriodReader periods;
  app::StoredReport report{.unit = {}, .period = Period::year(2000)};
  engine_->each_row(fmt::format("SELECT {} FROM report {}", report_columns, condition_and_order), values,
                    [&](const Row& row) {
                      const auto period = periods.read(row.text(1));
                      if (!period) {
                        state = period.error();
                        return false;
                      }
                      report.period = period.value();
                      read_report(row, report);
                      return take(report);
                    });
  return state;
}

Result<> SqlStore::visit_reports(std::string_view condition_and_order, std::span<const Value> values,
                                 const ReportVisit& visit) {
  return visit_while_reading(
      [&](const auto& take) { return read_reports(condition_and_order, values, take); }, visit);
}

Result<> SqlStore::each_report(Date from, Date to, const ReportVisit& visit) {
  return reading([&] {
    const std::array<Value, 2> days = {day_number(to), day_number(from)};
    return visit_reports(
        "WHERE current = 1 AND first_day <= $1 AND last_day >= $2 ORDER BY first_day, last_day DESC, unit, "
        "period",
        days, visit);
  });
}

Result<> SqlStore::each_first_receipt(const std::function<Result<>(const app::FirstReceipt&)>& visit) {
  return reading([&] {
    PeriodReader periods;
    return each(
        "SELECT unit, period, received FROM report WHERE version = 1 AND current = 0 "
        "ORDER BY first_day, last_day DESC, unit, period",
        {},
        [&](const Row& row) -> Result<app::FirstReceipt> {
          TRY(const auto period, periods.read(row.text(1)));
          return app::FirstReceipt{slot_of(row, 0), period, row.day(2)};
        },
        visit);
  });
}

Result<std::vector<app::StoredReport>> SqlStore::versions(Slot unit, const Period& period) {
  return reading([&]() -> Result<std::vector<app::StoredReport>> {
    std::vector<app::StoredReport> found;
    const std::string name = period.str();
    const std::array<Value, 2> key = {static_cast<std::int64_t>(unit.value), std::string_view(name)};
    TRY(read_reports("WHERE unit = $1 AND period = $2 ORDER BY version", key, [&](app::StoredReport& report) {
      found.push_back(report);
      return true;
    }));
    return found;
  });
}

Result<> SqlStore::each_version(const std::function<Result<>(const app::StoredReport&)>& visit) {
  return reading(
      [&] { return visit_reports("ORDER BY unit, first_day, last_day DESC, period, version", {}, visit); });
}

Result<> SqlStore::each_report_since(app::Sequence after, const ReportVisit& visit) {
  return reading([&] {
    const Value first = static_cast<std::int64_t>(after);
    return visit_reports(
        "WHERE sequence > $1 ORDER BY sequence, unit, first_day, last_day DESC, period, version", {&first, 1},
        visit);
  });
}

}  // namespace nucong::store

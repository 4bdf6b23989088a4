#include "store/detail/report_rows.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "store/detail/imports.hpp"
#include "store/detail/period_reader.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

constexpr std::string_view columns =
    "unit, period, version, form, received, by_whom, figures, reasons, sequence";
constexpr std::string_view columns_in =
    "unit, period, version, form, first_day, last_day, received, by_whom, figures, reasons, sequence";

/// How many reports one statement asks about.
constexpr std::size_t incoming_max = 500;

/// Of the steps of a report those that lock it or not.
constexpr std::string_view last_lock =
    "(SELECT s.kind FROM report_step s WHERE s.unit = {0} AND s.period = {1} AND s.kind IN ('signed', "
    "'returned', "
    "'reopened') ORDER BY s.number DESC LIMIT 1)";

/// The highest version that whoever adds with `sequence` has to follow: of those that are visible, and for an
/// import of those that it brought so far, too.
std::string highest_version(std::string_view unit, std::string_view period, std::int64_t sequence) {
  const std::string own = sequence < 0 ? fmt::format(" OR report.sequence = {}", sequence) : "";
  return fmt::format(
      "COALESCE((SELECT max(version) FROM report WHERE report.unit = {} AND report.period = {} AND ({}{})), "
      "0)",
      unit, period, report_is_visible, own);
}

/// For each report its place among those of its unit and period in the batch, from 1.
std::vector<std::uint32_t> steps_of(std::span<const app::StoredReport> reports,
                                    const std::vector<std::string>& periods) {
  struct Hash {
    std::size_t operator()(const std::pair<Slot, std::string_view>& key) const {
      return std::hash<std::string_view>{}(key.second) ^ (std::size_t{key.first.value} * 0x9e3779b97f4a7c15U);
    }
  };
  std::vector<std::uint32_t> steps;
  steps.reserve(reports.size());
  std::unordered_map<std::pair<Slot, std::string_view>, std::uint32_t, Hash> seen;
  for (std::size_t i = 0; i < reports.size(); ++i) steps.push_back(++seen[{reports[i].unit, periods[i]}]);
  return steps;
}

std::vector<std::string> periods_of(std::span<const app::StoredReport> reports) {
  std::vector<std::string> periods;
  periods.reserve(reports.size());
  for (const auto& report : reports) periods.push_back(report.period.str());
  return periods;
}

Result<> check_one(Connection& sql, const app::StoredReport& report, std::int64_t sequence) {
  static const std::string visible =
      fmt::format("SELECT {}, COALESCE({}, '')", highest_version("$1", "$2", 1),
                  fmt::format(fmt::runtime(last_lock), "$1", "$2"));
  const std::string staged = fmt::format("SELECT {}, COALESCE({}, '')", highest_version("$1", "$2", sequence),
                                         fmt::format(fmt::runtime(last_lock), "$1", "$2"));
  const std::string period = report.period.str();
  const Value key[] = {report.unit, period};
  std::int64_t highest = 0;
  bool is_signed = false;
  sql.each_row(sequence > 0 ? visible : staged, key, [&](const Row& row) {
    highest = row.integer(0);
    is_signed = row.text(1) == "signed";
    return true;
  });
  if (report.version != highest + 1) return changed_version(report);
  if (is_signed) return signed_report(report);
  return ok();
}

/// Reports on their way in as a table of the statement's own: no scratch table to make, fill and empty.
std::string incoming(std::span<const app::StoredReport> reports, const std::vector<std::string>& periods,
                     const std::vector<std::uint32_t>& steps, std::size_t from) {
  std::string sql = "WITH incoming(ordinal, unit, period, version, step) AS (VALUES ";
  for (std::size_t i = from; i < std::min(reports.size(), from + incoming_max); ++i) {
    // A period's name has no quotation mark.
    fmt::format_to(std::back_inserter(sql), "{}({}, {}, '{}', {}, {})", i == from ? "" : ", ", i,
                   reports[i].unit.value, periods[i], reports[i].version, steps[i]);
  }
  return sql + ") ";
}

Result<> check_many(Connection& sql, std::span<const app::StoredReport> reports,
                    const std::vector<std::string>& periods, std::int64_t sequence) {
  const auto steps = steps_of(reports, periods);
  const std::string first_wrong = fmt::format(
      "SELECT COALESCE(min(CASE WHEN i.version <> i.step + {} THEN i.ordinal END), -1), "
      "COALESCE(min(CASE WHEN {} = 'signed' THEN i.ordinal END), -1) FROM incoming i",
      highest_version("i.unit", "i.period", sequence),
      fmt::format(fmt::runtime(last_lock), "i.unit", "i.period"));
  std::int64_t signed_one = -1;
  for (std::size_t from = 0; from < reports.size(); from += incoming_max) {
    std::int64_t wrong = -1;
    sql.each_row(incoming(reports, periods, steps, from) + first_wrong, {}, [&](const Row& row) {
      wrong = row.integer(0);
      if (signed_one < 0) signed_one = row.integer(1);
      return true;
    });
    if (wrong >= 0) return changed_version(reports[static_cast<std::size_t>(wrong)]);
  }
  if (signed_one >= 0) return signed_report(reports[static_cast<std::size_t>(signed_one)]);
  return ok();
}

void read_report(const Row& row, app::StoredReport& report) {
  report.unit = row.slot(0);
  report.version = static_cast<std::uint32_t>(row.integer(2));
  report.form = row.text(3);
  report.received = row.day(4);
  report.by = row.text(5);
  report.figures = row.text(6);
  report.reasons = row.text(7);
}

/// One whose act's number stands in it.
Result<app::StoredReport> report_in(const Row& row, PeriodReader& periods) {
  TRY(const auto period, periods.read(row.text(1)));
  app::StoredReport report{.unit = {}, .period = period};
  read_report(row, report);
  report.sequence = static_cast<app::Sequence>(row.integer(8));
  return report;
}

}  // namespace

std::int64_t current_version(Connection& sql, Slot unit, const Period& period) {
  static const std::string statement = "SELECT " + highest_version("$1", "$2", 1);
  return sql.number(statement, {unit, period.str()});
}

Result<> append_reports(Connection& sql, std::span<const app::StoredReport> reports, std::int64_t sequence) {
  const auto periods = periods_of(reports);
  if (reports.size() == 1) {
    const auto& r = reports.front();
    TRY(check_one(sql, r, sequence));
    sql.insert_row("report", columns_in, r.unit, periods.front(), r.version, r.form, r.period.first(),
                   r.period.last(), r.received, r.by, r.figures, r.reasons, sequence);
    return ok();
  }
  TRY(check_many(sql, reports, periods, sequence));
  const auto sink = sql.insert("report", columns_in);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto& r = reports[i];
    sink->row(r.unit, periods[i], r.version, r.form, r.period.first(), r.period.last(), r.received, r.by,
              r.figures, r.reasons, sequence);
  }
  sink->finish();
  return ok();
}

Result<std::vector<app::StoredReport>> versions_of(Connection& sql, Slot unit, const Period& period) {
  static const std::string statement = fmt::format(
      "SELECT unit, period, version, form, received, by_whom, figures, reasons, CASE WHEN sequence > 0 THEN "
      "sequence "
      "ELSE (SELECT a.sequence FROM act a WHERE a.import = -report.sequence) END FROM report WHERE unit = $1 "
      "AND "
      "period = $2 AND {} ORDER BY version",
      report_is_visible);
  PeriodReader periods;
  return sql.rows(statement, {unit, period.str()}, [&](const Row& row) { return report_in(row, periods); });
}

Result<std::vector<app::StoredReport>> reports_since(Connection& sql, app::Sequence after) {
  static const std::string statement = fmt::format(
      "SELECT {} FROM report WHERE sequence > $1 ORDER BY sequence, unit, first_day, last_day DESC, period, "
      "version",
      columns);
  PeriodReader periods;
  return sql.rows(statement, {after}, [&](const Row& row) { return report_in(row, periods); });
}

Result<> read_reports(Connection& sql, std::string_view condition_and_order, Values values,
                      const ReportTake& take) {
  const ImportActs imports(sql);
  Result<> state = ok();
  PeriodReader periods;
  app::StoredReport report{.unit = {}, .period = Period::year(2000)};
  sql.stream_rows(
      fmt::format("SELECT {} FROM report WHERE {} AND {}", columns, report_is_visible, condition_and_order),
      values, [&](const Row& row) {
        const auto period = periods.read(row.text(1));
        if (!period) {
          state = period.error();
          return false;
        }
        report.period = period.value();
        read_report(row, report);
        report.sequence = imports.act_of(row.integer(8));
        return take(report);
      });
  return state;
}

}  // namespace nucong::store

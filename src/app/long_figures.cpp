#include "app/long_figures.hpp"

#include <algorithm>
#include <array>

namespace nucong::app {
namespace {

// In place of a value: the figure is no longer reported.
constexpr std::string_view take_back = "-";

constexpr std::array<std::string_view, 7> column_names = {"unit",   "period",   "element", "value",
                                                          "reason", "received", "by"};
constexpr std::size_t columns_required = 4;

}  // namespace

Result<LongColumns> LongColumns::find(const RowSource& rows) {
  const auto required = column_names.begin() + columns_required;
  TRY(auto columns,
      TableColumns::find(rows.heading(), {column_names.begin(), required}, {required, column_names.end()}));
  return LongColumns(rows, std::move(columns));
}

LongColumns::LongColumns(const RowSource& rows, TableColumns columns)
    : rows_(&rows), columns_(std::move(columns)) {
  for (const auto name : column_names) index_.push_back(columns_.index(name));
}

CellView LongColumns::cell(const RowView& row, Column column) const {
  const auto& at = index_[column];
  return at && *at < row.cells.size() ? row.cells[*at] : CellView{};
}

Place LongColumns::place(std::uint32_t line, Column column) const {
  return columns_.place(TableRow{line, {}}, column_names.at(column));
}

namespace {

// What one stretch of the file holds.
struct Stretch {
  struct Run {
    ReportKey report;
    RowRun rows;
  };
  std::vector<Run> runs;
  NumberReader numbers;
  std::uint32_t numbers_line = 0;  // of the row that told how numbers are written
  std::optional<Error> unreadable;
  Rejection faults;
};

class StretchReader {
 public:
  StretchReader(const unit::History& history, const LongColumns& columns)
      : history_(history), columns_(columns) {}

  Stretch read(const RowSource& rows, std::size_t stretch) {
    const auto read = rows.each_row(stretch, [&](const RowView& row) {
      add(row);
      return true;
    });
    if (read.has_error() && !stretch_.unreadable) stretch_.unreadable = read.error();
    return std::move(stretch_);
  }

 private:
  void add(const RowView& row) {
    learn_number(row);
    const auto unit = columns_.text(row, LongColumns::unit);
    const auto period = columns_.text(row, LongColumns::period);
    if (in_run_ && unit == unit_ && period == period_) {
      ++stretch_.runs.back().rows.rows;
      return;
    }
    const auto report = report_of(unit, period, row.at.line);
    in_run_ = report.has_value();
    if (report.has_error()) {
      stretch_.faults.add(report.error());
      return;
    }
    stretch_.runs.push_back({report.value(), {row.at, 1}});
    unit_ = unit;
    period_ = period;
  }

  void learn_number(const RowView& row) {
    const auto cell = columns_.cell(row, LongColumns::value);
    if (cell.kind == CellKind::number) return;
    auto& numbers = stretch_.numbers;
    const bool was_known = numbers.style() != NumberStyle::unknown;
    const auto learned = numbers.learn(cell.text);
    if (learned.has_error() && !stretch_.unreadable)
      stretch_.unreadable = learned.error().at(columns_.place(row.at.line, LongColumns::value));
    if (!was_known && numbers.style() != NumberStyle::unknown) stretch_.numbers_line = row.at.line;
  }

  [[nodiscard]] Result<ReportKey> report_of(std::string_view unit, std::string_view period,
                                            std::uint32_t line) const {
    const auto slot = history_.slot(unit);
    if (slot.has_error()) return slot.error().at(columns_.place(line, LongColumns::unit));
    const auto parsed = Period::parse(period);
    if (parsed.has_error()) return parsed.error().at(columns_.place(line, LongColumns::period));
    return ReportKey{slot.value(), parsed.value()};
  }

  const unit::History& history_;
  const LongColumns& columns_;
  Stretch stretch_;
  // Of the run under way.
  bool in_run_ = false;
  std::string unit_;
  std::string period_;
};

}  // namespace

// Joins stretches in file order.
class SurveyMaker {
 public:
  explicit SurveyMaker(const LongColumns& columns) : columns_(columns) {}

  [[nodiscard]] Result<> add(const Stretch& stretch) {
    if (stretch.unreadable) return *stretch.unreadable;
    const auto learned = survey_.numbers_.learn(stretch.numbers.evidence());
    if (learned.has_error())
      return learned.error().at(columns_.place(stretch.numbers_line, LongColumns::value));
    for (const auto& run : stretch.runs) {
      const auto [at, fresh] =
          index_.try_emplace(run.report, static_cast<std::uint32_t>(survey_.reports_.size()));
      if (fresh) survey_.reports_.push_back(run.report);
      runs_.push_back({at->second, run.rows});
    }
    return ok();
  }

  [[nodiscard]] LongSurvey finish() {
    std::ranges::stable_sort(runs_, {}, &RunOf::report);
    for (const auto& run : runs_) {
      if (survey_.first_run_.size() == run.report) survey_.first_run_.push_back(survey_.runs_.size());
      survey_.runs_.push_back(run.rows);
    }
    survey_.first_run_.push_back(survey_.runs_.size());
    return std::move(survey_);
  }

 private:
  struct RunOf {
    std::uint32_t report;
    RowRun rows;
  };
  const LongColumns& columns_;
  LongSurvey survey_;
  ByReport<std::uint32_t> index_;
  std::vector<RunOf> runs_;
};

Result<LongSurvey> LongSurvey::make(const Ports& ports, const unit::History& history, const RowSource& rows,
                                    const LongColumns& columns, Rejection& rejection) {
  std::vector<Stretch> stretches(rows.stretches());
  SurveyMaker maker(columns);
  Result<> joined = ok();
  ports.progress.begin("progress.reading", stretches.size());
  ports.workers.in_order(
      stretches.size(), [&](std::size_t i) { stretches[i] = StretchReader(history, columns).read(rows, i); },
      [&](std::size_t i) {
        ports.progress.advance(1);
        joined = maker.add(stretches[i]);
        rejection.add(std::move(stretches[i].faults));
        stretches[i] = {};
        return joined.has_value();
      });
  ports.progress.end();
  TRY(joined);
  auto survey = maker.finish();
  if (survey.reports().empty() && rejection.empty())
    return fail(ErrorCode::table_empty).at({rows.heading().file, 0, {}});
  return survey;
}

std::optional<Draft> LongReader::read(std::size_t report, Rejection& rejection) {
  const ReportKey& key = survey_.reports()[report];
  const auto runs = survey_.runs(report);
  Draft draft{key.unit, key.period, {}, {}, {}, {}, runs.front().first.line};
  std::string unit;
  bool sound = true;
  for (const auto& run : runs)
    rows_.rows_at(run.first, run.rows, [&](const RowView& row) {
      if (row.at.line == draft.mark) {
        unit = columns_.text(row, LongColumns::unit);
        draft.by = columns_.text(row, LongColumns::by);
      }
      if (const auto added = add_row(row, draft); added.has_error()) {
        rejection.add(added.error());
        sound = false;
      }
      return true;
    });
  sound = each_once(draft, unit, rejection) && sound;
  return sound ? std::optional(std::move(draft)) : std::nullopt;
}

Result<> LongReader::add_row(const RowView& row, Draft& draft) {
  const auto at = [&](LongColumns::Column column) { return columns_.place(row.at.line, column); };
  const auto series = series_in(columns_.text(row, LongColumns::element));
  if (series.has_error()) return series.error().at(at(LongColumns::element));
  const auto value = value_in(columns_.cell(row, LongColumns::value));
  if (value.has_error()) return value.error().at(at(LongColumns::value));
  Date received = today_;
  if (const auto text = columns_.text(row, LongColumns::received); !text.empty()) {
    const auto date = parse_date(text);
    if (date.has_error()) return date.error().at(at(LongColumns::received));
    received = date.value();
  }
  draft.received = draft.cells.empty() ? received : std::max(draft.received, received);
  draft.cells.push_back(
      {series.value(), value.value(), std::string(columns_.text(row, LongColumns::reason)), row.at.line});
  return ok();
}

Result<indicator::Series> LongReader::series_in(std::string_view text) {
  const auto known = series_.find(text);
  if (known != series_.end()) return known->second;
  TRY(const auto parsed, elements_.parse_series(text));
  series_.emplace(text, parsed);
  return parsed;
}

Result<std::optional<Decimal>> LongReader::value_in(const CellView& cell) const {
  if (cell.text.empty()) return fail(ErrorCode::table_cell_missing, {{"column", "value"}});
  if (cell.text == take_back) return std::optional<Decimal>{};
  TRY(const auto value,
      cell.kind == CellKind::number ? Decimal::parse(cell.text) : survey_.numbers().read(cell.text));
  return std::optional(value);
}

bool LongReader::each_once(Draft& draft, const std::string& unit, Rejection& rejection) const {
  auto& cells = draft.cells;
  // Mostly they are in order, as a form or a program wrote them.
  if (!std::ranges::is_sorted(cells, {}, &DraftCell::series))
    std::ranges::stable_sort(cells, {}, &DraftCell::series);
  bool once = true;
  for (auto first = cells.begin(), at = first; at != cells.end(); ++at) {
    if (at->series != first->series) first = at;
    if (at == first) continue;
    once = false;
    rejection.add(fail(ErrorCode::report_row_twice, {{"unit", unit},
                                                     {"period", draft.period.str()},
                                                     {"element", elements_.code_of(at->series)},
                                                     {"first", std::to_string(first->mark)}})
                      .at(columns_.place(at->mark, LongColumns::element)));
  }
  return once;
}

}  // namespace nucong::app

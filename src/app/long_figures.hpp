// A long table of figures: which reports are in it and where their rows stand; then each report as a draft.
// The file is gone through twice, and neither its cells nor its drafts are ever in memory all at once.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/draft.hpp"
#include "app/known_reports.hpp"
#include "app/ports.hpp"
#include "app/rejection.hpp"
#include "base/number_reader.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// The columns of a long table: unit, period, element, value and optionally reason, received, by.
class LongColumns {
 public:
  enum Column : std::uint8_t { unit, period, element, value, reason, received, by };

  /// Errors: `table.column_missing`, `table.column_unknown`, `table.column_twice`.
  [[nodiscard]] static Result<LongColumns> find(const RowSource& rows);

  [[nodiscard]] CellView cell(const RowView& row, Column column) const;
  [[nodiscard]] std::string_view text(const RowView& row, Column column) const {
    return cell(row, column).text;
  }
  [[nodiscard]] Place place(std::uint32_t line, Column column) const;

 private:
  LongColumns(const RowSource& rows, TableColumns columns);

  const RowSource* rows_;
  TableColumns columns_;
  std::vector<std::optional<std::size_t>> index_;  // by Column
};

/// Rows of one report that follow each other in the file.
struct RowRun {
  RowPlace first;
  std::uint32_t rows = 0;
};

/// What a file holds, as far as one has to know all of it to read any of it.
class LongSurvey {
 public:
  /// Looks at every row. What is wrong with the file as a whole is the error:
  /// those of RowSource; `number.style_mixed`, `table.empty`. Rows whose report cannot be told are in
  /// `rejection` (`unit.unknown`, `period.malformed`) and in no report.
  [[nodiscard]] static Result<LongSurvey> make(const Ports& ports, const unit::History& history,
                                               const RowSource& rows, const LongColumns& columns,
                                               Rejection& rejection);

  /// In the order in which the file first names them.
  [[nodiscard]] const std::vector<ReportKey>& reports() const { return reports_; }
  [[nodiscard]] std::span<const RowRun> runs(std::size_t report) const {
    return std::span(runs_).subspan(first_run_[report], first_run_[report + 1] - first_run_[report]);
  }
  [[nodiscard]] const NumberReader& numbers() const { return numbers_; }

 private:
  friend class SurveyMaker;

  std::vector<ReportKey> reports_;
  std::vector<RowRun> runs_;            // by report, of each in file order
  std::vector<std::size_t> first_run_;  // of each report, and one behind the last
  NumberReader numbers_;
};

/// Reads the reports of a surveyed file. For one thread at a time; several may share a survey.
class LongReader {
 public:
  LongReader(const indicator::Elements& elements, const RowSource& rows, const LongColumns& columns,
             const LongSurvey& survey, Date today)
      : elements_(elements), rows_(rows), columns_(columns), survey_(survey), today_(today) {}

  /// Marks are lines. None if a row is at fault, told in `rejection`: `element.unknown`,
  /// `element.split_unknown`, `table.cell_missing`, `number.*`, `date.*`, `report.row_twice` (param `first`).
  [[nodiscard]] std::optional<Draft> read(std::size_t report, Rejection& rejection);

 private:
  [[nodiscard]] Result<> add_row(const RowView& row, Draft& draft);
  [[nodiscard]] Result<indicator::Series> series_in(std::string_view text);
  [[nodiscard]] Result<std::optional<Decimal>> value_in(const CellView& cell) const;
  // Puts the cells in order of their series and tells of those that stand twice.
  [[nodiscard]] bool each_once(Draft& draft, const std::string& unit, Rejection& rejection) const;

  const indicator::Elements& elements_;
  const RowSource& rows_;
  const LongColumns& columns_;
  const LongSurvey& survey_;
  Date today_;
  std::map<std::string, indicator::Series, std::less<>> series_;  // a file names the same few over and over
};

}  // namespace nucong::app

#include "app/import_reports.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "app/rejection.hpp"
#include "base/number_reader.hpp"
#include "base/text.hpp"

namespace nucong::app {

namespace {

// In place of a value: the figure is no longer reported.
constexpr std::string_view take_back = "-";

Result<Decimal> number_in(const Cell& cell, const NumberReader& reader) {
  return cell.kind == CellKind::number ? Decimal::parse(cell.text) : reader.read(cell.text);
}

// Reads a long table row by row into drafts.
class LongReader {
 public:
  LongReader(const Ports& ports, const unit::History& history, const Table& table,
             const TableColumns& columns)
      : ports_(ports), history_(history), table_(table), columns_(columns) {}

  Result<> learn_numbers() {
    for (std::size_t i = 1; i < table_.rows.size(); ++i) {
      const Cell& cell = columns_.cell(table_.rows[i], "value");
      if (cell.kind == CellKind::number) continue;
      const auto learned = numbers_.learn(cell.text);
      if (learned.has_error()) return learned.error().at(columns_.place(table_.rows[i], "value"));
    }
    return ok();
  }

  Result<> add(std::size_t index) {
    const TableRow& row = table_.rows[index];
    const auto at = [&](std::string_view column) { return columns_.place(row, column); };
    TRY(Draft* const draft, draft_of(row, static_cast<Mark>(index)));
    const auto series = series_in(columns_.text(row, "element"));
    if (series.has_error()) return series.error().at(at("element"));
    DraftCell cell{series.value(), {}, columns_.text(row, "reason"), static_cast<Mark>(index)};
    const Cell& typed = columns_.cell(row, "value");
    if (typed.text.empty()) return fail(ErrorCode::table_cell_missing, {{"column", "value"}}).at(at("value"));
    if (typed.text != take_back) {
      const auto value = number_in(typed, numbers_);
      if (value.has_error()) return value.error().at(at("value"));
      cell.value = value.value();
    }
    Date received = today_;
    if (const auto text = columns_.text(row, "received"); !text.empty()) {
      const auto date = parse_date(text);
      if (date.has_error()) return date.error().at(at("received"));
      received = date.value();
    }
    return place(*draft, received, row, cell);
  }

  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] Places places() const {
    return {[this](Mark mark) { return columns_.place(table_.rows[mark], "value"); },
            [this](Mark mark) { return columns_.place(table_.rows[mark], "unit"); }};
  }

 private:
  Result<Slot> unit_in(const TableRow& row) const {
    const auto unit = history_.slot(columns_.text(row, "unit"));
    if (unit.has_error()) return unit.error().at(columns_.place(row, "unit"));
    return unit.value();
  }

  // A file names the same few elements over and over.
  Result<indicator::Series> series_in(std::string_view text) {
    const auto known = series_.find(std::string(text));
    if (known != series_.end()) return known->second;
    TRY(const auto parsed, ports_.knowledge.elements().parse_series(text));
    series_.emplace(text, parsed);
    return parsed;
  }

  // The draft of the row's unit and period. Rows of one report mostly stand together.
  Result<Draft*> draft_of(const TableRow& row, Mark mark) {
    const auto unit_text = columns_.text(row, "unit");
    const auto period_text = columns_.text(row, "period");
    if (unit_text == last_unit_ && period_text == last_period_) return &drafts_[last_];
    TRY(const Slot unit, unit_in(row));
    const auto period = Period::parse(period_text);
    if (period.has_error()) return period.error().at(columns_.place(row, "period"));
    const auto [at, fresh] = by_key_.try_emplace({unit, period.value()}, drafts_.size());
    if (fresh)
      drafts_.push_back({unit, period.value(), {}, {}, std::string(columns_.text(row, "by")), {}, mark});
    last_unit_ = unit_text;
    last_period_ = period_text;
    last_ = at->second;
    return &drafts_[last_];
  }

  Result<> place(Draft& draft, Date received, const TableRow& row, const DraftCell& cell) {
    const auto twice = std::ranges::find(draft.cells, cell.series, &DraftCell::series);
    if (twice != draft.cells.end())
      return fail(ErrorCode::report_row_twice, {{"unit", history_.unit(draft.unit).code},
                                                {"period", draft.period.str()},
                                                {"element", std::string(columns_.text(row, "element"))},
                                                {"first", std::to_string(table_.rows[twice->mark].line)}})
          .at(columns_.place(row, "element"));
    draft.received = draft.cells.empty() ? received : std::max(draft.received, received);
    draft.cells.push_back(cell);
    return ok();
  }

  const Ports& ports_;
  const unit::History& history_;
  const Table& table_;
  const TableColumns& columns_;
  NumberReader numbers_;
  std::unordered_map<std::string, indicator::Series> series_;
  const Date today_ = ports_.clock.today();
  std::map<std::pair<Slot, Period>, std::size_t> by_key_;
  std::vector<Draft> drafts_;
  // The last row's words, and the draft they led to.
  std::string_view last_unit_;
  std::string_view last_period_;
  std::size_t last_ = 0;
};

}  // namespace

Result<Submitted> import_long(const Ports& ports, const Table& table, Strictness strictness) {
  TRY(const auto columns,
      TableColumns::find(table, {"unit", "period", "element", "value"}, {"reason", "received", "by"}));
  TRY(const auto history, load_history(ports.store));
  LongReader reader(ports, history, table, columns);
  TRY(reader.learn_numbers());
  Rejection rejection;
  ports.progress.begin("progress.reading", table.rows.size());
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    ports.progress.advance(1);
    const auto added = reader.add(i);
    if (added.has_error()) rejection.add(added.error());
  }
  ports.progress.end();
  if (!rejection.empty()) return std::move(rejection).error(table.file);
  return submit(ports, history, reader.drafts(), strictness, table.file, reader.places());
}

bool looks_like_form(const Table& table) {
  return std::ranges::any_of(table.rows, [](const TableRow& row) {
    return !row.cells.empty() && folded(row.cells.front().text) == "bieu mau";
  });
}

namespace {

// The form, unit and period that a filled form names, checked against each other.
struct FormPlace {
  const report::Form* form;
  Slot unit;
  Period period;
};

Result<FormPlace> place_of(const Ports& ports, const unit::History& history,
                           const report::FilledForm& filled) {
  TRY(const Slot unit, history.slot(filled.unit_code));
  TRY(const Period period, Period::parse(filled.period));
  TRY(const auto* form, ports.knowledge.form(filled.form_code, period));
  const auto& kind = history.unit(unit).phase_on(period.last()).kind;
  if (!form->is_for(std::string_view(kind)))
    return fail(ErrorCode::form_not_expected,
                {{"form", form->code}, {"unit", filled.unit_code}, {"kind", kind}});
  return FormPlace{form, unit, period};
}

Result<DraftCell> cell_of(const report::FilledForm& filled, std::size_t index, const report::Form& form,
                          const indicator::Elements& elements, const NumberReader& numbers) {
  const report::FilledLine& line = filled.lines[index];
  const auto series = elements.parse_series(line.code);
  if (series.has_error() || !form.asks(series.value()))
    return fail(ErrorCode::form_cell_changed, {{"text", line.code}, {"form", form.code}}).at(line.code_place);
  DraftCell cell{series.value(), {}, line.reason.text, static_cast<Mark>(index)};
  const auto value = number_in(line.value, numbers);
  if (value.has_error()) return value.error().at(line.value_place);
  cell.value = value.value();
  return cell;
}

}  // namespace

Result<Submitted> import_form(const Ports& ports, const Table& table, const std::string& by) {
  TRY(const auto filled, ports.sheets.read_form(table));
  TRY(const auto history, load_history(ports.store));
  const auto place = place_of(ports, history, filled);
  if (place.has_error()) return place.error().at({table.file, 0, {}});
  const auto& [form, unit, period] = place.value();
  Draft draft{unit, period, form->code, ports.clock.today(), by, {}, 0};
  const Places places{[&](Mark mark) { return filled.lines[mark].value_place; },
                      [&](Mark) {
                        return Place{table.file, 0, {}};
                      }};
  NumberReader numbers;
  Rejection rejection;
  for (const auto& line : filled.lines) {
    if (line.value.kind == CellKind::number) continue;
    const auto learned = numbers.learn(line.value.text);
    if (learned.has_error()) rejection.add(learned.error().at(line.value_place));
  }
  for (std::size_t i = 0; i < filled.lines.size(); ++i) {
    const auto& line = filled.lines[i];
    if (line.code == report::total_code || line.value.text.empty()) continue;
    auto cell = cell_of(filled, i, *form, ports.knowledge.elements(), numbers);
    if (cell.has_error()) {
      rejection.add(cell.error());
      continue;
    }
    const auto twice = std::ranges::find(draft.cells, cell.value().series, &DraftCell::series);
    if (twice != draft.cells.end())
      rejection.add(fail(ErrorCode::report_row_twice, {{"unit", filled.unit_code},
                                                       {"period", filled.period},
                                                       {"element", line.code},
                                                       {"first", filled.lines[twice->mark].value_place.cell}})
                        .at(line.code_place));
    else
      draft.cells.push_back(std::move(cell).value());
  }
  if (!rejection.empty()) return std::move(rejection).error(table.file);
  if (draft.cells.empty())
    return fail(ErrorCode::report_empty, {{"unit", filled.unit_code}, {"period", filled.period}})
        .at({table.file, 0, {}});
  return submit(ports, history, {std::move(draft)}, Strictness::full, table.file, places);
}

}  // namespace nucong::app

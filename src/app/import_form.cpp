#include <algorithm>

#include "app/import_reports.hpp"
#include "app/record_units.hpp"
#include "base/number_reader.hpp"
#include "base/text.hpp"

namespace nucong::app {

bool looks_like_form(const RowSource& rows) {
  // Its name stands at the top; a long table may be very long.
  constexpr std::uint32_t top = 64;
  const auto is_name = [](std::string_view text) { return folded(text) == "bieu mau"; };
  const auto& heading = rows.heading().rows.front();
  bool found = is_name(heading.cells.front().text);
  if (found || rows.stretches() == 0) return found;
  // What is wrong with the file further down is told by whoever reads all of it.
  (void)rows.each_row(0, [&](const RowView& row) {
    found = !row.cells.empty() && is_name(row.cells.front().text);
    return !found && row.at.line < top;
  });
  return found;
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
  const auto value =
      line.value.kind == CellKind::number ? Decimal::parse(line.value.text) : numbers.read(line.value.text);
  if (value.has_error()) return value.error().at(line.value_place);
  cell.value = value.value();
  return cell;
}

}  // namespace

Result<Submitted> import_form(const Ports& ports, const Table& table, const std::string& by) {
  TRY(const auto filled, ports.sheets.read_form(table));
  TRY(const auto history, load_history(ports.database));
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
  return submit(ports, history, std::move(draft), Strictness::full, table.file, places);
}

}  // namespace nucong::app

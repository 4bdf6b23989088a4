#include "app/make_form.hpp"

#include <algorithm>

#include "app/record_units.hpp"
#include "app/tree_choice.hpp"
#include "report/submission.hpp"

namespace nucong::app {

using indicator::Series;
using report::FormLine;
using report::FormSheet;

namespace {

// The current figures of one report; none if there is no report.
Result<std::vector<report::Figure>> figures_in(const Ports& ports, Slot unit, const Period& period) {
  TRY(const auto versions, ports.database.versions(unit, period));
  std::vector<report::Figure> figures;
  if (!versions.empty()) {
    report::Unpacker unpacker(ports.knowledge.elements());
    TRY(unpacker.unpack(versions.back().figures, figures));
  }
  return figures;
}

std::optional<Decimal> value_in(const std::vector<report::Figure>& figures, Series series, int decimals) {
  const auto at = std::ranges::find(figures, series, &report::Figure::series);
  return at == figures.end() ? std::nullopt : std::optional{Decimal::scaled(at->amount, decimals)};
}

std::optional<Decimal> sum_of(const FormSheet& sheet, const std::vector<std::size_t>& addends,
                              std::optional<Decimal> FormLine::*value) {
  std::optional<Decimal> sum;
  for (const auto i : addends)
    if (const auto& addend = sheet.lines[i].*value) sum = sum.value_or(Decimal{0}) + *addend;
  return sum;
}

// Lays the form's items out as lines.
struct Layout {
  const indicator::Elements& elements;
  const std::vector<report::Figure>& last;
  const std::vector<report::Figure>& current;
  FormSheet& sheet;

  void operator()(const report::Form::Heading& heading) const {
    sheet.lines.push_back({.role = FormLine::Role::heading, .title = heading.title_vi});
  }

  void operator()(const report::Form::Entry& entry) const {
    const auto& element = elements.element(entry.series.element);
    sheet.lines.push_back({.role = FormLine::Role::entry,
                           .code = elements.code_of(entry.series),
                           .title = element.title_vi,
                           .unit_of_measure = element.unit_vi,
                           .decimals = element.decimals,
                           .last = value_in(last, entry.series, element.decimals),
                           .current = value_in(current, entry.series, element.decimals)});
  }

  void operator()(const report::Form::Total& total) const {
    FormLine line{
        .role = FormLine::Role::total, .code = std::string(report::total_code), .title = total.title_vi};
    for (std::size_t i = 0; i < sheet.lines.size(); ++i)
      for (const Series addend : total.addends)
        if (sheet.lines[i].code == elements.code_of(addend)) {
          line.addends.push_back(i);
          line.unit_of_measure = sheet.lines[i].unit_of_measure;
          line.decimals = std::max(line.decimals, sheet.lines[i].decimals);
        }
    line.last = sum_of(sheet, line.addends, &FormLine::last);
    line.current = sum_of(sheet, line.addends, &FormLine::current);
    sheet.lines.push_back(std::move(line));
  }
};

}  // namespace

Result<FormSheet> make_form(const Ports& ports, const std::string& form_code, const std::string& unit_code,
                            const Period& period) {
  TRY(const auto* form, ports.knowledge.form(form_code, period));
  TRY(const auto history, load_history(ports.database));
  const unit::Tree tree(history, period.last());
  TRY(const Slot unit, standing_unit(tree, unit_code));
  const auto& phase = tree.phase(unit);
  if (!form->is_for(std::string_view(phase.kind)))
    return fail(ErrorCode::form_not_expected,
                {{"form", form_code}, {"unit", unit_code}, {"kind", phase.kind}});
  TRY(const auto last, figures_in(ports, unit, period.previous()));
  TRY(const auto current, figures_in(ports, unit, period));
  FormSheet sheet{form->code,   form->title_vi,          unit_code, phase.name,
                  period.str(), period.previous().str(), {}};
  const Layout layout{ports.knowledge.elements(), last, current, sheet};
  for (const auto& item : form->items) std::visit(layout, item);
  return sheet;
}

}  // namespace nucong::app

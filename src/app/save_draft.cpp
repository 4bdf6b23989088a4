#include "app/save_draft.hpp"

#include <algorithm>

#include "app/typing.hpp"
#include "app/unit_named.hpp"
#include "base/text.hpp"

namespace nucong::app {
namespace {

// Packed texts have one line a reason.
Result<std::string> one_line(const std::string& typed) {
  TRY(const auto text, nfc(typed));
  return std::string(trimmed(printable(text)));
}

Result<report::Figure> figure_of(const DraftFigure& typed, const indicator::Elements& elements) {
  TRY(const auto series, elements.parse_series(typed.code));
  const auto& element = elements.element(series.element);
  if (typed.value->scale() > element.decimals)
    return fail(ErrorCode::element_not_whole,
                {{"element", typed.code}, {"title", element.title_vi}, {"value", typed.value->str()}});
  TRY(const auto amount, typed.value->in_units_of(element.decimals));
  if (amount > report::amount_max || amount < -report::amount_max)
    return fail(ErrorCode::number_too_large, {{"text", typed.value->str()}});
  TRY(auto reason, one_line(typed.reason));
  return report::Figure{series, amount, std::move(reason)};
}

Result<std::vector<report::Figure>> figures_of(const SaveReportDraft& wanted,
                                               const indicator::Elements& elements) {
  std::vector<report::Figure> figures;
  for (const auto& typed : wanted.figures) {
    if (!typed.value) continue;
    const auto figure = figure_of(typed, elements);
    const Place place{{}, 0, typed.code};
    if (figure.has_error()) return figure.error().at(place);
    if (std::ranges::find(figures, figure.value().series, &report::Figure::series) != figures.end())
      return fail(ErrorCode::report_row_twice, {{"unit", wanted.unit}, {"element", typed.code}}).at(place);
    figures.push_back(figure.value());
  }
  std::ranges::sort(figures, {}, &report::Figure::series);
  return figures;
}

}  // namespace

Result<std::uint32_t> save_report_draft(const WorkPorts& ports, const Asker& asker, const Present& present,
                                        const SaveReportDraft& wanted) {
  const auto& elements = present.knowledge.elements();
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(auto by, typist(ports, asker, account::Deed::draft_report, present, at));
  TRY(const auto* form, form_of(present, at, wanted.form));
  TRY(const auto figures, figures_of(wanted, elements));
  SavedDraft draft{at.unit, at.period};
  draft.form = form->code;
  draft.base = wanted.base;
  draft.figures = report::pack(figures, elements);
  draft.reasons = report::pack_reasons(figures, elements);
  draft.by = std::move(by);
  draft.account = asker.account;
  draft.saved = ports.clock.now();
  return named(ports.database.save_draft(draft, wanted.revision), present.nation.history);
}

Result<> drop_report_draft(const WorkPorts& ports, const Asker& asker, const Present& present,
                           const std::string& unit, const Period& period, std::uint32_t revision) {
  TRY(const auto at, report_at(present, unit, period));
  TRY(typist(ports, asker, account::Deed::draft_report, present, at));
  return named(ports.database.drop_draft(at.unit, at.period, revision), present.nation.history);
}

}  // namespace nucong::app

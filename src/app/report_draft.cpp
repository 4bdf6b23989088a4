#include "app/report_draft.hpp"

#include <algorithm>

#include "rollup/question.hpp"

namespace nucong::app {
namespace {

using indicator::Series;

// What stands in the boxes.
struct Boxes {
  std::vector<report::Figure> figures;

  [[nodiscard]] const report::Figure* find(Series series) const {
    const auto found = std::ranges::find(figures, series, &report::Figure::series);
    return found == figures.end() ? nullptr : &*found;
  }
};

Result<Boxes> boxes_of(std::string_view figures, std::string_view reasons,
                       const indicator::Elements& elements) {
  report::Unpacker unpacker(elements);
  Boxes boxes;
  TRY(unpacker.unpack(figures, boxes.figures));
  TRY(unpacker.unpack_reasons(reasons, boxes.figures));
  return boxes;
}

// Lays the form's items out as lines.
class Layout {
 public:
  Layout(const Present& present, const ReportAt& at, const Boxes& boxes, ReportDraft& draft)
      : present_(present), at_(at), boxes_(boxes), draft_(draft) {}

  void operator()(const report::Form::Heading& heading) const {
    draft_.lines.push_back(
        {.role = DraftLine::Role::heading, .title_vi = heading.title_vi, .title_en = heading.title_en});
  }

  void operator()(const report::Form::Entry& entry) const {
    const auto& elements = present_.knowledge.elements();
    const auto& element = elements.element(entry.series.element);
    DraftLine line{.code = elements.code_of(entry.series),
                   .title_vi = element.title_vi,
                   .title_en = element.title_en,
                   .unit_vi = element.unit_vi,
                   .unit_en = element.unit_en,
                   .decimals = element.decimals};
    if (const auto* figure = boxes_.find(entry.series)) {
      line.value = Decimal::scaled(figure->amount, element.decimals);
      line.reason = figure->reason;
    }
    line.sent = figure_at(present_, at_.unit, at_.period, entry.series);
    line.last = figure_at(present_, at_.unit, at_.period.previous(), entry.series);
    line.year_before = figure_at(present_, at_.unit, at_.period.year_before(), entry.series);
    line.returned = std::ranges::any_of(draft_.returned, [&](const report::Step& step) {
      return std::ranges::find(step.cells, line.code) != step.cells.end();
    });
    draft_.lines.push_back(std::move(line));
  }

  void operator()(const report::Form::Total& total) const {
    DraftLine line{.role = DraftLine::Role::total, .title_vi = total.title_vi, .title_en = total.title_en};
    for (std::size_t i = 0; i < draft_.lines.size(); ++i)
      for (const Series addend : total.addends)
        if (draft_.lines[i].code == present_.knowledge.elements().code_of(addend)) add(line, i);
    draft_.lines.push_back(std::move(line));
  }

 private:
  void add(DraftLine& total, std::size_t index) const {
    const DraftLine& addend = draft_.lines[index];
    total.addends.push_back(index);
    total.unit_vi = addend.unit_vi;
    total.unit_en = addend.unit_en;
    total.decimals = std::max(total.decimals, addend.decimals);
    for (auto value : {&DraftLine::value, &DraftLine::sent, &DraftLine::last, &DraftLine::year_before})
      if (addend.*value) total.*value = (total.*value).value_or(Decimal{0}) + *(addend.*value);
  }

  const Present& present_;
  const ReportAt& at_;
  const Boxes& boxes_;
  ReportDraft& draft_;
};

// Returns of the current version, since the last one that was accepted or sent on.
std::vector<report::Step> unanswered(const ReportAt& at, std::vector<report::Step> steps) {
  std::vector<report::Step> returned;
  if (report::state_of(at.standing, false) != report::State::returned) return returned;
  for (auto& step : steps) {
    if (step.kind == report::StepKind::accepted || step.kind == report::StepKind::sent_on) returned.clear();
    if (step.kind == report::StepKind::returned && step.version == at.standing.version)
      returned.push_back(std::move(step));
  }
  return returned;
}

Result<Boxes> boxes_at(const WorkPorts& ports, const ReportAt& at, const std::optional<SavedDraft>& saved,
                       const indicator::Elements& elements) {
  if (saved) return boxes_of(saved->figures, saved->reasons, elements);
  TRY(const auto versions, ports.database.versions(at.unit, at.period));
  if (versions.empty()) return Boxes{};
  return boxes_of(versions.back().figures, versions.back().reasons, elements);
}

}  // namespace

Result<ReportDraft> report_draft(const WorkPorts& ports, const Asker& asker, const Present& present,
                                 const std::string& unit, const Period& period, const std::string& form) {
  const auto& history = present.nation.history;
  TRY(const auto at, report_at(present, unit, period));
  TRY(demand(asker, account::Deed::see_small_cells, at.unit, history));
  TRY(const auto* chosen, form_of(present, at, form));
  const auto then = rollup::ground_on(present.atlas, history, period.last());
  ReportDraft draft{chosen, at.code, history.unit(at.unit).phase_on(period.last()).name, period};
  draft.due = report::due_for(*chosen, period, at.unit, then->tree(), *present.nation.extensions);
  TRY(draft.saved, ports.database.draft(at.unit, period));
  draft.state = report::state_of(at.standing, draft.saved.has_value());
  draft.timeliness = report::timeliness(at.standing, draft.due, present.today);
  draft.version = at.standing.version;
  TRY(auto steps, ports.database.steps(at.unit, period));
  draft.returned = unanswered(at, std::move(steps));
  TRY(const auto boxes, boxes_at(ports, at, draft.saved, present.knowledge.elements()));
  const Layout layout(present, at, boxes, draft);
  for (const auto& item : chosen->items) std::visit(layout, item);
  return draft;
}

}  // namespace nucong::app

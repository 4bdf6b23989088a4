#include "app/review_report.hpp"

namespace nucong::app {
namespace {

// What the form asks, and what was reported whoever asked.
std::vector<std::string> codes_in(const Present& present, const ReportAt& at) {
  const auto& elements = present.knowledge.elements();
  std::vector<std::string> codes;
  if (at.form != nullptr)
    for (const auto series : at.form->asked()) codes.push_back(elements.code_of(series));
  if (const auto* sheet = present.nation.figures.sheet(at.period))
    for (const auto& [series, column] : *sheet)
      if (column->at(at.unit.value)) codes.push_back(elements.code_of(series));
  return codes;
}

Result<SteppedReport> review(const WorkPorts& ports, const Asker& asker, const Present& present,
                             const ReportAt& at, WantedStep wanted, const BeforeCommit<SteppedReport>& also) {
  TRY(demand(asker, account::Deed::review_report, at.unit, present.nation.history));
  const std::string deed = "report." + std::string(report::name_of(wanted.kind));
  TRY(const auto step, next_step(ports, asker, at, std::move(wanted)));
  TRY(report::check_cells(step, codes_in(present, at)));
  const auto note = work_note(ports, asker, deed, at, "version " + std::to_string(step.version));
  return take_step(ports, present, at, step, note, also);
}

}  // namespace

Result<SteppedReport> return_report(const WorkPorts& ports, const Asker& asker, const Present& present,
                                    const ReturnReport& wanted, const BeforeCommit<SteppedReport>& also) {
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  return review(ports, asker, present, at,
                {report::StepKind::returned, wanted.version, wanted.reason, wanted.cells}, also);
}

Result<SteppedReport> accept_report(const WorkPorts& ports, const Asker& asker, const Present& present,
                                    const AcceptReport& wanted, const BeforeCommit<SteppedReport>& also) {
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  return review(ports, asker, present, at, {report::StepKind::accepted, wanted.version, wanted.note}, also);
}

}  // namespace nucong::app

#include "app/report_work.hpp"

#include "app/unit_named.hpp"
#include "base/text.hpp"

namespace nucong::app {

Result<ReportAt> report_at(const Present& present, const std::string& unit, const Period& period) {
  const auto& history = present.nation.history;
  TRY(const Slot slot, history.slot(unit));
  const auto& kind = history.unit(slot).phase_on(period.last()).kind;
  return ReportAt{slot, history.unit(slot).code, period, present.nation.standings.at(slot, period),
                  present.knowledge.form_for(kind, period.kind())};
}

Result<const report::Form*> form_of(const Present& present, const ReportAt& at, const std::string& code) {
  if (code.empty() && at.form != nullptr) return at.form;
  return present.knowledge.form(code, at.period);
}

std::optional<Decimal> figure_at(const Present& present, Slot unit, const Period& period,
                                 indicator::Series series) {
  const auto column = present.nation.figures.column(series, period);
  const auto amount = column ? column->at(unit.value) : std::nullopt;
  if (!amount) return std::nullopt;
  return Decimal::scaled(*amount, present.knowledge.elements().element(series.element).decimals);
}

std::string name_of(const Asker& asker) {
  return asker.person.empty() ? "console" : asker.person;
}

AuditNote work_note(const WorkPorts& ports, const Asker& asker, std::string deed, const ReportAt& at,
                    std::string summary) {
  return note_of(asker, ports.clock.now(), std::move(deed), "report " + at.code + " " + at.period.str(),
                 at.unit, std::move(summary));
}

Result<report::Step> next_step(const WorkPorts& ports, const Asker& asker, const ReportAt& at,
                               WantedStep wanted) {
  report::Step step{at.unit, at.period};
  step.number = at.standing.steps + 1;
  step.kind = wanted.kind;
  step.version = wanted.version;
  step.account = asker.account;
  step.at = ports.clock.now();
  TRY(step.note, nfc(wanted.note));
  step.cells = std::move(wanted.cells);
  TRY(report::check_step(step, at.standing, at.code));
  return step;
}

Result<SteppedReport> take_step(const WorkPorts& ports, const Present& present, const ReportAt& at,
                                const report::Step& step, const AuditNote& note,
                                const BeforeCommit<SteppedReport>& also) {
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<SteppedReport> {
    SteppedReport taken{0, report::after(at.standing, step)};
    TRY(taken.sequence, named(writer.add_step(step, today), present.nation.history));
    writer.note(note);
    TRY(before_commit(also, writer, taken));
    return taken;
  });
}

}  // namespace nucong::app

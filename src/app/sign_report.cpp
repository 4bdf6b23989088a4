#include "app/sign_report.hpp"

#include <set>

#include "app/collect.hpp"
#include "app/unit_named.hpp"

namespace nucong::app {
namespace {

using account::Deed;

// Of several offices the first that may sign; whoever may without any sits at the machine.
std::string role_of(const Asker& asker) {
  for (const auto& office : asker.scope.offices())
    if (account::reach(office.role, Deed::sign_and_freeze) != account::Reach::none)
      return std::string(account::name_of(office.role));
  return "console";
}

// The unit's own figures, of the very version that is signed.
Result<> add_own(const WorkPorts& ports, const ReportAt& at, report::FrozenReport& frozen) {
  if (frozen.version == 0) return ok();
  TRY(const auto versions, ports.database.versions(at.unit, at.period));
  ENSURE(versions.size() >= frozen.version);
  frozen.figures = versions[frozen.version - 1].figures;
  frozen.reasons = versions[frozen.version - 1].reasons;
  return ok();
}

void add_totals(const Present& present, const ReportAt& at, std::shared_ptr<const rollup::Ground> ground,
                report::FrozenReport& frozen) {
  const auto& elements = present.knowledge.elements();
  std::set<indicator::Series> all;
  for (const auto& sheet : present.nation.figures.sheets_within(at.period))
    for (const auto& [series, column] : *sheet) all.insert(series);
  const unit::Run run = ground->tree().branch(at.unit);
  rollup::Question question(present.atlas, present.nation.figures, elements, std::move(ground), {at.period});
  for (const auto series : all)
    if (const auto total = question.total(series, run); total.value)
      frozen.totals.push_back({elements.code_of(series), *total.value});
}

void add_branch(const Present& present, const ReportAt& at, const report::Collection& collection,
                report::FrozenReport& frozen) {
  const auto& history = present.nation.history;
  const auto counts = collection.counts(at.unit);
  frozen.expected = counts.expected;
  frozen.received = counts.received;
  for (const auto& due : collection.of(at.unit)) {
    if (due.received) frozen.included.push_back({history.unit(due.unit).code, due.version});
    if (due.expected && !due.received) frozen.silent.push_back(history.unit(due.unit).code);
  }
}

Result<report::FrozenReport> composed(const WorkPorts& ports, const Asker& asker, const Present& present,
                                      const ReportAt& at, const SignReport& wanted) {
  const auto& history = present.nation.history;
  TRY(standing_unit(history, at.period.last(), at.code));
  TRY(const auto* form, form_of(present, at, wanted.form));
  const auto branch = collected(present, *form, at.period, at.period.last());
  report::FrozenReport frozen{
      .unit = at.code, .name = branch.then->phase(at.unit).name, .form = form->code, .period = at.period};
  frozen.tree_day = at.period.last();
  frozen.sequence = present.nation.sequence;
  frozen.version = wanted.version;
  TRY(add_own(ports, at, frozen));
  add_totals(present, at, branch.asked, frozen);
  add_branch(present, at, branch.collection, frozen);
  frozen.person = name_of(asker);
  frozen.role = role_of(asker);
  frozen.day = ports.clock.today();
  return frozen;
}

}  // namespace

Result<report::FrozenReport> report_to_sign(const WorkPorts& ports, const Asker& asker,
                                            const Present& present, const SignReport& wanted) {
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(demand(asker, Deed::see_figures, at.unit, present.nation.history));
  if (wanted.version != at.standing.version)
    return fail(ErrorCode::report_version_moved, {{"unit", at.code},
                                                  {"period", at.period.str()},
                                                  {"version", std::to_string(wanted.version)},
                                                  {"current", std::to_string(at.standing.version)}});
  return composed(ports, asker, present, at, wanted);
}

Result<SignedReport> sign_report(const WorkPorts& ports, const Asker& asker, const Present& present,
                                 const SignReport& wanted, const BeforeCommit<SignedReport>& also) {
  const auto& history = present.nation.history;
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(demand(asker, Deed::sign_and_freeze, at.unit, history));
  TRY(const auto step, next_step(ports, asker, at, {report::StepKind::signed_off, wanted.version, {}}));
  TRY(const auto frozen, composed(ports, asker, present, at, wanted));
  const auto digest = [&](std::string_view text) { return ports.secrets.digest(text); };
  SignedReport made;
  made.text = report::frozen_text(frozen, digest);
  made.digest = digest(made.text);
  made.standing = report::after(at.standing, step);
  const auto note = work_note(ports, asker, "report.signed", at, made.digest);
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<SignedReport> {
    SignedReport done = made;
    TRY(done.sequence, named(writer.freeze(step, done.text, done.digest, today), history));
    writer.note(note);
    TRY(before_commit(also, writer, done));
    return done;
  });
}

Result<SteppedReport> reopen_report(const WorkPorts& ports, const Asker& asker, const Present& present,
                                    const ReopenReport& wanted, const BeforeCommit<SteppedReport>& also) {
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(demand(asker, Deed::sign_and_freeze, at.unit, present.nation.history));
  TRY(const auto step,
      next_step(ports, asker, at, {report::StepKind::reopened, wanted.version, wanted.reason}));
  const auto note = work_note(ports, asker, "report.reopened", at, step.note);
  return take_step(ports, present, at, step, note, also);
}

}  // namespace nucong::app
